using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Peers;
using Equity.Graph.Tests.Forgetting;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Peers.Feedback;

public class RatingTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task What_a_member_found_is_told_back_to_the_member_alone()
    {
        var peer = (await host.PeersAsync("amina", Recommended.Tablet))[0];
        var rating = await host.RateAsync("amina", peer, "USEFUL");
        var told = await NodeAsync("amina", rating.Text("id"));
        Assert.Equal(("USEFUL", "2026-11-11T09:00:00Z"), (told.Text("verdict"), told.Text("ratedAt")));
        Assert.Equal((Recommended.Tablet, peer.At("team").Text("key")), (told.At("team").Text("key"), told.At("peer").Text("key")));
        foreach (var other in new[] { "tom", "grace", "lead", "coach", "administrator", EquityHost.Visitor })
            Assert.Equal(JsonValueKind.Null, (await NodeAsync(other, rating.Text("id"))).ValueKind);
    }

    [Fact]
    public async Task It_is_kept_with_how_alike_the_two_were()
    {
        var peer = (await host.PeersAsync("tom", Recommended.Tablet))[1];
        await host.RateAsync("tom", peer, "NOT_USEFUL");
        await using var db = await host.OpenAsync();
        var key = peer.At("team").Text("key");
        var kept = await db.Ratings.IgnoreQueryFilters().AsNoTracking().SingleAsync(rating => rating.Person!.Subject == "tom" && rating.Peer!.Key == key);
        var likeness = kept.Likeness.ToMatcher()!;
        var (weights, sides) = (ScoreWeights.Fitted, new[] { likeness.Inequity, likeness.Population, likeness.Support, likeness.Profile, likeness.Words });
        double[] each = [weights.Inequity, weights.Population, weights.Support, weights.Profile, weights.Words];
        Assert.Equal(peer.At("score").GetDouble(), sides.Zip(each, (side, weight) => (side ?? likeness.Profile) * weight).Sum(), 9);
    }

    [Fact]
    public async Task What_a_person_found_last_counts()
    {
        var peer = (await host.PeersAsync("grace", Recommended.Maternity))[0];
        var first = await host.RateAsync("grace", peer, "NOT_USEFUL");
        var last = await host.RateAsync("grace", peer, "ALREADY_KNOW_THEM");
        Assert.Equal((first.Text("id"), "ALREADY_KNOW_THEM"), (last.Text("id"), last.Text("verdict")));
        await using var db = await host.OpenAsync();
        Assert.Equal(1, await db.Ratings.IgnoreQueryFilters().CountAsync(rating => rating.Person!.Subject == "grace"));
    }

    [Fact]
    public async Task The_audit_tells_that_somebody_rated_and_not_how()
    {
        var peer = (await host.PeersAsync("tom", Recommended.Tablet))[2];
        await host.RateAsync("tom", peer, "NOT_USEFUL");
        await host.RateAsync("tom", peer, "NOT_USEFUL"); // no news
        var entries = (await host.DataAsync($"{{ team(key: \"{Recommended.Tablet}\") {{ audit(first: 100) {{ nodes {{ action kind after byYou }} }} }} }}", null, "tom")).At("team").Nodes("audit")
            .Where(entry => entry.Text("kind") == "Rating" && entry.Text("after").Contains(peer.At("team").Text("id"), StringComparison.Ordinal) && entry.At("byYou").GetBoolean()).ToList();
        Assert.Contains("\"verdict\":\"(a verdict)\"", Assert.Single(entries).Text("after"), StringComparison.Ordinal);
        Assert.DoesNotContain("Audit.After", await Remains.OfAsync(host.Data, "NOT_USEFUL"));
    }

    [Fact]
    public async Task Only_recommendations_of_ones_own_team_are_rated()
    {
        var peer = (await host.PeersAsync("amina", Recommended.Tablet))[0];
        foreach (var other in new[] { "grace", "newcomer", "lead", "coach", "administrator" })
            await host.RefusedAsync(other, "rateRecommendation", new { recommendation = peer.Text("id"), verdict = "USEFUL" }, "NotAMember");
    }

    [Fact]
    public async Task What_is_no_recommendation_that_the_team_can_see_is_refused()
    {
        var found = (await host.DataAsync("{ findPeers(text: \"bus fare\", first: 1) { id } inequities(first: 1) { nodes { alsoTackledBy(first: 1) { id } } } }", null, "amina"));
        var draft = await host.RegisterAsync("grace", "Hidden From Amina");
        await using var db = await host.OpenAsync();
        var (own, hidden) = (await db.Teams.SingleAsync(team => team.Key == Recommended.Tablet), await db.Teams.SingleAsync(team => team.Key == draft.Key));
        string[] ids =
        [
            found.At("findPeers")[0].Text("id"), found.Nodes("inequities")[0].At("alsoTackledBy")[0].Text("id"), draft.Id, "no id!", "",
            PeerRecommendation.IdOf($"Team-{own.Id}", own.Id), PeerRecommendation.IdOf($"Team-{own.Id}", hidden.Id), PeerRecommendation.IdOf($"Team-{own.Id}", 1_000_000), PeerRecommendation.IdOf($"Team-{hidden.Id}", own.Id),
        ];
        foreach (var recommendation in ids)
            Assert.Equal("recommendation", (await host.RefusedAsync("amina", "rateRecommendation", new { recommendation, verdict = "USEFUL" }, "NotFound", "field")).Text("field"));
    }

    [Fact]
    public async Task The_document_of_the_schema_rates()
    {
        var peer = (await host.PeersAsync("amina", Recommended.Tablet))[1];
        var data = await host.DataAsync(Operations.Text("RateRecommendation"), new { recommendation = peer.Text("id"), verdict = "ALREADY_KNOW_THEM" }, "amina");
        Assert.Equal("ALREADY_KNOW_THEM", data.At("rateRecommendation", "rating").Text("verdict"));
    }

    [Fact]
    public async Task A_person_who_is_forgotten_takes_the_ratings_along_and_others_stay()
    {
        await using var own = new EquityHost();
        foreach (var persona in new[] { "amina", "tom" })
            await own.RateAsync(persona, (await own.PeersAsync(persona, Recommended.Tablet))[0], "USEFUL");
        await own.ChangeAsync("amina", "forgetPerson", new { }, "rows");
        await using var db = await own.OpenAsync();
        Assert.Equal(["tom"], await db.Ratings.IgnoreQueryFilters().Select(rating => rating.Person!.Subject).ToListAsync());
    }

    private async Task<JsonElement> NodeAsync(string persona, string id) =>
        (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Rating { verdict ratedAt team { key } peer { key } } } }", new { id }, persona)).At("node");
}
