using Equity.Graph.Rules;

namespace Equity.Graph.Posters;

/// <summary>What a poster may hold.</summary>
internal static class PosterRules
{
    public static readonly TextRule Title = new("title", 300, Required: true);
    public static readonly TextRule AltText = new("altText", 2_000);
    public static readonly TextRule Summary = new("summary", 4_000);

    /// <summary>The most posters that one team may have.</summary>
    public const int MaxOfTeam = 50;

    /// <summary>The most bytes of a picture or PDF.</summary>
    public const int MaxBytes = 10_000_000;

    /// <summary>The most pixels of a picture: more would take more memory to read than a server should give to one file.</summary>
    public const int MaxPixels = 40_000_000;

    /// <summary>The longest side of a picture in pixels.</summary>
    public const int MaxSide = 16_000;

    /// <summary>The width of a picture in a gallery, in pixels.</summary>
    public const int SmallWidth = 320;

    /// <summary>The width of a picture on a page, in pixels.</summary>
    public const int LargeWidth = 960;
}
