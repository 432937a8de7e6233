using Equity.Graph.Screening;

namespace Equity.Graph.Tests.Screening;

/// <summary>What screening finds in a text, in words.</summary>
internal static class Screened
{
    /// <summary>Fails unless the one thing found in a text is of a kind and stands between «these marks», which are no part of the text.</summary>
    public static void Holds(PersonalDetail kind, string marked)
    {
        var text = marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal);
        Assert.Equal(marked, Mark(text));
        Assert.All(Screen.Find(text), found => Assert.Equal(kind, found.Kind));
    }

    /// <summary>Fails if anything is found.</summary>
    public static void IsClean(string text) => Assert.Equal(text, Mark(text));

    /// <summary>The text with marks around all that is found.</summary>
    private static string Mark(string text)
    {
        foreach (var found in Screen.Find(text).Reverse())
            text = text.Insert(found.Start + found.Length, "»").Insert(found.Start, "«");
        return text;
    }
}
