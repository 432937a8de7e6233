using Xunit.Abstractions;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>The attack over HTTP: readers who ask for all they can, before and after each release and each correction, find no hidden count.</summary>
public class FiguresOverHttpTests(AttackedHost host, ITestOutputHelper output) : IClassFixture<AttackedHost>
{
    /// <summary>From so many dates on, not each of them is asked about.</summary>
    private const int Many = 40;

    private static readonly string[] Outsiders = ["newcomer", "analyst", "administrator", "lead", "coach"];

    [Fact]
    public async Task Whatever_outsiders_and_members_of_other_teams_ask_each_hidden_count_keeps_three_possible_values()
    {
        var community = await RecordedAsync();
        var attack = new HttpAttack(host, HttpAttack.Doors);

        await LookAsync(attack, community, frozen: true, thorough: false);
        Assert.All(community.Measures, measure => Assert.Empty(measure.Seen[^1].Figures));
        foreach (var (days, month) in new[] { (0, 11), (21, 12), (31, 13) })
        {
            await community.ReleaseAsync(days);
            await LookAsync(attack, community, frozen: false, thorough: true);
            foreach (var measure in community.Measures)
            {
                await community.CorrectAsync(measure);
                await community.RecordAsync(measure, [new DateOnly(2025, 1, 1).AddMonths(month + 11)], large: measure == community.Measures[0]);
            }
            await community.RemoveAsync(community.Measures[^1], new DateOnly(2025, month - 8, 1));
            await LookAsync(attack, community, frozen: true, thorough: false);
        }

        Assert.Empty(attack.Findings);
        Assert.Empty(community.Measures.SelectMany(attack.Leaks));
        output.WriteLine($"{community.Measures.Count} measures, {attack.Tables} tables as released, {attack.Hidden} hidden counts of which each can still be {attack.Fewest} numbers or more, {attack.Questions} questions");
        Assert.True(attack.Hidden > 800 && attack.Questions > 8_000);
    }

    /// <summary>Three teams of which each has somebody who attacks the others: small counts, larger ones, in order, and for everybody alone.</summary>
    private async Task<MeasuringCommunity> RecordedAsync()
    {
        var community = new MeasuringCommunity(host, new RecordedTables(seed: 777));
        await community.CreateAsync("amina", "Large Groups", ["IMD 1", "IMD 3", "IMD 5"], inOrder: true);
        await community.CreateAsync("amina", "Five Groups", ["A", "B", "C", "D", "E"]);
        await community.CreateAsync("grace", "Two Groups", ["Interpreter", "None"]);
        await community.CreateAsync("tom", "Everybody", []);
        await community.CreateAsync("tom", "Four Groups", ["A", "B", "C", "D"]);
        foreach (var (at, measure) in community.Measures.Index())
            await community.RecordAsync(measure, Months(18), large: at is 0 or 2);
        await community.RecordAsync(await community.CreateAsync("grace", "Five Years", ["A", "B", "C", "D", "E"]), Months(60), large: false);
        return community;
    }

    private static IEnumerable<DateOnly> Months(int count) => Enumerable.Range(1, count).Select(month => new DateOnly(2026, 11, 1).AddMonths(-month));

    /// <summary>A visitor looks; nobody else of outside sees anything else, members of other teams neither.</summary>
    private async Task LookAsync(HttpAttack attack, MeasuringCommunity community, bool frozen, bool thorough)
    {
        foreach (var measure in community.Measures)
        {
            await attack.LookAsync(measure, EquityHost.Visitor, frozen, thorough && measure.Recorded.Count < Many);
            foreach (var persona in frozen ? ["administrator"] : Outsiders.Concat(community.Measures.Select(other => other.Owner).Distinct()).Where(persona => persona != measure.Owner))
                await attack.CompareAsync(measure, persona);
        }
    }
}
