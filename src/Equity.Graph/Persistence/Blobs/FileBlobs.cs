namespace Equity.Graph.Persistence.Blobs;

/// <summary>Contents as files in the data folder: written under another name, forced to the disk, and only then named by their hash.</summary>
/// <param name="folder">Where; made at first use.</param>
/// <param name="time">Tells when a content was written.</param>
internal sealed class FileBlobs(string folder, TimeProvider time) : IBlobStore
{
    /// <summary>The folder's name within the data folder.</summary>
    public const string FolderName = "blobs";

    /// <summary>Where files are that are being written.</summary>
    private const string Incoming = "incoming";

    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancel)
    {
        var hash = BlobHash.Of(content.Span);
        var path = PathOf(hash);
        if (!Touch(path))
            await WriteAsync(content, path, cancel);
        return hash;
    }

    public Stream? Open(string hash)
    {
        try
        {
            return new FileStream(PathOf(hash), new FileStreamOptions { Share = FileShare.Read | FileShare.Delete, Options = FileOptions.Asynchronous });
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    public bool Has(string hash) => File.Exists(PathOf(hash));

    public IReadOnlyList<string> WrittenBefore(DateTime instant)
    {
        var all = new DirectoryInfo(folder);
        if (!all.Exists)
            return [];
        var old = all.EnumerateFiles("*", SearchOption.AllDirectories).Where(file => file.LastWriteTimeUtc < instant).ToLookup(file => file.Directory!.Name == Incoming);
        foreach (var abandoned in old[true])
            abandoned.Delete();
        return [.. old[false].Select(file => file.Name).Where(name => name.Length == BlobHash.Length).Order(StringComparer.Ordinal)];
    }

    public bool Remove(string hash, DateTime before)
    {
        var file = new FileInfo(PathOf(hash));
        if (!file.Exists || file.LastWriteTimeUtc >= before)
            return false;
        file.Delete();
        return true;
    }

    /// <summary>Makes a file young again; whether it was there.</summary>
    private bool Touch(string path)
    {
        try
        {
            File.SetLastWriteTimeUtc(path, time.GetUtcNow().UtcDateTime);
            return true;
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return false;
        }
    }

    /// <summary>Writes a file whole or not at all. Two that write the same content at once write it twice, and one of them keeps its file.</summary>
    private async Task WriteAsync(ReadOnlyMemory<byte> content, string path, CancellationToken cancel)
    {
        var incoming = Path.Combine(folder, Incoming, Path.GetRandomFileName());
        Directory.CreateDirectory(Path.GetDirectoryName(incoming)!);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            await using (var file = new FileStream(incoming, FileMode.CreateNew, FileAccess.Write, FileShare.None, 0, FileOptions.Asynchronous))
            {
                await file.WriteAsync(content, cancel);
                file.Flush(flushToDisk: true);
            }
            Touch(incoming);
            File.Move(incoming, path, overwrite: false);
        }
        catch (IOException) when (Touch(path))
        {
            // Somebody else was faster with the same content.
        }
        finally
        {
            File.Delete(incoming);
        }
    }

    /// <summary>A folder for each first two characters, so that none holds too many files.</summary>
    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
