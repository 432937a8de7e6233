using System.Diagnostics.CodeAnalysis;
using Equity.Graph.Rules;

namespace Equity.Graph.Resources;

/// <summary>What a resource may hold.</summary>
internal static class ResourceRules
{
    public static readonly TextRule Title = new("title", 300, Required: true);
    /// <summary>An address is no free text: numbers of videos look like those of people.</summary>
    public static readonly TextRule Url = new("url", 2_000, Required: true, Screened: false);
    public static readonly TextRule Transcript = new("transcript", 20_000);

    /// <summary>The most resources that one team may have.</summary>
    public const int MaxOfTeam = 50;

    /// <summary>The address as it is stored; false when a text is none that begins with https, or holds a name and password.</summary>
    public static bool TryReadAddress(string text, [NotNullWhen(true)] out string? address)
    {
        var isSafe = Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri is { UserInfo: "", Host.Length: > 0 } && uri.AbsoluteUri.Length <= Url.Max;
        address = isSafe ? uri!.AbsoluteUri : null;
        return isSafe;
    }
}
