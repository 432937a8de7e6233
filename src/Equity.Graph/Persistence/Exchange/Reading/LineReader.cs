using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>One line of a file, without its end.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Bytes">Its bytes, valid until the next line is read; empty when it is too long.</param>
/// <param name="TooLong">Whether it is longer than <see cref="LineReader.MaxBytes"/>.</param>
internal readonly record struct RawLine(int Number, ReadOnlyMemory<byte> Bytes, bool TooLong)
{
    /// <summary>What is wrong with its bytes; null when they are UTF-8 and not too many.</summary>
    public string? Problem()
    {
        if (TooLong)
            return $"is longer than {LineReader.Max}";
        if (Utf8.IsValid(Bytes.Span))
            return null;
        var rest = Bytes.Span;
        while (!rest.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(rest, out _, out var length) != OperationStatus.Done)
                return $"is not UTF-8: byte {Bytes.Length - rest.Length + 1} of the line (0x{rest[0]:X2}) begins no character; save the file as UTF-8";
            rest = rest[length..];
        }
        return null;
    }
}

/// <summary>Cuts a stream into lines, in constant memory however long a line is. A byte order mark at the start is left out.</summary>
internal sealed class LineReader(Stream stream)
{
    /// <summary>The most bytes that a line may have.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>The same, in words.</summary>
    public const string Max = "1 MB (1,048,576 bytes)";

    private readonly ArrayBufferWriter<byte> line = new();
    private int number;
    private bool tooLong;

    public IEnumerable<RawLine> Lines()
    {
        var chunk = new byte[64 * 1024];
        int length;
        while ((length = stream.Read(chunk)) > 0)
        {
            var rest = chunk.AsMemory(0, length);
            int end;
            while ((end = rest.Span.IndexOf((byte)'\n')) >= 0)
            {
                Append(rest.Span[..end]);
                yield return Take();
                line.ResetWrittenCount();
                rest = rest[(end + 1)..];
            }
            Append(rest.Span);
        }
        if (line.WrittenCount > 0 || tooLong)
            yield return Take();
    }

    private void Append(ReadOnlySpan<byte> bytes)
    {
        if (tooLong || line.WrittenCount + bytes.Length > MaxBytes)
            tooLong = true;
        else
            line.Write(bytes);
    }

    private RawLine Take()
    {
        number++;
        var bytes = line.WrittenMemory;
        if (number == 1 && bytes.Span.StartsWith(Encoding.UTF8.Preamble))
            bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var taken = new RawLine(number, tooLong ? default : bytes, tooLong);
        tooLong = false;
        return taken;
    }
}
