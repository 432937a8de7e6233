using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Peers;

/// <summary>What peers shows who asks for nothing in particular.</summary>
public class DefaultPeerTests(GenerousHost host) : IClassFixture<GenerousHost>
{
    private const int Teams = 48;

    [Theory]
    [InlineData("administrator")]
    [InlineData(EquityHost.Visitor)]
    public async Task Nobody_of_the_demo_is_shown_more_than_twice_the_fair_share_and_everybody_is_shown(string persona)
    {
        var times = await TimesAsync("{ teams(first: 100) { nodes { key peers { team { key } } } } }", persona);
        Assert.Equal((Teams, 5 * Teams), (times.Count, times.Values.Sum()));
        Assert.InRange(times.Values.Max(), 1, 10);
    }

    [Fact]
    public async Task Who_asks_with_a_filter_gets_the_best_that_fit_however_often_they_are_shown()
    {
        var times = await TimesAsync("{ teams(first: 100) { nodes { key peers(where: { stage: { neq: null } }) { team { key } } } } }", "administrator");
        Assert.True(times.Values.Max() > 10, "Or there is nothing to share out.");
    }

    [Fact]
    public async Task A_team_that_pauses_is_shown_to_nobody_and_all_others_still_are()
    {
        await PauseAsync("hear-me-first-maternity", new DateOnly(2026, 12, 1));
        var times = await TimesAsync("{ teams(first: 100) { nodes { key peers { team { key } } } } }", "administrator");
        Assert.Equal((Teams - 1, 5 * Teams), (times.Count, times.Values.Sum()));
        Assert.InRange(times.Values.Max(), 1, 10);
        await PauseAsync("hear-me-first-maternity", null);
    }

    private async Task<Dictionary<string, int>> TimesAsync(string query, string persona) =>
        (await host.DataAsync(query, null, persona)).At("teams", "nodes").EnumerateArray().SelectMany(team => team.At("peers").EnumerateArray()).CountBy(peer => peer.At("team").Text("key")).ToDictionary();

    private async Task PauseAsync(string key, DateOnly? until)
    {
        await using (var db = await host.OpenAsync())
        {
            (await db.Teams.SingleAsync(team => team.Key == key)).PausedUntil = until;
            await db.SaveChangesAsync();
        }
        await host.SettledAsync();
    }
}
