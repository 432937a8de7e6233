using Equity.Graph.Disclosure;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Release;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>The demo community keeps its small numbers too.</summary>
public class DemoFiguresTests(AttackedDemo host, ITestOutputHelper output) : IClassFixture<AttackedDemo>
{
    [Fact]
    public async Task What_a_visitor_sees_of_the_demo_leaves_each_hidden_count_three_possible_values()
    {
        await host.Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
        var teams = await host.DataAsync("{ teams(first: 100) { nodes { id key version measures { id name unit better countsPeople strata { name order } } } } }", persona: EquityHost.Visitor);
        var attack = new HttpAttack(host, HttpAttack.Doors);
        var measures = new List<AttackedMeasure>();
        foreach (var team in teams.Nodes("teams"))
        {
            foreach (var row in team.At("measures").EnumerateArray().Where(row => row.At("countsPeople").GetBoolean()))
            {
                var better = Enum.GetValues<Direction>().Single(each => ConstantCase.Of($"{each}") == row.Text("better"));
                var strata = row.At("strata").EnumerateArray().Select((stratum, at) => new Stratum { Id = at + 1, Key = "", Name = stratum.Text("name"), Order = (int?)PointsDoor.Number(stratum, "order") });
                measures.Add(new(row.Text("id"), EquityHost.Visitor, Row.Of(team), new Measure { Key = "", Name = row.Text("name"), Unit = row.Text("unit"), Better = better }, [.. strata]));
                await KnowAsync(measures[^1]);
                await attack.LookAsync(measures[^1], EquityHost.Visitor, frozen: false, thorough: false);
            }
        }
        Assert.Empty(attack.Findings);
        Assert.Empty(measures.SelectMany(attack.Leaks));
        output.WriteLine($"{measures.Count} measures, {attack.Tables} tables, {attack.Hidden} hidden counts of which each can still be {attack.Fewest} numbers or more, {attack.Questions} questions");
        Assert.True(measures.Count >= 10 && attack.Hidden > 100);
    }

    /// <summary>What is true, from the database.</summary>
    private async Task KnowAsync(AttackedMeasure measure)
    {
        await using var db = await host.OpenAsync();
        foreach (var point in await db.MeasurePoints.Include(point => point.Stratum).Where(point => point.Measure!.Team!.Key == measure.Team.Key && point.Measure.Name == measure.Public.Name).ToListAsync())
            (measure.Recorded.TryGetValue(point.Date, out var known) ? known : measure.Recorded[point.Date] = [])[point.Stratum?.Name ?? ""] = new RawStratum(point.Stratum?.Name ?? "", point.Numerator, point.Denominator);
    }
}
