using CsvHelper;
using Equity.Graph.Rules;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>One file of a CSV folder: rows as objects, by the names in its header. Empty cells are absent fields.</summary>
/// <param name="name">The file's name.</param>
/// <param name="columns">The columns that it may have.</param>
/// <param name="required">The column that it must have: what its rows are joined by.</param>
internal sealed class CsvTable(string name, IReadOnlyList<string> columns, string required)
{
    /// <summary>Reads a file twice: first whether its lines can be read at all, then its rows.</summary>
    public IEnumerable<ObjectEntry> Rows(Func<Stream?> open, Remarks problems, CancellationToken cancel)
    {
        using var lines = open();
        if (lines is null || !LinesAreRight(lines, problems, cancel, out var separator))
            yield break;
        using var rows = CsvReader.Create(open()!, Options(problems, separator));
        var header = Header(rows, problems);
        while (header is not null && MoveNext(rows, problems))
        {
            cancel.ThrowIfCancellationRequested();
            if (Row(rows, header, problems) is { } row)
                yield return row;
        }
    }

    /// <summary>Whether the lines can be read, and what parts their cells: Excel writes semicolons where a comma is the decimal sign.</summary>
    private bool LinesAreRight(Stream stream, Remarks problems, CancellationToken cancel, out char separator)
    {
        var right = true;
        separator = ',';
        foreach (var line in new LineReader(stream).Lines())
        {
            cancel.ThrowIfCancellationRequested();
            if (line.Number == 1 && line.Bytes.Span.Contains((byte)';') && !line.Bytes.Span.Contains((byte)','))
                separator = ';';
            if (line.Problem() is not { } problem)
                continue;
            problems.Add(new Place(name, line.Number), problem);
            right = false;
        }
        return right;
    }

    private CsvReaderOptions Options(Remarks problems, char separator) => new()
    {
        Separator = separator,
        HasHeader = false,
        TrackLineNumbers = true,
        MaxRecordSize = LineReader.MaxBytes,
        MalformedData = CsvMalformedDataHandling.Skip,
        OnMalformedRecord = record => problems.Add(new Place(name, (int)record.LineNumber), record.Reason switch
        {
            CsvMalformedReason.UnterminatedQuote => "opens a quote that is never closed",
            CsvMalformedReason.TextAfterClosingQuote => "has text after a closing quote; write a quote inside a quoted cell twice",
            _ => "has a quote in a cell that is not quoted; put the cell in quotes and write the quote twice",
        }),
    };

    private string[]? Header(CsvReader rows, Remarks problems)
    {
        var place = new Place(name, 1);
        if (!MoveNext(rows, problems))
        {
            problems.Add(new Place(name), $"is empty; its first line names its columns: {string.Join(", ", columns)}");
            return null;
        }
        var header = Cells(rows);
        var before = problems.Count;
        foreach (var unknown in header.Except(columns))
            problems.Add(place.Of(unknown.Length > 0 ? Written.Cut(unknown) : "(no name)"), $"is no column of {name}{Nearest.Hint(unknown, columns, "columns")}");
        foreach (var twice in header.GroupBy(column => column).Where(group => group.Count() > 1))
            problems.Add(place.Of(Written.Cut(twice.Key)), "is the name of two columns");
        if (!header.Contains(required))
            problems.Add(place.Of(required), $"the column is missing; {name} needs it in every row");
        return problems.Count == before ? header : null;
    }

    private ObjectEntry? Row(CsvReader rows, string[] header, Remarks problems)
    {
        var place = new Place(name, (int)rows.LineNumber);
        if (rows.FieldCount != header.Length)
        {
            problems.Add(place, $"has {rows.FieldCount} cells, and the header has {header.Length}");
            return null;
        }
        var fields = Cells(rows).Zip(header).Where(one => one.First.Length > 0).ToDictionary(one => one.Second, Entry (one) => new CellEntry(place.Of(one.Second), one.First));
        return fields.Count > 0 ? new ObjectEntry(place, fields) : null;
    }

    private static string[] Cells(CsvReader rows) => [.. Enumerable.Range(0, rows.FieldCount).Select(i => SheetText.Read(rows.GetString(i).Trim()))];

    private bool MoveNext(CsvReader rows, Remarks problems)
    {
        try
        {
            return rows.Read();
        }
        catch (CsvFormatException fault)
        {
            problems.Add(new Place(name, (int)fault.LineNumber), $"starts a row that is longer than {LineReader.Max}");
            return false;
        }
    }
}
