using System.Globalization;
using Equity.Graph.Posters.Files;
using SkiaSharp;

namespace Equity.Graph.Posters.Drawing;

/// <summary>A poster that is drawn from data: a title, panels of text beside each other, and a chart of bars. The same data give the same pixels.</summary>
/// <param name="Title">What it is about.</param>
/// <param name="By">Whose it is, and where they work.</param>
/// <param name="Panels">Three panels.</param>
/// <param name="Measure">What the bars show, with its unit.</param>
/// <param name="Bars">The bars, from left to right.</param>
internal sealed record DrawnPoster(string Title, string By, IReadOnlyList<DrawnPanel> Panels, string Measure, IReadOnlyList<DrawnBar> Bars)
{
    private const int Width = 1600, Height = 1130, Margin = 60, Gap = 40, ChartTop = 690;

    private static readonly SKColor Paper = new(0xFF, 0xFD, 0xF7), Ink = new(0x1D, 0x2A, 0x33), Band = new(0x0B, 0x4F, 0x6C), Panel = new(0xE8, 0xF1, 0xF2), Bar = new(0xB0, 0x4A, 0x00);

    /// <summary>What is to be seen on it, for who cannot see it.</summary>
    public string AltText => string.Join(' ', [
        $"A poster with the title “{Title}”, by {By}.",
        .. Panels.Select(panel => $"A panel “{panel.Heading}” says: {panel.Text}"),
        $"Below them is a bar chart of {Measure}: {string.Join(", ", Bars.Select(bar => $"{bar.Label} {Number(bar)}"))}."]);

    /// <summary>Draws it.</summary>
    public Picture Draw()
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        using var letters = new Letters(canvas);
        canvas.Clear(Paper);
        Fill(canvas, Band, 0, 0, Width, 190);
        letters.Write(Title, new SKRect(Margin, 30, Width - Margin, 125), 54, Paper, isBold: true);
        letters.Write(By, new SKRect(Margin, 125, Width - Margin, 180), 28, Paper);
        var width = (Width - (2f * Margin) - ((Panels.Count - 1f) * Gap)) / Panels.Count;
        foreach (var (i, panel) in Panels.Index())
        {
            var left = Margin + (i * (width + Gap));
            Fill(canvas, Panel, left, 230, width, ChartTop - 270);
            letters.Write(panel.Heading, new SKRect(left + 24, 250, left + width - 24, 300), 34, Band, isBold: true);
            letters.Write(panel.Text, new SKRect(left + 24, 310, left + width - 24, ChartTop - 50), 32, Ink);
        }
        Chart(canvas, letters);
        canvas.Flush();
        return Picture.Of(bitmap, PictureFormat.Png);
    }

    private void Chart(SKCanvas canvas, Letters letters)
    {
        const float bottom = Height - 100, top = ChartTop + 110;
        letters.Write(Measure, new SKRect(Margin, ChartTop, Width - Margin, ChartTop + 50), 34, Band, isBold: true);
        var step = (Width - (2f * Margin)) / Bars.Count;
        var most = Bars.Max(bar => bar.Value);
        foreach (var (i, bar) in Bars.Index())
        {
            var (left, right) = (Margin + (i * step), Margin + ((i + 1) * step));
            var height = most > 0 ? (float)(bar.Value / most) * (bottom - top) : 0;
            Fill(canvas, Bar, left + (step * 0.2f), bottom - height, step * 0.6f, height);
            letters.Write(Number(bar), new SKRect(left, bottom - height - 46, right, bottom - height), 32, Ink, isBold: true, isCentred: true);
            letters.Write(bar.Label, new SKRect(left, bottom + 14, right, Height - 20), 27, Ink, isCentred: true);
        }
        Fill(canvas, Ink, Margin, bottom, Width - (2 * Margin), 3);
    }

    private static void Fill(SKCanvas canvas, SKColor colour, float left, float top, float width, float height)
    {
        using var paint = new SKPaint { Color = colour };
        canvas.DrawRect(left, top, width, height, paint);
    }

    private static string Number(DrawnBar bar) => bar.Value.ToString("0.#", CultureInfo.InvariantCulture);
}

/// <summary>A panel of text on a drawn poster.</summary>
internal sealed record DrawnPanel(string Heading, string Text);

/// <summary>A bar of a chart, 0 or more high.</summary>
internal sealed record DrawnBar(string Label, double Value);
