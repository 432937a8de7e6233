namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>Where an import reads from: a file of JSON Lines or a folder of CSV files. It can be read more than once.</summary>
internal abstract class ImportSource
{
    /// <summary>The file or folder that a person named.</summary>
    public static ImportSource At(string path)
    {
        if (Directory.Exists(path))
            return new CsvFolder(path);
        if (Path.GetFileName(path).Equals(CsvFolder.Measurements, StringComparison.OrdinalIgnoreCase))
            return new CsvFolder(Path.GetDirectoryName(Path.GetFullPath(path))!, CsvFolder.Measurements);
        return Path.GetExtension(path).Equals(".csv", StringComparison.OrdinalIgnoreCase)
            ? new Unusable(path, "is one CSV file; name the folder that holds teams.csv, inequities.csv and the others")
            : new JsonLines(Path.GetFileName(path), () => File.OpenRead(path)) { Folder = Path.GetDirectoryName(Path.GetFullPath(path)) };
    }

    /// <summary>The folder that the file stands in, where files that its lines name stand too; null where there is none.</summary>
    public string? Folder { get; private init; }

    /// <summary>JSON Lines from a stream.</summary>
    public static ImportSource JsonLines(string name, Func<Stream> open) => new JsonLines(name, open);

    /// <summary>
    /// The objects of the input: teams, and programmes (their <c>kind</c> says so). Whatever cannot be read is noted and left out.
    /// </summary>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <param name="cancel">Stops between two lines.</param>
    public abstract IEnumerable<ObjectEntry> Read(Remarks problems, IProgress<ImportProgress>? progress, CancellationToken cancel);

    /// <summary>Opens a file; where that fails, notes why and returns null.</summary>
    protected static Stream? Open(string name, Func<Stream> open, Remarks problems)
    {
        try
        {
            return open();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            problems.Add(new Place(name), fault switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                UnauthorizedAccessException => "may not be read by this user",
                _ => $"cannot be read: {fault.Message}",
            });
            return null;
        }
    }

    /// <summary>Something that is no input at all.</summary>
    private sealed class Unusable(string path, string problem) : ImportSource
    {
        public override IEnumerable<ObjectEntry> Read(Remarks problems, IProgress<ImportProgress>? progress, CancellationToken cancel)
        {
            problems.Add(new Place(Path.GetFileName(path)), problem);
            return [];
        }
    }
}
