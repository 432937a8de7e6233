using CsvHelper;

namespace Equity.Graph.Reports.Writing;

/// <summary>
/// CSV as RFC 4180 has it: a header, commas, CRLF, quotes where they are needed, UTF-8. A hidden number is *, a missing one is empty. A text that a spreadsheet would take for
/// a formula gets an apostrophe in front; numbers never do.
/// </summary>
internal sealed class CsvRows(Stream to, bool bom) : RowWriter
{
    /// <summary>What stands for a hidden number.</summary>
    public const string Hidden = "*";

    private readonly CsvWriter csv = CsvWriter.Create(to, new CsvWriterOptions { Injection = CsvInjection.Escape, TrueValue = "true", FalseValue = "false", WriteByteOrderMark = bom, BufferSize = Enough }, leaveOpen: true);

    public override async Task BeginAsync(IReadOnlyList<ReportColumn> columns, CancellationToken cancel)
    {
        foreach (var column in columns)
            csv.WriteField(column.Name);
        await EndRowAsync(cancel);
    }

    public override void BeginRow() { }

    public override void Text(string column, string? value) => csv.WriteField(value);

    public override void Number(string column, double? value, bool hidden)
    {
        if (value is null && hidden)
            csv.WriteField(Hidden);
        else
            csv.WriteField(value, default);
    }

    public override void Date(string column, DateOnly? value) => csv.WriteField(value, "O");

    public override void Boolean(string column, bool? value)
    {
        if (value is { } known)
            csv.WriteField(known);
        else
            csv.WriteField((string?)null);
    }

    public override async ValueTask EndRowAsync(CancellationToken cancel) => await csv.EndRecordAsync(cancel);

    public override async Task EndAsync(CancellationToken cancel) => await csv.FlushAsync(cancel);

    public override ValueTask DisposeAsync() => csv.DisposeAsync();
}
