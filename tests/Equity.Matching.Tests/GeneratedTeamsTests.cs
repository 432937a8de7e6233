using FsCheck.Xunit;

namespace Equity.Matching.Tests;

/// <summary>Teams put together from a small vocabulary: any field may be missing, doubled, blank or strange.</summary>
public class GeneratedTeamsTests
{
    private static readonly string[] Vocabulary =
    [
        "Missed appointments", "people in the most deprived fifth", "Interpreters at night.", "older men living in Northgate", "Northgate", "bus fares",
        "We ring people. They come!", "a dentist for people with a learning disability", "  ", "", "…", "?", "\ud83d\ude00", "\ud800", "12 %", "\u0000", "[SEP]", "kaffee & tee",
    ];

    [Property(MaxTest = 25)]
    public void Scores_are_symmetric_bounded_sums_and_quotes_are_exact(int seed)
    {
        var random = new Random(seed);
        var teams = Enumerable.Range(1, 4).Select(id => Team(random, id)).ToList();
        using var matcher = Model.MatcherOf(teams).GetAwaiter().GetResult();
        foreach (var team in teams)
        {
            var peers = matcher.Peers(team.Id, 100);
            Assert.Equal(teams.Select(t => t.Id).Where(id => id != team.Id), peers.Select(p => p.Team).Order());
            foreach (var peer in peers)
            {
                Assert.InRange(peer.Score, 0, 1);
                Assert.Equal(peer.Score, peer.Parts.Sum(p => p.Value), 1e-9);
                var back = matcher.Peers(peer.Team, 100).Single(p => p.Team == team.Id);
                Assert.Equal((peer.Score, peer.Mutual), (back.Score, back.Mutual));
                Assert.InRange(peer.Reasons.Count, 1, 4);
                foreach (var reason in peer.Reasons)
                {
                    AssertWrote(team, reason.Ours);
                    AssertWrote(teams.Single(t => t.Id == peer.Team), reason.Theirs);
                }
            }
        }
    }

    [Property(MaxTest = 25)]
    public async Task A_search_finds_what_the_obvious_one_finds_with_exact_quotes(int seed)
    {
        var random = new Random(seed);
        var teams = Enumerable.Range(1, 6).Select(id => Team(random, id)).ToList();
        using var matcher = await Model.MatcherOf(teams);
        foreach (var text in Vocabulary.Append("mised apointments of old men").Where(text => !string.IsNullOrWhiteSpace(text)))
        {
            var hits = (await matcher.SearchAsync(text)).Page(100).Hits;
            var obvious = ObviousSearch.Of(text, teams).ToDictionary(found => (found.Kind, found.Source, found.Team), found => found.Score);
            Assert.Equal(obvious.Where(found => found.Value >= TextSearch.LeastScore).Select(found => found.Key).Order(), hits.Select(hit => (hit.Kind, hit.Source, hit.Team)).Order());
            foreach (var hit in hits)
            {
                Assert.InRange(hit.Score, 0, 1);
                Assert.Equal(obvious[(hit.Kind, hit.Source, hit.Team)], hit.Score, 1e-5);
                AssertWrote(teams.Single(t => t.Id == hit.Team), hit.Quote);
            }
        }
    }

    public static TeamProfile Team(Random random, int id) => new(id, random.Next(6),
        [.. Enumerable.Range(0, random.Next(12)).Select(i => new ProfileText((ProfileField)random.Next(12), id * 10 + random.Next(3), Vocabulary[random.Next(Vocabulary.Length)]))]);

    private static void AssertWrote(TeamProfile team, Quote? quote)
    {
        var written = team.Texts.Where(t => !string.IsNullOrWhiteSpace(t.Text)).ToList();
        if (quote is null) Assert.Empty(written);
        else Assert.Contains(written, t => t.Field == quote.Field && t.Source == quote.Source && t.Text.Contains(quote.Text, StringComparison.Ordinal));
    }
}
