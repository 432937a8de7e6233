using System.Buffers.Binary;
using SkiaSharp;

namespace Equity.Graph.Posters.Files;

/// <summary>A picture as it is kept: drawn anew from its pixels, so that nothing else of the file that came is left, such as where a photograph was taken.</summary>
/// <param name="Format">How it is written.</param>
/// <param name="Width">Its width in pixels, upright.</param>
/// <param name="Height">Its height in pixels, upright.</param>
/// <param name="Whole">The picture.</param>
/// <param name="Small">The picture, small enough for a gallery, as WebP.</param>
/// <param name="Large">The picture, large enough for a page, as WebP.</param>
internal sealed record Picture(PictureFormat Format, int Width, int Height, ReadOnlyMemory<byte> Whole, ReadOnlyMemory<byte> Small, ReadOnlyMemory<byte> Large)
{
    /// <summary>The quality at which what was a photograph stays one, 0 to 100.</summary>
    private const int Quality = 90;

    /// <summary>The quality of thumbnails, 0 to 100.</summary>
    private const int ThumbnailQuality = 80;

    /// <summary>The format whose first bytes these are, whatever the file is called; null for any other.</summary>
    public static PictureFormat? FormatOf(ReadOnlySpan<byte> file) =>
        file is [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] ? PictureFormat.Png
        : file is [0xFF, 0xD8, 0xFF, ..] ? PictureFormat.Jpeg
        : file.Length >= 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8) ? PictureFormat.WebP
        : null;

    /// <summary>Reads a picture; null and the problem when it cannot be kept. Pixels are read only once their number is known to be bearable.</summary>
    public static Picture? Read(ReadOnlySpan<byte> file, PictureFormat format, out FileProblem? problem)
    {
        using var data = SKData.CreateCopy(file);
        using var codec = SKCodec.Create(data);
        problem = codec is null || codec.EncodedFormat != SkiaFormatOf(format) ? FileProblem.Broken
            : codec.Info.Width > PosterRules.MaxSide || codec.Info.Height > PosterRules.MaxSide || (long)codec.Info.Width * codec.Info.Height > PosterRules.MaxPixels
                ? FileProblem.TooManyPixels(codec.Info.Width, codec.Info.Height)
            : codec.FrameCount > 1 || (format == PictureFormat.Png && IsAnimated(file)) ? FileProblem.Animated
            : null;
        if (problem is not null)
            return null;
        using var pixels = Decode(codec!);
        if (pixels is null)
        {
            problem = FileProblem.Broken;
            return null;
        }
        using var upright = Turn(pixels, codec!.EncodedOrigin);
        return Of(upright, format);
    }

    /// <summary>A picture that is kept as these pixels.</summary>
    public static Picture Of(SKBitmap pixels, PictureFormat format) => new(
        format, pixels.Width, pixels.Height, Write(pixels, format, Quality), Thumbnail(pixels, PosterRules.SmallWidth), Thumbnail(pixels, PosterRules.LargeWidth));

    private static SKEncodedImageFormat SkiaFormatOf(PictureFormat format) => format switch
    {
        PictureFormat.Png => SKEncodedImageFormat.Png,
        PictureFormat.Jpeg => SKEncodedImageFormat.Jpeg,
        _ => SKEncodedImageFormat.Webp,
    };

    /// <summary>The decoder takes an animated PNG for its first frame: a chunk before the pixels tells.</summary>
    private static bool IsAnimated(ReadOnlySpan<byte> png)
    {
        // Each chunk: length, name, content, checksum.
        for (var rest = png[8..]; rest.Length >= 12 && !rest[4..].StartsWith("IDAT"u8);)
        {
            if (rest[4..].StartsWith("acTL"u8))
                return true;
            var whole = 12 + (long)BinaryPrimitives.ReadUInt32BigEndian(rest);
            rest = whole < rest.Length ? rest[(int)whole..] : [];
        }
        return false;
    }

    /// <summary>The pixels in the colours that every screen knows; null when they are not all there.</summary>
    private static SKBitmap? Decode(SKCodec codec)
    {
        using var colours = SKColorSpace.CreateSrgb();
        var pixels = new SKBitmap(new SKImageInfo(codec.Info.Width, codec.Info.Height, SKColorType.Rgba8888, codec.Info.IsOpaque ? SKAlphaType.Opaque : SKAlphaType.Premul, colours));
        if (codec.GetPixels(pixels.Info, pixels.GetPixels()) == SKCodecResult.Success)
            return pixels;
        pixels.Dispose();
        return null;
    }

    /// <summary>The picture as a camera meant it to be seen: what tells which side is up is not kept.</summary>
    private static SKBitmap Turn(SKBitmap pixels, SKEncodedOrigin origin)
    {
        var (w, h) = origin >= SKEncodedOrigin.LeftTop ? (pixels.Height, pixels.Width) : (pixels.Width, pixels.Height);
        var upright = new SKBitmap(pixels.Info.WithSize(w, h));
        using var canvas = new SKCanvas(upright);
        canvas.SetMatrix(origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, w, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, w, -1, 0, h, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, h, 0, 0, 1),
            _ => SKMatrix.Identity,
        });
        using var paint = new SKPaint { BlendMode = SKBlendMode.Src };
        canvas.DrawBitmap(pixels, 0, 0, paint);
        return upright;
    }

    /// <summary>The picture within a width and twice that height; one that is smaller stays as large as it is.</summary>
    private static byte[] Thumbnail(SKBitmap pixels, int width)
    {
        var scale = Math.Min(1, Math.Min((double)width / pixels.Width, 2.0 * width / pixels.Height));
        var size = new SKSizeI(Math.Max(1, (int)Math.Round(pixels.Width * scale)), Math.Max(1, (int)Math.Round(pixels.Height * scale)));
        using var scaled = pixels.Resize(size, new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return Write(scaled, PictureFormat.WebP, ThumbnailQuality);
    }

    private static byte[] Write(SKBitmap pixels, PictureFormat format, int quality)
    {
        using var written = pixels.Encode(SkiaFormatOf(format), quality);
        return written.ToArray();
    }
}
