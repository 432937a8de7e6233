using System.IO.MemoryMappedFiles;
using Microsoft.Win32.SafeHandles;

namespace Equity.Matching;

/// <summary>
/// Rows of vectors, each as floats, as int8 with a scale and as signs, with an id, ids ascending: in memory, or in a file that is mapped, so that only
/// what is read takes memory. Immutable once made, and thread-safe: disposing of it waits for nobody, its memory goes with the last view.
/// </summary>
internal sealed class VectorTable : IDisposable
{
    private readonly MemoryMappedFile memory;
    private readonly MemoryMappedViewAccessor accessor;

    /// <summary>Over memory of that layout, which becomes the table's to dispose of.</summary>
    public VectorTable(MemoryMappedFile memory, VectorLayout layout, MemoryMappedFileAccess access)
    {
        (this.memory, Layout) = (memory, layout);
        accessor = memory.CreateViewAccessor(0, layout.Length, access);
    }

    public VectorLayout Layout { get; }

    /// <summary>In memory.</summary>
    /// <param name="dimensions">Of every vector.</param>
    /// <param name="ids">One a row, ascending.</param>
    /// <param name="vectors">Tells them, as <see cref="VectorWriter.Fill"/> asks.</param>
    /// <exception cref="ArgumentException">Ids that do not ascend, or a vector with something that is not a number.</exception>
    public static VectorTable Of(int dimensions, IReadOnlyList<int> ids, VectorAt vectors)
    {
        var layout = new VectorLayout(dimensions, ids.Count);
        var table = new VectorTable(MemoryMappedFile.CreateNew(null, layout.Length), layout, MemoryMappedFileAccess.ReadWrite);
        try
        {
            VectorWriter.Fill(table, ids, vectors);
            return table;
        }
        catch
        {
            table.Dispose();
            throw;
        }
    }

    /// <summary>What is in it, to be disposed of soon.</summary>
    /// <exception cref="ObjectDisposedException">The table is.</exception>
    public VectorView View() => new(accessor.SafeMemoryMappedViewHandle, accessor.PointerOffset, Layout);

    /// <summary>Waits until what was written is on the disk.</summary>
    public void Flush() => accessor.Flush();

    public void Dispose()
    {
        accessor.Dispose();
        memory.Dispose();
    }
}

/// <summary>The sections of a table while they are looked at. Only who makes the table writes to them.</summary>
internal readonly unsafe ref struct VectorView
{
    private readonly SafeMemoryMappedViewHandle handle;
    private readonly byte* start;
    private readonly VectorLayout layout;

    public VectorView(SafeMemoryMappedViewHandle handle, long offset, VectorLayout layout)
    {
        (this.handle, this.layout) = (handle, layout);
        byte* pointer = null;
        handle.AcquirePointer(ref pointer);
        start = pointer + offset;
    }

    public Span<byte> Header => Section<byte>(0, 0, VectorLayout.HeaderLength);

    /// <summary>The mean of the rows.</summary>
    public Span<float> Mean => Section<float>(VectorLayout.Mean, 0, layout.Stride);

    public Span<int> Ids(int row, int rows) => Section<int>(layout.Ids, row, rows);

    /// <summary>What the int8 of each row are to be multiplied with.</summary>
    public Span<float> Scales(int row, int rows) => Section<float>(layout.Scales, row, rows);

    /// <summary>The signs of 64 rows: in groups of eight, of each group first the first word of its rows, then the second, ….</summary>
    public Span<ulong> Signs(int block)
    {
        var words = VectorLayout.BlockRows * layout.Words;
        return Section<ulong>(layout.Signs, (long)block * words, words);
    }

    public Span<sbyte> Int8(int row, int rows) => Section<sbyte>(layout.Int8, (long)row * layout.Stride, rows * layout.Stride);

    public Span<float> Floats(int row, int rows) => Section<float>(layout.Floats, (long)row * layout.Stride, rows * layout.Stride);

    public void Dispose() => handle.ReleasePointer();

    private Span<T> Section<T>(long section, long first, int count) where T : unmanaged => new(start + section + first * sizeof(T), count);
}
