using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Equity.Graph.Reports.Writing;

/// <summary>JSON: one array of flat objects with the properties in the order of the columns. A hidden number is null, as a missing one is; the column suppressed tells them apart.</summary>
internal sealed class JsonRows(Stream to) : RowWriter
{
    private readonly Utf8JsonWriter json = new(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public override Task BeginAsync(IReadOnlyList<ReportColumn> columns, CancellationToken cancel)
    {
        json.WriteStartArray();
        return Task.CompletedTask;
    }

    public override void BeginRow() => json.WriteStartObject();

    public override void Text(string column, string? value) => json.WriteString(column, value);

    public override void Number(string column, double? value, bool hidden)
    {
        if (value is { } number)
            json.WriteNumber(column, number);
        else
            json.WriteNull(column);
    }

    public override void Date(string column, DateOnly? value) => json.WriteString(column, value?.ToString("O", CultureInfo.InvariantCulture));

    public override void Boolean(string column, bool? value)
    {
        if (value is { } known)
            json.WriteBoolean(column, known);
        else
            json.WriteNull(column);
    }

    public override async ValueTask EndRowAsync(CancellationToken cancel)
    {
        json.WriteEndObject();
        if (json.BytesPending >= Enough)
            await json.FlushAsync(cancel);
    }

    public override Task EndAsync(CancellationToken cancel)
    {
        json.WriteEndArray();
        return json.FlushAsync(cancel);
    }

    public override ValueTask DisposeAsync() => json.DisposeAsync();
}
