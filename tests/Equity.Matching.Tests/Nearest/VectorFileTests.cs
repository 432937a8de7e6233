using System.Security.Cryptography;
using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public sealed class VectorFileTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("vectors-").FullName;

    private string Path => System.IO.Path.Combine(folder, "vectors.bin");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Property(MaxTest = 20)]
    public void A_file_answers_as_the_table_in_memory(int seed, byte dimensions, ushort count)
    {
        using var made = new MadeUpTable(seed, 1 + dimensions, count % 300);
        Write(made);
        using var table = VectorFile.Open(Path, "encoder-1", 1 + dimensions);
        Assert.Equal(made.Found(new ExactScan(made.Table), 10), made.Found(new ExactScan(table), 10));
        Assert.Equal(made.Found(new Int8Scan(made.Table), 10), made.Found(new Int8Scan(table), 10));
        Assert.Equal(made.Found(new SignScan(made.Table, 30), 10), made.Found(new SignScan(table, 30), 10));
    }

    [Fact]
    public void Writing_twice_gives_the_same_bytes()
    {
        using var made = new MadeUpTable(1, 50, 200);
        Write(made);
        var first = File.ReadAllBytes(Path);
        Write(made);
        Assert.Equal(first, File.ReadAllBytes(Path));
    }

    [Fact]
    public void The_format_is_the_one_that_was_written_before()
    {
        using var made = new MadeUpTable(1, 50, 200);
        Write(made);
        Assert.Equal("d7b9c2be72557d4c", Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path)))[..16]); // another one needs another version
    }

    [Fact]
    public void Who_has_the_old_file_open_keeps_it_when_it_is_written_anew()
    {
        using MadeUpTable old = new(1, 50, 200), later = new(2, 50, 100);
        Write(old);
        using var table = VectorFile.Open(Path, "encoder-1", 50);
        Write(later);
        Assert.Equal(old.Found(new ExactScan(old.Table), 10), old.Found(new ExactScan(table), 10));
        using var reopened = VectorFile.Open(Path, "encoder-1", 50);
        Assert.Equal(100, reopened.Layout.Count);
    }

    [Fact]
    public void Another_model_is_named()
    {
        WriteSome();
        Refused(VectorFileFault.OtherModel, "has the vectors of the model encoder-1, not of encoder-2.", model: "encoder-2");
    }

    [Fact]
    public void Other_dimensions_are_named()
    {
        WriteSome();
        Refused(VectorFileFault.OtherDimensions, "has vectors of 50 dimensions, not of 384.", dimensions: 384);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    public void A_file_that_is_something_else_is_refused(int length)
    {
        File.WriteAllBytes(Path, new byte[length]);
        Refused(VectorFileFault.NotVectors, "is not one: it does not begin as they do.");
    }

    [Fact]
    public void A_file_that_ends_in_its_header_is_damaged()
    {
        WriteSome();
        Shorten(bytes => 2000);
        Refused(VectorFileFault.Damaged, "is damaged: it ends within its header.");
    }

    [Fact]
    public void A_file_that_is_too_short_is_damaged()
    {
        WriteSome();
        Shorten(bytes => bytes - 1);
        Refused(VectorFileFault.Damaged, "its header tells of");
    }

    [Theory]
    [InlineData(12, "checksum")] // dimensions
    [InlineData(16, "checksum")] // count
    [InlineData(21, "checksum")] // length of the model id
    [InlineData(25, "checksum")] // model id
    [InlineData(3000, "checksum")] // zeros
    [InlineData(4095, "checksum")] // the checksum itself
    public void A_header_with_a_changed_byte_is_damaged(int at, string told)
    {
        WriteSome();
        Change(at);
        Refused(VectorFileFault.Damaged, told);
    }

    [Fact]
    public void Another_version_is_told()
    {
        WriteSome();
        Change(8);
        Refused(VectorFileFault.OtherVersion, "this program reads version 1.");
    }

    [Fact]
    public void A_missing_file_is_missing() => Assert.Throws<FileNotFoundException>(() => VectorFile.Open(Path, "encoder-1", 50));

    [Fact]
    public void Ids_that_do_not_ascend_are_refused_and_leave_no_file()
    {
        Assert.Contains("3 follows 3", Assert.Throws<ArgumentException>(() => VectorFile.Write(Path, "m", 2, [3, 3], (_, _) => { })).Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    [Fact]
    public void A_vector_with_something_that_is_not_a_number_is_refused_and_leaves_the_old_file()
    {
        WriteSome();
        var wrong = Assert.Throws<ArgumentException>(() => VectorFile.Write(Path, "m", 2, [1, 2], (row, vector) => vector[0] = row == 1 ? float.NaN : 1));
        Assert.Contains("row 1", wrong.Message, StringComparison.Ordinal);
        using var old = VectorFile.Open(Path, "encoder-1", 50);
        Assert.Equal(200, old.Layout.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(VectorLayout.MostDimensions + 1)]
    public void Dimensions_out_of_range_are_refused(int dimensions) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => VectorFile.Write(Path, "m", dimensions, [1], (_, _) => { }));

    private void WriteSome()
    {
        using var made = new MadeUpTable(1, 50, 200);
        Write(made);
    }

    private void Write(MadeUpTable made) =>
        VectorFile.Write(Path, "encoder-1", made.Table.Layout.Dimensions, made.Ids, (row, vector) => made.Rows[row].CopyTo(vector));

    private void Shorten(Func<long, long> length)
    {
        using var file = File.OpenWrite(Path);
        file.SetLength(length(file.Length));
    }

    private void Change(int at)
    {
        var bytes = File.ReadAllBytes(Path);
        bytes[at] ^= 1;
        File.WriteAllBytes(Path, bytes);
    }

    private void Refused(VectorFileFault fault, string told, string model = "encoder-1", int dimensions = 50)
    {
        var refused = Assert.Throws<VectorFileException>(() => VectorFile.Open(Path, model, dimensions));
        Assert.Equal(fault, refused.Fault);
        Assert.Contains(told, refused.Message, StringComparison.Ordinal);
        Assert.Contains(Path, refused.Message, StringComparison.Ordinal);
    }
}
