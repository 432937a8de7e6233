using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace Equity.Graph.Execution.Limits;

/// <summary>What is known beforehand of a field's cost, said where the field is made.</summary>
internal static class FieldCosts
{
    /// <summary>The work of a mutation: its rows, their audit, and waiting for the disk.</summary>
    public const int Change = 10;

    /// <summary>How many items a list without pages has, where nobody says.</summary>
    private const int UsualItems = 10;

    private const string Work = "cost.work";
    private const string Text = "cost.text";
    private const string Items = "cost.items";
    private const string OfPage = "cost.page";

    /// <summary>The field is more work than reading a row: each time it counts this much, beside what it delivers.</summary>
    public static FieldBuilder<TSource, TReturn> Costs<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, int work) => field.WithMetadata(Work, work);

    /// <summary>Reading the text of an argument is work: this much for each piece of so many characters that is begun.</summary>
    public static FieldBuilder<TSource, TReturn> CostsToRead<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, string argument, int characters, int work) =>
        field.WithMetadata(Text, new ReadText(argument, characters, work));

    /// <summary>The list has no pages; it has about this many items, more often fewer than more.</summary>
    public static FieldBuilder<TSource, TReturn> Holds<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field, int items) => field.WithMetadata(Items, items);

    /// <summary>The list has as many items as the page that it is a field of.</summary>
    public static FieldBuilder<TSource, TReturn> HoldsThePage<TSource, TReturn>(this FieldBuilder<TSource, TReturn> field) => field.WithMetadata(OfPage, true);

    /// <summary>The field's work beside what it delivers.</summary>
    /// <param name="field">The field.</param>
    /// <param name="value">Tells the values of its arguments.</param>
    public static int WorkOf(this FieldType field, Func<string, object?> value) => field.GetMetadata(Work, 0)
        + (field.GetMetadata<ReadText?>(Text) is { } read && value(read.Argument) is string text ? ((text.Length + read.Characters - 1) / read.Characters) * read.Work : 0);

    /// <summary>How many items a list without pages has.</summary>
    public static int ItemsOf(this FieldType field) => field.GetMetadata(Items, UsualItems);

    /// <summary>Whether somebody has said how many items the list may have.</summary>
    public static bool IsSized(this FieldType field) =>
        field.HasMetadata(Items) || field.IsOfPage() || field.Arguments?.Find("first") is not null || field.Arguments?.Find("ids") is not null;

    /// <summary>Whether the list is the items of a page.</summary>
    public static bool IsOfPage(this FieldType field) => field.GetMetadata(OfPage, false);

    private sealed record ReadText(string Argument, int Characters, int Work);
}
