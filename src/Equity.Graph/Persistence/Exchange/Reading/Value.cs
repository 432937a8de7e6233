using System.Globalization;
using Equity.Graph.Rules;
using Equity.Graph.Screening;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>A value that was read, or what is wrong with it and what is allowed.</summary>
internal readonly record struct Found<T>(T Value, string? Problem = null)
{
    public static Found<T> Wrong(string problem) => new(default!, problem);
}

/// <summary>How one value of the input is read as what its field may hold. CSV cells and JSON values go through the same checks.</summary>
internal static class Value
{
    /// <summary>The text of a text or a cell; null of anything else.</summary>
    public static string? Text(Entry? entry) => (entry as TextEntry)?.Text ?? (entry as CellEntry)?.Text;

    public static Found<string?> Text(Entry entry, TextRule rule)
    {
        if (Text(entry) is not { } written)
            return Found<string?>.Wrong(MustBe("a text", entry));
        var text = TextRule.Clean(written);
        return new(text, rule.Problem(text) ?? Refusal.Of(rule.PersonalDetails(text)));
    }

    public static Found<string> Key(Entry entry) =>
        Text(entry) is not { } key ? Found<string>.Wrong(MustBe("a text", entry)) : new(key, Rules.Key.Problem(key));

    public static Found<double> Number(Entry entry, NumberRule rule)
    {
        var written = (entry as NumberEntry)?.Written ?? (entry as CellEntry)?.Text.Trim();
        if (written is null || !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            return Found<double>.Wrong(written is null ? MustBe("a number", entry) : $"is {Written.Quoted(written)} and must be a number; {rule.Allowed}");
        return new(number, double.IsFinite(number) ? rule.Problem(number) : $"is {Written.Cut(written)}; {rule.Allowed}");
    }

    public static Found<T> Choice<T>(Entry entry) where T : struct, Enum
    {
        var names = ContractName.All<T>();
        if (Text(entry)?.Trim() is not { } written)
            return Found<T>.Wrong($"{MustBe("a text", entry)}; allowed are {string.Join(", ", names)}");
        return ContractName.TryParse<T>(written, out var value)
            ? new(value)
            : Found<T>.Wrong($"is {Written.Quoted(written)}; allowed are {string.Join(", ", names)}{Nearest.Hint(written, names)}");
    }

    public static Found<bool> Flag(Entry entry)
    {
        if (entry is FlagEntry flag)
            return new(flag.Value);
        return entry is CellEntry cell && bool.TryParse(cell.Text, out var value) ? new(value) : Found<bool>.Wrong(MustBe("true or false", entry));
    }

    public static Found<DateOnly> Day(Entry entry)
    {
        if (Text(entry)?.Trim() is not { } written)
            return Found<DateOnly>.Wrong(MustBe("a text such as \"2026-03-31\"", entry));
        var problem = Written.ReadDay(written, out var day);
        return new(day, problem);
    }

    public static Found<DateTime> Instant(Entry entry)
    {
        if (Text(entry)?.Trim() is not { } written)
            return Found<DateTime>.Wrong(MustBe("a text such as \"2026-03-31T09:30:00Z\"", entry));
        var problem = Written.ReadInstant(written, out var instant);
        return new(instant, problem);
    }

    /// <summary>The items of a list, or of a cell with semicolons between them; none of JSON's null; null of anything else.</summary>
    public static IReadOnlyList<Entry>? Items(Entry entry) => entry switch
    {
        ListEntry list => [.. list.Items.Where(item => item is not BrokenEntry)],
        CellEntry cell => [.. cell.Text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(item => cell with { Text = item })],
        NothingEntry => [],
        _ => null,
    };

    /// <summary>"must be a text, not a number".</summary>
    public static string MustBe(string allowed, Entry entry) => $"must be {allowed}, not " + entry switch
    {
        TextEntry text => Written.Quoted(text.Text),
        CellEntry cell => Written.Quoted(cell.Text),
        NumberEntry => "a number",
        FlagEntry flag => flag.Value ? "true" : "false",
        ListEntry => "a list",
        ObjectEntry => "an object",
        _ => "null",
    };
}
