using SkiaSharp;

namespace Equity.Graph.Posters.Drawing;

/// <summary>Writes text on a canvas in the typeface that the program brings along: a server has none.</summary>
internal sealed class Letters(SKCanvas canvas) : IDisposable
{
    /// <summary>The distance of lines, in sizes of the letters.</summary>
    private const float LineHeight = 1.35f;

    private readonly SKTypeface typeface = Load();

    /// <summary>Writes a text, line by line, as far as there is room.</summary>
    /// <param name="text">The text; words are kept whole.</param>
    /// <param name="room">Where.</param>
    /// <param name="size">The size of the letters in pixels; they become smaller where the text would not fit.</param>
    /// <param name="colour">Their colour.</param>
    /// <param name="isBold">Whether they are heavier.</param>
    /// <param name="isCentred">Whether lines stand in the middle.</param>
    public void Write(string text, SKRect room, float size, SKColor colour, bool isBold = false, bool isCentred = false)
    {
        using var font = new SKFont(typeface, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true, Embolden = isBold };
        using var paint = new SKPaint { Color = colour, IsAntialias = true };
        var lines = Lines(text, font, room.Width);
        while (lines.Count * font.Size * LineHeight > room.Height && font.Size > 12)
        {
            font.Size--;
            lines = Lines(text, font, room.Width);
        }
        foreach (var (i, line) in lines.Index())
            canvas.DrawText(line, isCentred ? room.MidX : room.Left, room.Top + font.Size + (i * font.Size * LineHeight), isCentred ? SKTextAlign.Center : SKTextAlign.Left, font, paint);
    }

    public void Dispose() => typeface.Dispose();

    private static List<string> Lines(string text, SKFont font, float width)
    {
        var lines = new List<string>();
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines.Count > 0 && font.MeasureText($"{lines[^1]} {word}") <= width)
                lines[^1] += " " + word;
            else
                lines.Add(word);
        }
        return lines;
    }

    private static SKTypeface Load()
    {
        using var font = typeof(Letters).Assembly.GetManifestResourceStream("posters/OpenSans-Regular.ttf");
        return SKTypeface.FromStream(font);
    }
}
