using System.IO.MemoryMappedFiles;

namespace Equity.Matching;

/// <summary>
/// A table in a file: written once, whole, then mapped by any number of processes, which share its memory. To change it, write it again: who has it open
/// keeps the old one. Nothing else may write to it, least of all shorten it: what is mapped and gone ends the process.
/// </summary>
internal static class VectorFile
{
    /// <summary>Writes it beside its place and moves it there when it is on the disk, so a crash leaves the old file or none.</summary>
    /// <param name="path">In a folder that exists; replaced.</param>
    /// <param name="modelId">Of the encoder, at most 512 bytes in UTF-8.</param>
    /// <param name="dimensions">Of every vector, 1 to 4,096.</param>
    /// <param name="ids">One a row, ascending.</param>
    /// <param name="vectors">Tells them, as <see cref="VectorWriter.Fill"/> asks.</param>
    /// <exception cref="ArgumentException">Ids that do not ascend, or a vector with something that is not a number.</exception>
    public static void Write(string path, string modelId, int dimensions, IReadOnlyList<int> ids, VectorAt vectors)
    {
        var layout = new VectorLayout(dimensions, ids.Count);
        var unfinished = path + ".unfinished";
        try
        {
            using (var memory = MemoryMappedFile.CreateFromFile(unfinished, FileMode.Create, null, layout.Length, MemoryMappedFileAccess.ReadWrite))
            using (var table = new VectorTable(memory, layout, MemoryMappedFileAccess.ReadWrite))
            {
                VectorWriter.Fill(table, ids, vectors);
                using (var view = table.View()) VectorHeader.Write(view.Header, modelId, layout);
                table.Flush();
            }
            File.Move(unfinished, path, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    /// <summary>Maps it: reads its header, and the rest as it is needed.</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="modelId">Of the encoder that the queries come from.</param>
    /// <param name="dimensions">Of its vectors.</param>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    /// <exception cref="VectorFileException">It is damaged, or belongs to another model, length or version.</exception>
    public static VectorTable Open(string path, string modelId, int dimensions)
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, bufferSize: 0);
        try
        {
            var header = new byte[VectorLayout.HeaderLength];
            var read = file.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
            var layout = VectorHeader.Read(header.AsSpan(0, read), path, modelId, dimensions);
            if (file.Length != layout.Length)
                throw new VectorFileException(VectorFileFault.Damaged, path, $"is damaged: it has {file.Length} bytes, its header tells of {layout.Length}.");
            var memory = MemoryMappedFile.CreateFromFile(file, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
            return new(memory, layout, MemoryMappedFileAccess.Read);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
