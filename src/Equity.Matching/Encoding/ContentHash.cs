using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Equity.Matching;

/// <summary>The SHA-256 of a text in UTF-8: the name that its vector is stored under, so that nothing is encoded twice. Equal by value.</summary>
public readonly record struct ContentHash
{
    /// <summary>The number of bytes of a hash.</summary>
    public const int Length = 32;

    private readonly UInt128 high, low;

    private ContentHash(ReadOnlySpan<byte> bytes) =>
        (high, low) = (BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[16..]));

    /// <summary>The hash of a text; half a surrogate pair counts as U+FFFD.</summary>
    public static ContentHash Of(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads what <see cref="ToArray"/> wrote.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static ContentHash FromArray(byte[] bytes)
    {
        ArgumentNullException.ThrowIfNull(bytes);
        return bytes.Length == Length ? new(bytes) : throw new ArgumentException($"A content hash has {Length} bytes, not {bytes.Length}.", nameof(bytes));
    }

    /// <summary>The 32 bytes of the hash, for storage.</summary>
    public byte[] ToArray()
    {
        var bytes = new byte[Length];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, high);
        BinaryPrimitives.WriteUInt128BigEndian(bytes.AsSpan(16), low);
        return bytes;
    }

    /// <summary>64 lower-case hex digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToArray());
}
