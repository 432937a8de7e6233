using Equity.Graph.Learning;
using Equity.Graph.Rules;

namespace Equity.Graph.Events.Harvest;

/// <summary>What may be written down at a table.</summary>
internal static class HarvestRules
{
    public static readonly TextRule Title = LearningRules.Title with { Required = false };
    public static readonly TextRule Text = new("text", 2_000, Required: true);

    /// <summary>How many notes a table has in one round at most.</summary>
    public const int MostOfATable = 30;

    /// <summary>How many notes an event has at most: all pairs of them are compared.</summary>
    public const int MostOfAnEvent = 1_000;

    /// <summary>How many notes are merged or published at once.</summary>
    public const int MostAtOnce = 100;

    /// <summary>The most characters of a title that is made from the text.</summary>
    private const int MadeTitle = 120;

    /// <summary>What was heard in a few words: as somebody said, or the first sentence of the text, cut at a word where it is long.</summary>
    public static string Titled(this HarvestNote note)
    {
        if (note.Title is { } title)
            return title;
        var end = note.Text.AsSpan().IndexOfAny('.', '!', '\n') is >= 0 and var stop ? stop : note.Text.Length;
        if (end <= MadeTitle)
            return note.Text[..end].TrimEnd();
        var blank = note.Text.LastIndexOf(' ', MadeTitle);
        return note.Text[..(blank > 0 ? blank : MadeTitle)].TrimEnd() + "…";
    }
}
