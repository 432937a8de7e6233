using System.Globalization;
using Equity.Graph.Inequities;
using Equity.Graph.Rules;

namespace Equity.Graph.Reports;

/// <summary>A parameter of a report's address.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its value is, such as date.</param>
/// <param name="Description">What it does, in a sentence.</param>
/// <param name="Remedy">How its value is to be written, in a sentence.</param>
internal abstract record ReportFilter(string Name, string Type, string Description, string Remedy)
{
    // What reports share.
    public static readonly ReportFilter<string?> Team = Key("team", "Only of this team, by its key.");
    public static readonly ReportFilter<string?> Programme = Key("programme", "Only of teams of this programme, by its key.");
    public static readonly ReportFilter<string?> Measure = Key("measure", "Only of measures of this key, which is unique within a team.");
    public static readonly ReportFilter<InequityDimension?> Dimension = Choice<InequityDimension>("dimension", "Only groups that differ along this dimension.");
    public static readonly ReportFilter<DateOnly?> From = Day("from", "Only from this day on, itself included.");
    public static readonly ReportFilter<DateOnly?> To = Day("to", "Only to this day, itself included.");

    /// <summary>A filter by the key of something.</summary>
    public static ReportFilter<string?> Key(string name, string description) => new(name, "key", description,
        $"Write the key as the reports have it: lower-case letters, digits and hyphens, at most {Rules.Key.Max}.", text => Rules.Key.Problem(text) is null ? text : null);

    /// <summary>A filter by a day.</summary>
    public static ReportFilter<DateOnly?> Day(string name, string description) => new(name, "date", description,
        "Write the date as year-month-day, such as 2026-11-24.", text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    /// <summary>A filter by a value of an enum of the graph.</summary>
    public static ReportFilter<T?> Choice<T>(string name, string description) where T : struct, Enum =>
        new(name, "choice", description, $"Write one of {string.Join(", ", ContractName.All<T>())}.", text => ContractName.TryParse<T>(text, out var value) ? value : null);

    /// <summary>A whole number.</summary>
    public static ReportFilter<int?> Whole(string name, string description, int least, int most) => new(name, "integer", description,
        FormattableString.Invariant($"Write a whole number from {least} to {most}."),
        text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null);

    /// <summary>Yes or no.</summary>
    public static ReportFilter<bool?> Flag(string name, string description) => new(name, "boolean", description, "Write true or false.", text => text switch { "true" => true, "false" => false, _ => null });

    /// <summary>Reads a value as it stands in an address.</summary>
    /// <returns>The value; null when it cannot be read.</returns>
    public abstract object? Read(string text);
}

/// <summary>A parameter of values of a type, which a null stands for when it is left out.</summary>
internal sealed record ReportFilter<T>(string Name, string Type, string Description, string Remedy, Func<string, T> Reader) : ReportFilter(Name, Type, Description, Remedy)
{
    public override object? Read(string text) => Reader(text);
}
