namespace Equity.Graph.Pages.Insights;

/// <summary>What reporting tools are given to read a report: the texts of docs/reports.md, with an address of their own.</summary>
internal static class Snippets
{
    /// <summary>For Power BI and Excel. The first part of the address is fixed, so that a scheduled refresh works.</summary>
    public static string PowerQuery(string server, string report, IReadOnlyList<(string Name, string Value)> query, IReadOnlyList<string> values, string date) => $$"""
        let
          Source = Web.Contents("{{server}}", [
            RelativePath = "reports/{{report}}.csv",
            Query = [{{string.Join(", ", query.Select(each => $"{each.Name} = \"{each.Value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))}}],
            Headers = [Authorization = "Bearer " & Token]
          ]),
          Table = Csv.Document(Source, [Delimiter = ",", Encoding = 65001, QuoteStyle = QuoteStyle.Csv]),
          Rows = Table.PromoteHeaders(Table, [PromoteAllScalars = true]),
          Shown = Table.ReplaceValue(Rows, "*", null, Replacer.ReplaceValue, {{{string.Join(", ", values.Select(value => $"\"{value}\""))}}}),
          Typed = Table.TransformColumnTypes(Shown, {{{string.Join(", ", values.Select(value => $"{{\"{value}\", type number}}").Prepend($"{{\"{date}\", type date}}"))}}}, "en-GB")
        in
          Typed
        """;

    /// <summary>A panel's query.</summary>
    public static string Grafana(string report, IReadOnlyList<(string Name, string Value)> query, string date, string group, string value) => $$"""
        {
          "type": "json",
          "parser": "backend",
          "source": "url",
          "format": "timeseries",
          "url": "/reports/{{report}}.json",
          "url_options": {
            "method": "GET",
            "params": [
        {{string.Join(",\n", query.Where(each => each.Name != "from").Append(("from", "${__from:date:YYYY-MM-DD}")).Append(("to", "${__to:date:YYYY-MM-DD}")).Select(each => $"      {{ \"key\": \"{each.Item1}\", \"value\": \"{each.Item2}\" }}"))}}
            ]
          },
          "columns": [
            { "selector": "{{date}}", "text": "Time", "type": "timestamp" },
            { "selector": "{{group}}", "text": "Group", "type": "string" },
            { "selector": "{{value}}", "text": "Value", "type": "number" }
          ]
        }
        """;
}
