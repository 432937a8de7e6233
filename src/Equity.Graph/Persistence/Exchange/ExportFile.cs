namespace Equity.Graph.Persistence.Exchange;

/// <summary>A file that is there whole or not at all.</summary>
internal static class ExportFile
{
    /// <summary>Writes beside the file under another name, and renames at the end; a failure leaves whatever was there before.</summary>
    /// <param name="path">The file; null for standard output. A device is written to directly.</param>
    /// <param name="write">Writes it.</param>
    public static async Task<T> WriteAsync<T>(string? path, Func<Stream, Task<T>> write)
    {
        if (path is null || Path.GetDirectoryName(Path.GetFullPath(path)) == "/dev")
        {
            await using var direct = path is null ? Console.OpenStandardOutput() : new FileStream(path, FileMode.Open, FileAccess.Write);
            return await write(direct);
        }
        if (Directory.Exists(path))
            throw new IOException($"{path} is a folder; name a file.");
        var target = Path.GetFullPath(new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName);
        if (!Directory.Exists(Path.GetDirectoryName(target)))
            throw new IOException($"There is no folder {Path.GetDirectoryName(target)}.");
        var unfinished = Path.Combine(Path.GetDirectoryName(target)!, $".{Path.GetFileName(target)}.{Environment.ProcessId}.tmp");
        try
        {
            T result;
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                result = await write(file);
                file.Flush(flushToDisk: true);
            }
            File.Move(unfinished, target, overwrite: true);
            return result;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
