using System.Text;
using Equity.Graph.Disclosure;
using Equity.Graph.Execution;
using Equity.Graph.Rules;

namespace Equity.Graph.Metrics;

/// <summary>The catalogue as a page of Markdown: docs/metrics.md.</summary>
internal static class CatalogueDocument
{
    /// <summary>The page, with line feeds.</summary>
    public static string Text { get; } = Write();

    private static string Write()
    {
        var page = new StringBuilder();
        Lines(page,
            "# Metrics", "",
            "Made from the catalogue: `dotnet run --project src/Equity.Graph -- metrics > docs/metrics.md`. The same is in the graph (`metricCatalogue`) and in the report `catalogue`. The figures are in `metricRows` and in [`/reports/metrics.csv`](reports.md).", "",
            "- **Period:** a month, or by `every: QUARTER` three. The month that is not over is told as it stands now; figures of people are told once it is.",
            "- **Value:** the numerator, or numerator over denominator where there is a denominator.",
            $"- **Things** (teams, learning, friendships) are told exactly, whoever asks. What is counted of a team belongs to the groups that the team is in now.",
            FormattableString.Invariant($"- **People**, and what was said in confidence, are told when the month closes: 0 stays 0, 1 to {DisclosureRules.HiddenUpTo} are hidden (`suppressed`, `*` in CSV), others rounded to {DisclosureRules.Step}. A later correction shows as a revision, and only when it is big. Sums of groups need not be the total: see [disclosure](disclosure.md)."),
            "- **Groups:** `ALL` is all together. Dimensions overlap, since a team may tackle several; all other groups of things sum up to all.",
            "- **Within a programme** (`programme`) things are counted by all their groups; what was kept when months closed is told by programme at most.", "",
            "How the figure of a month is made up:", "");
        foreach (var how in Enum.GetValues<Makeup>())
            Lines(page, $"- `{ContractName.Of(how)}`: {Documented.Of(typeof(Makeup).GetField(how.ToString())!)}");
        foreach (var disclosure in Enum.GetValues<DisclosureClass>())
        {
            Lines(page, "", $"## {disclosure}", "", "| metric | what it is | unit | numerator | denominator | made up | by |", "| --- | --- | --- | --- | --- | --- | --- |");
            foreach (var metric in MetricCatalogue.All.Where(metric => metric.Disclosure == disclosure))
                Lines(page, $"| `{metric.Name}` | {metric.Description} | {metric.Unit} | {metric.Numerator} | {metric.Denominator ?? "–"} | `{ContractName.Of(metric.How)}` | {string.Join(", ", metric.Kinds.Select(kind => $"`{ContractName.Of(kind)}`"))} |");
        }
        return page.ToString();
    }

    private static void Lines(StringBuilder page, params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
            page.Append(line).Append('\n');
    }
}
