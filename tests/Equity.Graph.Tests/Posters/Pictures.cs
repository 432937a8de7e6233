using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using SkiaSharp;

namespace Equity.Graph.Tests.Posters;

/// <summary>Files to send: good ones, and such as somebody sends by mistake or with intent.</summary>
internal static class Pictures
{
    /// <summary>What tells where a photograph was taken, in the metadata of <see cref="Photograph"/>.</summary>
    public const string Place = "51.500729 N 0.124625 W";

    /// <summary>A picture with a red left half and a blue right half.</summary>
    public static byte[] Of(SKEncodedImageFormat format, int width = 400, int height = 300)
    {
        using var bitmap = new SKBitmap(width, height);
        using (var canvas = new SKCanvas(bitmap))
        {
            canvas.Clear(SKColors.Red);
            using var blue = new SKPaint { Color = SKColors.Blue };
            canvas.DrawRect(width / 2f, 0, width / 2f, height, blue);
        }
        using var written = bitmap.Encode(format, 95);
        return written.ToArray();
    }

    public static byte[] Png(int width = 400, int height = 300) => Of(SKEncodedImageFormat.Png, width, height);

    /// <summary>A photograph that was taken with the camera turned a quarter, with its place in EXIF and XMP.</summary>
    public static byte[] Photograph()
    {
        var jpeg = Of(SKEncodedImageFormat.Jpeg);
        var text = Encoding.ASCII.GetBytes(Place + "\0");
        // A TIFF header, one directory with a description and the orientation 6 (the top is on the right), and the description.
        byte[] exif = [.. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 2,
            0x01, 0x0E, 0, 2, 0, 0, 0, (byte)text.Length, 0, 0, 0, 38,
            0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0,
            0, 0, 0, 0, .. text];
        byte[] xmp = [.. "http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>"u8, .. text[..^1], .. "</x:xmpmeta>"u8];
        return [.. jpeg[..2], .. Segment(0xE1, exif), .. Segment(0xE1, xmp), .. jpeg[2..]];
    }

    /// <summary>A small JPEG that says of itself how many pixels it has.</summary>
    public static byte[] Claiming(int width, int height)
    {
        var jpeg = Of(SKEncodedImageFormat.Jpeg);
        var frame = jpeg.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, 0xC0]);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 5), (ushort)height);
        BinaryPrimitives.WriteUInt16BigEndian(jpeg.AsSpan(frame + 7), (ushort)width);
        return jpeg;
    }

    /// <summary>A PNG that says that it moves.</summary>
    public static byte[] MovingPng()
    {
        const int header = 33;
        byte[] chunk = [0, 0, 0, 8, .. "acTL"u8, 0, 0, 0, 2, 0, 0, 0, 0];
        var checksum = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(checksum, Checksum(chunk.AsSpan(4)));
        var png = Png();
        return [.. png[..header], .. chunk, .. checksum, .. png[header..]];
    }

    /// <summary>A WebP of two frames.</summary>
    public static byte[] MovingWebP()
    {
        var frame = Of(SKEncodedImageFormat.Webp, 16, 16)[12..];
        byte[] content = [.. "WEBP"u8,
            .. Chunk("VP8X"u8, [2, 0, 0, 0, 15, 0, 0, 15, 0, 0]), .. Chunk("ANIM"u8, [0, 0, 0, 0, 0, 0]),
            .. Moving(frame), .. Moving(frame)];
        return Chunk("RIFF"u8, content);

        static byte[] Moving(byte[] frame) => Chunk("ANMF"u8, [0, 0, 0, 0, 0, 0, 15, 0, 0, 15, 0, 0, 100, 0, 0, 0, .. frame]);

        static byte[] Chunk(ReadOnlySpan<byte> name, byte[] content)
        {
            var size = new byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(size, content.Length);
            return [.. name, .. size, .. content, .. new byte[content.Length % 2]];
        }
    }

    /// <summary>A PDF of one page.</summary>
    /// <param name="catalog">What its root says besides.</param>
    /// <param name="objects">Objects besides, from number 4 on.</param>
    public static byte[] Pdf(string catalog = "", params string[] objects)
    {
        string[] all = [$"<< /Type /Catalog /Pages 2 0 R {catalog} >>", "<< /Type /Pages /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>", .. objects];
        var pdf = new StringBuilder("%PDF-1.7\n");
        var places = new List<int>();
        foreach (var (i, content) in all.Index())
        {
            places.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{content}\nendobj\n");
        }
        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {all.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            pdf.Append(CultureInfo.InvariantCulture, $"{place:0000000000} 00000 n \n");
        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {all.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }

    private static byte[] Segment(byte marker, byte[] content)
    {
        var size = new byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(size, (ushort)(content.Length + 2));
        return [0xFF, marker, .. size, .. content];
    }

    /// <summary>CRC-32 as PNG has it.</summary>
    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var each in bytes)
        {
            sum ^= each;
            for (var bit = 0; bit < 8; bit++)
                sum = (sum & 1) == 1 ? (sum >> 1) ^ 0xEDB88320 : sum >> 1;
        }
        return ~sum;
    }
}
