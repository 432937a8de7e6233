namespace Equity.Graph.Reports.Writing;

/// <summary>Writes rows straight to the client, in one of the forms of a file. Only what the client has not taken yet is in memory: <see cref="Enough"/> bytes, however many rows there are.</summary>
internal abstract class RowWriter : IAsyncDisposable
{
    /// <summary>How many bytes are gathered before they are sent.</summary>
    protected const int Enough = 64 * 1024;

    /// <summary>Writes what comes before the first row.</summary>
    public abstract Task BeginAsync(IReadOnlyList<ReportColumn> columns, CancellationToken cancel);

    /// <summary>Begins a row; its cells follow in the order of the columns.</summary>
    public abstract void BeginRow();

    /// <summary>Writes a text; null where there is none.</summary>
    public abstract void Text(string column, string? value);

    /// <summary>Writes a number.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="value">The number; null where there is none.</param>
    /// <param name="hidden">Whether a missing one is hidden.</param>
    public abstract void Number(string column, double? value, bool hidden);

    /// <summary>Writes a day.</summary>
    public abstract void Date(string column, DateOnly? value);

    /// <summary>Writes true or false.</summary>
    public abstract void Boolean(string column, bool? value);

    /// <summary>Ends a row. When enough is gathered, it waits until the client has taken that.</summary>
    public abstract ValueTask EndRowAsync(CancellationToken cancel);

    /// <summary>Writes what comes after the last row, and sends the rest. Without it a file is not whole.</summary>
    public abstract Task EndAsync(CancellationToken cancel);

    public abstract ValueTask DisposeAsync();
}
