using System.Text.Encodings.Web;
using System.Text.Json;

namespace Equity.Graph.Reports;

/// <summary>What there is to pull, as tools and people read it.</summary>
/// <param name="Reports">The reports, by name.</param>
internal sealed record ReportIndex(IReadOnlyList<IndexedReport> Reports)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The index of reports.</summary>
    public static ReportIndex Of(IEnumerable<Report> reports) => new([.. reports.OrderBy(report => report.Name, StringComparer.Ordinal).Select(report => new IndexedReport(
        report.Name,
        report.Description,
        $"reports/{report.Name}.csv",
        $"reports/{report.Name}.json",
        [.. report.Columns.Select(column => new IndexedPart(column.Name, JsonNamingPolicy.CamelCase.ConvertName(column.Type.ToString()), column.Description))],
        [.. ReportRequest.Known(report).Select(filter => new IndexedPart(filter.Name, filter.Type, $"{filter.Description} {filter.Remedy}"))]))]);

    /// <summary>The index as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, Json);
}

/// <summary>A report in the index.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What a row is.</param>
/// <param name="Csv">Its address as CSV, from the server's own.</param>
/// <param name="Json">Its address as JSON.</param>
/// <param name="Columns">Its columns, in their order.</param>
/// <param name="Parameters">What its addresses take.</param>
internal sealed record IndexedReport(string Name, string Description, string Csv, string Json, IReadOnlyList<IndexedPart> Columns, IReadOnlyList<IndexedPart> Parameters);

/// <summary>A column or a parameter in the index.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">What its values are.</param>
/// <param name="Description">What it is for.</param>
internal sealed record IndexedPart(string Name, string Type, string Description);
