using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>Reads a section of a table and does nothing with it: what memory gives one core at most.</summary>
internal static class BareRead
{
    public static ulong Floats(VectorTable table) => Blocks(table, static (view, block, rows) => MemoryMarshal.AsBytes(view.Floats(block * rows, rows)));

    public static ulong Int8(VectorTable table) => Blocks(table, static (view, block, rows) => MemoryMarshal.AsBytes(view.Int8(block * rows, rows)));

    public static ulong Signs(VectorTable table) => Blocks(table, static (view, block, _) => MemoryMarshal.AsBytes(view.Signs(block)));

    private static ulong Blocks(VectorTable table, Part part)
    {
        using var view = table.View();
        var read = 0UL;
        for (var block = 0; block < table.Layout.Blocks; block++) read ^= Read(part(view, block, VectorLayout.BlockRows));
        return read;
    }

    private static ulong Read(ReadOnlySpan<byte> bytes)
    {
        var lines = MemoryMarshal.Cast<byte, Vector512<ulong>>(bytes);
        Vector512<ulong> a = default, b = default, c = default, d = default;
        for (var i = 0; i + 3 < lines.Length; i += 4)
        {
            a ^= lines[i];
            b ^= lines[i + 1];
            c ^= lines[i + 2];
            d ^= lines[i + 3];
        }
        return Vector512.Sum(a ^ b ^ (c ^ d));
    }

    private delegate ReadOnlySpan<byte> Part(VectorView view, int block, int rows);
}
