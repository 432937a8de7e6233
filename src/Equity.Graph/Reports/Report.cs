using Equity.Graph.Persistence;
using Equity.Graph.Reports.Writing;

namespace Equity.Graph.Reports;

/// <summary>
/// A table that reporting tools pull as a file. Whoever asks, its rows are read as a visitor reads them: published teams, and of figures about people what was released.
/// </summary>
internal abstract class Report
{
    /// <summary>Its name in its address: lower case, and never another one.</summary>
    public abstract string Name { get; }

    /// <summary>What a row is, and in what order they come, in a sentence or two.</summary>
    public abstract string Description { get; }

    /// <summary>Its columns in their order. A newer version adds columns at the end alone.</summary>
    public abstract IReadOnlyList<ReportColumn> Columns { get; }

    /// <summary>What its rows can be filtered by, each a parameter of the address.</summary>
    public abstract IReadOnlyList<ReportFilter> Filters { get; }

    /// <summary>Whether leads and coaches may have figures as they were counted (<see cref="ExactFigures"/>).</summary>
    public virtual bool HasExactFigures => false;

    /// <summary>What changes whenever a row may have changed; null while nobody can say. Read from the same state of the database as the rows.</summary>
    public virtual Task<string?> StampAsync(EquityDbContext db, CancellationToken cancel) => ReportStamp.OfAuditAsync(db, cancel);

    /// <summary>Writes the rows, one by one, as they are read.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="db">Reads as whoever may see the rows.</param>
    /// <param name="asked">What the address asks for.</param>
    /// <param name="cancel">Stops.</param>
    public abstract Task WriteAsync(RowWriter to, EquityDbContext db, ReportRequest asked, CancellationToken cancel);
}

/// <summary>A report by the type of its rows.</summary>
internal abstract class Report<TRow> : Report
{
    /// <summary>The rows in their order, read as they are asked for: a report is never in memory as a whole.</summary>
    /// <param name="db">Reads as whoever may see the rows, from one state of the database.</param>
    /// <param name="asked">What the address asks for; how many rows at most is seen to by the caller.</param>
    /// <param name="cancel">Stops.</param>
    protected abstract IAsyncEnumerable<TRow> RowsAsync(EquityDbContext db, ReportRequest asked, CancellationToken cancel);

    public sealed override async Task WriteAsync(RowWriter to, EquityDbContext db, ReportRequest asked, CancellationToken cancel)
    {
        var columns = Columns.Cast<ReportColumn<TRow>>().ToArray();
        await foreach (var row in RowsAsync(db, asked, cancel).Take(asked.Limit).WithCancellation(cancel))
        {
            to.BeginRow();
            foreach (var column in columns)
                column.Write(row, to);
            await to.EndRowAsync(cancel);
        }
    }

    /// <summary>A column of texts; a null is an empty cell.</summary>
    protected static ReportColumn<TRow> Text(string name, string description, Func<TRow, string?> value) => new(name, ColumnType.Text, description, (row, to) => to.Text(name, value(row)));

    /// <summary>A column of dates.</summary>
    protected static ReportColumn<TRow> Date(string name, string description, Func<TRow, DateOnly?> value) => new(name, ColumnType.Date, description, (row, to) => to.Date(name, value(row)));

    /// <summary>A column of whole numbers.</summary>
    protected static ReportColumn<TRow> Integer(string name, string description, Func<TRow, int?> value) => new(name, ColumnType.Integer, description, (row, to) => to.Number(name, value(row), hidden: false));

    /// <summary>A column of numbers.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it holds.</param>
    /// <param name="value">The number; null where there is none.</param>
    /// <param name="hidden">Whether a missing one is hidden; left out, none is.</param>
    protected static ReportColumn<TRow> Number(string name, string description, Func<TRow, double?> value, Func<TRow, bool>? hidden = null) =>
        new(name, ColumnType.Number, description, (row, to) => to.Number(name, value(row), hidden?.Invoke(row) == true));

    /// <summary>A column of true and false.</summary>
    protected static ReportColumn<TRow> Boolean(string name, string description, Func<TRow, bool?> value) => new(name, ColumnType.Boolean, description, (row, to) => to.Boolean(name, value(row)));
}
