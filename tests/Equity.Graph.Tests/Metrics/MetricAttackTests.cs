using System.Text.Json;
using Equity.Graph.Metrics;
using Equity.Graph.Rules;
using Equity.Graph.Tests.Disclosure;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Metrics;

/// <summary>What is told of people in metrics keeps its small numbers, whatever is asked.</summary>
public class MetricAttackTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Whatever_is_asked_each_hidden_count_of_people_keeps_three_possible_values()
    {
        await using var host = new EquityHost();
        await MetricTests.LiveAsync(host);
        var (seen, questions) = (new Dictionary<string, (long? Numerator, long? Denominator)>(), 0);
        foreach (var where in Questions())
        {
            questions++;
            foreach (var row in await MetricTests.NodesAsync(host, where))
            {
                var metric = MetricCatalogue.Find(row.GetProperty("metric").GetString()!)!;
                if (metric.Disclosure == DisclosureClass.Things)
                    continue;
                var figure = (Count(row, "numerator"), Count(row, "denominator"));
                // Every question is answered by the same figure: there is nothing to subtract.
                var place = $"{metric.Name} {row.GetProperty("period").GetString()} {row.GetProperty("groupKind").GetString()} {row.GetProperty("group").GetString()}";
                Assert.Equal(seen.TryGetValue(place, out var known) ? known : seen[place] = figure, figure);
                var value = row.GetProperty("value");
                var made = metric.Denominator is null ? figure.Item1 : (double?)figure.Item1 / figure.Item2;
                Assert.Equal(made is { } number && double.IsFinite(number) ? number : (double?)null, value.ValueKind == JsonValueKind.Null ? (double?)null : value.GetDouble());
            }
        }
        var tables = seen.GroupBy(place => string.Join(' ', place.Key.Split(' ')[..2])).Select(table => Table(table.ToDictionary(place => place.Key.Split(' ', 3)[2], place => place.Value), MetricCatalogue.Find(table.Key.Split(' ')[0])!)).ToList();
        var leaks = tables.SelectMany(table => DisclosureAttack.Leaks(Reading.Of([table]))).ToList();
        output.WriteLine($"{questions} questions, {seen.Count} figures, {tables.Count} tables, {tables.Sum(table => table.Groups.Count(group => group.Numerator.Hidden || group.Denominator.Hidden))} groups with something hidden");
        Assert.Empty(leaks);
        Assert.Contains(tables, table => table.Groups.Any(group => group.Numerator.Hidden));
    }

    /// <summary>Every filter by itself, and each two together.</summary>
    private static IEnumerable<object> Questions()
    {
        string[] people = [.. MetricCatalogue.All.Where(metric => metric.Disclosure == DisclosureClass.People).Select(metric => metric.Name)];
        yield return new { metric = people };
        foreach (var metric in people)
        {
            yield return new { metric = new[] { metric } };
            yield return new { metric = new[] { metric }, every = "QUARTER" };
            yield return new { metric = new[] { metric }, programme = "pursuing-equity" };
            foreach (var kind in Enum.GetValues<GroupKind>())
                yield return new { metric = new[] { metric }, groupKind = new[] { ContractName.Of(kind) } };
            for (var month = new DateOnly(2026, 6, 1); month < new DateOnly(2027, 2, 1); month = month.AddMonths(1))
                yield return new { metric = new[] { metric }, from = month.ToString("yyyy-MM-dd", null), to = month.ToString("yyyy-MM-dd", null) };
        }
    }

    private static SeenTable Table(Dictionary<string, (long? Numerator, long? Denominator)> figures, Metric metric)
    {
        var isShare = metric.Denominator is not null;
        var groups = figures.Where(figure => figures.Count == 1 || figure.Key != "ALL all").OrderBy(figure => figure.Key, StringComparer.Ordinal).Select(figure => new SeenGroup(figure.Key, new(figure.Value.Numerator), new(isShare ? figure.Value.Denominator : 0))).ToList();
        var all = figures["ALL all"];
        return new(isShare, groups, new(all.Numerator), new(isShare ? all.Denominator : 0));
    }

    private static long? Count(JsonElement row, string field) => row.GetProperty(field) is { ValueKind: JsonValueKind.Number } number ? (long)number.GetDouble() : null;
}
