using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Equity.Matching;

/// <summary>
/// The first page of a vector file, numbers low byte first: magic, version, dimensions, count, length of the model id, model id in UTF-8, zeros, and the
/// SHA-256 of all that. It decides where every section is (<see cref="VectorLayout"/>), so it is checked whole; the sections are not read to open a file.
/// </summary>
internal static class VectorHeader
{
    /// <summary>Changes with the layout, the rotation and the rounding.</summary>
    public const int Version = 1;

    /// <summary>In UTF-8.</summary>
    public const int LongestModelId = 512;

    private const int VersionAt = 8, DimensionsAt = 12, CountAt = 16, LengthAt = 20, ModelAt = 24;
    private const int ChecksumAt = VectorLayout.HeaderLength - SHA256.HashSizeInBytes;

    /// <summary>As PNG does: a transfer that changes ends of lines, or drops the eighth bit, shows.</summary>
    private static ReadOnlySpan<byte> Magic => [0x8E, (byte)'V', (byte)'E', (byte)'C', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <exception cref="ArgumentException">A model id that is too long.</exception>
    public static void Write(Span<byte> header, string modelId, VectorLayout layout)
    {
        var model = System.Text.Encoding.UTF8.GetBytes(modelId);
        if (model.Length > LongestModelId) throw new ArgumentException($"A model id has at most {LongestModelId} bytes.", nameof(modelId));
        header.Clear();
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[VersionAt..], BitConverter.IsLittleEndian ? Version : -Version);
        BinaryPrimitives.WriteInt32LittleEndian(header[DimensionsAt..], layout.Dimensions);
        BinaryPrimitives.WriteInt32LittleEndian(header[CountAt..], layout.Count);
        BinaryPrimitives.WriteInt32LittleEndian(header[LengthAt..], model.Length);
        model.CopyTo(header[ModelAt..]);
        SHA256.HashData(header[..ChecksumAt], header[ChecksumAt..]);
    }

    /// <summary>What the file holds, when it is one, whole and of that model.</summary>
    /// <exception cref="VectorFileException">It is not.</exception>
    public static VectorLayout Read(ReadOnlySpan<byte> header, string path, string modelId, int dimensions)
    {
        if (!header.StartsWith(Magic)) throw new VectorFileException(VectorFileFault.NotVectors, path, "is not one: it does not begin as they do.");
        if (header.Length < VectorLayout.HeaderLength) throw new VectorFileException(VectorFileFault.Damaged, path, "is damaged: it ends within its header.");
        if (Number(header, VersionAt) != (BitConverter.IsLittleEndian ? Version : -Version))
            throw new VectorFileException(VectorFileFault.OtherVersion, path, $"is of version {Number(header, VersionAt)}; this program reads version {Version}.");
        if (!SHA256.HashData(header[..ChecksumAt]).AsSpan().SequenceEqual(header[ChecksumAt..VectorLayout.HeaderLength]))
            throw new VectorFileException(VectorFileFault.Damaged, path, "is damaged: its header does not have its checksum.");
        var model = System.Text.Encoding.UTF8.GetString(header.Slice(ModelAt, Number(header, LengthAt)));
        if (model != modelId) throw new VectorFileException(VectorFileFault.OtherModel, path, $"has the vectors of the model {model}, not of {modelId}.");
        var layout = new VectorLayout(Number(header, DimensionsAt), Number(header, CountAt));
        return layout.Dimensions == dimensions ? layout
            : throw new VectorFileException(VectorFileFault.OtherDimensions, path, $"has vectors of {layout.Dimensions} dimensions, not of {dimensions}.");
    }

    private static int Number(ReadOnlySpan<byte> header, int at) => BinaryPrimitives.ReadInt32LittleEndian(header[at..]);
}
