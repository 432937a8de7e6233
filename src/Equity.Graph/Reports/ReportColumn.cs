using Equity.Graph.Reports.Writing;

namespace Equity.Graph.Reports;

/// <summary>A column of a report.</summary>
/// <param name="Name">Its name, as a field of the graph is called: the header in CSV, the property in JSON.</param>
/// <param name="Type">What its cells are.</param>
/// <param name="Description">What it holds, in a sentence.</param>
internal abstract record ReportColumn(string Name, ColumnType Type, string Description);

/// <summary>A column, and how a row fills it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its cells are.</param>
/// <param name="Description">What it holds.</param>
/// <param name="Write">Writes a row's cell.</param>
internal sealed record ReportColumn<TRow>(string Name, ColumnType Type, string Description, Action<TRow, RowWriter> Write) : ReportColumn(Name, Type, Description);

/// <summary>What the cells of a column are.</summary>
internal enum ColumnType
{
    /// <summary>A text.</summary>
    Text,
    /// <summary>A day, as 2026-11-24.</summary>
    Date,
    /// <summary>A whole number.</summary>
    Integer,
    /// <summary>A number, with a point before its decimals; in CSV * where it is hidden.</summary>
    Number,
    /// <summary>Either true or false.</summary>
    Boolean,
}
