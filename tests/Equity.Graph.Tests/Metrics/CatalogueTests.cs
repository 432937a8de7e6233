using Equity.Graph.Metrics;
using Equity.Graph.Rules;

namespace Equity.Graph.Tests.Metrics;

/// <summary>What metrics there are, and that every one is explained.</summary>
public class CatalogueTests
{
    [Fact]
    public void The_document_is_made_from_the_catalogue() =>
        // dotnet run --project src/Equity.Graph -- metrics > docs/metrics.md
        Assert.Equal(File.ReadAllText(Repository.Path("docs", "metrics.md")), CatalogueDocument.Text);

    [Fact]
    public async Task Every_metric_has_figures_in_a_lively_community_and_none_is_told_that_the_catalogue_lacks()
    {
        await using var host = new EquityHost();
        await MetricTests.LiveAsync(host);
        var told = (await MetricTests.NodesAsync(host, new { })).Select(row => (row.GetProperty("metric").GetString()!, row.GetProperty("groupKind").GetString()!)).ToHashSet();
        Assert.Equal([], MetricCatalogue.All.Select(metric => metric.Name).Except(told.Select(row => row.Item1)));
        Assert.All(told, row => Assert.Contains(row.Item2, MetricCatalogue.Find(row.Item1)!.Kinds.Select(kind => ContractName.Of(kind))));
    }

    [Fact]
    public void Every_metric_says_what_it_is() => Assert.All(MetricCatalogue.All, metric =>
    {
        Assert.Matches("^[a-z][A-Za-z]+$", metric.Name);
        Assert.EndsWith(".", metric.Description, StringComparison.Ordinal);
        Assert.All(new[] { metric.Unit, metric.Numerator, metric.Denominator ?? "none" }, text => Assert.NotEmpty(text));
        Assert.Equal(metric, MetricCatalogue.Find(metric.Name));
    });
}
