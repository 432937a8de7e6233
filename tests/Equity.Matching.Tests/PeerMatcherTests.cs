namespace Equity.Matching.Tests;

public class PeerMatcherTests
{
    private static readonly int[] Ids = [.. Community.Teams.Select(t => t.Id)];

    [Fact]
    public async Task Peers_come_best_first_everybody_once_and_never_oneself()
    {
        using var matcher = await Model.MatcherOf(Community.Teams, options: new() { Variety = 0 });
        foreach (var team in Ids)
        {
            var peers = matcher.Peers(team, 100);
            Assert.Equal(Ids.Where(id => id != team), peers.Select(p => p.Team).Order());
            Assert.Equal(peers.OrderByDescending(p => p.Score).ThenBy(p => p.Team).Select(p => p.Team), peers.Select(p => p.Team));
            Assert.All(peers, p => Assert.InRange(p.Score, 0, 1));
            Assert.All(peers, p => Assert.Equal(p.Score, p.Parts.Sum(x => x.Value), 1e-9));
            Assert.All(peers, p => Assert.Equal(p.Score, matcher.Peers(p.Team, 100).Single(q => q.Team == team).Score));
        }
    }

    [Theory]
    [InlineData(Community.Clinic, Community.Heart)]
    [InlineData(Community.Dental, Community.Checks)]
    [InlineData(Community.Screening, Community.Midwives, Community.Deaf)]
    public async Task A_person_would_choose_the_same_peer(int team, params int[] sensible) =>
        Assert.Contains((await Model.MatcherOf(Community.Teams)).Peers(team, 1)[0].Team, sensible);

    [Fact]
    public async Task The_order_in_which_teams_came_never_matters()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var shuffled = Community.Teams.Reverse().Select(t => t with { Texts = [.. t.Texts.OrderBy(x => x.Text.Length)] }).ToList();
        using var other = await Model.MatcherOf(shuffled);
        Assert.All(Ids, id => Assert.Equivalent(matcher.Peers(id, 100), other.Peers(id, 100), strict: true));
    }

    [Fact]
    public async Task Nothing_is_encoded_twice()
    {
        var store = new MemoryStore();
        using var matcher = await Model.MatcherOf(Community.Teams, store);
        var saved = store.Saved.Count;
        Assert.Equal(store.Saved.Distinct().Count(), saved);
        Assert.Equal(Community.Teams.SelectMany(Passage.Of).Select(p => p.Hash).Distinct().Count(), saved);

        await matcher.UpdateAsync(Community.Teams);
        using var again = await Model.MatcherOf(Community.Teams, store);
        Assert.Empty(await again.EncodeAsync(Community.Teams, null, default));
        Assert.Equal(saved, store.Saved.Count);
    }

    [Fact]
    public async Task An_update_tells_how_far_its_encoding_is()
    {
        using var matcher = new PeerMatcher(Model.Encoder);
        var seen = new Seen<EncodingProgress>();
        await matcher.UpdateAsync([Community.Get(Community.Heart)], progress: seen);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => new EncodingProgress(i, 5)), seen.Values.OrderBy(p => p.Done));
    }

    [Fact]
    public async Task Encoding_ahead_stores_nothing_and_tells_how_far_it_is()
    {
        var store = new MemoryStore();
        using var matcher = new PeerMatcher(Model.Encoder, store, new FixedClock());
        var seen = new Seen<EncodingProgress>();
        var twins = new[] { Community.Get(Community.Heart), Community.Get(Community.Heart) with { Id = 99 } };
        var made = await matcher.EncodeAsync(twins, progress: seen);
        Assert.Empty(store.Saved);
        Assert.Equal(0, matcher.Info.Teams);
        Assert.Equal(5, made.Count);
        Assert.Equal(Enumerable.Range(0, 6).Select(i => new EncodingProgress(i, 5)), seen.Values.OrderBy(p => p.Done));
    }

    [Fact]
    public async Task A_changed_team_is_found_at_once_and_its_new_words_count_after_a_refit()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var changed = Community.Get(Community.New) with
        {
            Texts = [new(ProfileField.Name, Community.New, "Lamplighters"), new(ProfileField.Ask, 1, "Як записатися до лікаря?")],
        };
        var found = Community.Get(Community.Nameless) with { Texts = [new(ProfileField.Offer, 2, "Допоможемо записатися до лікаря.")] };
        await matcher.UpdateAsync([changed, found]);
        Assert.Equal(2, Assert.Single(matcher.OffersFor(1, 1)).Source);
        Assert.Equal(0, Words());
        await matcher.RefitAsync(default);
        Assert.InRange(Words(), 0.05, 1);

        double Words() => matcher.Peers(Community.New, 100).Single(p => p.Team == Community.Nameless).Parts.Single(p => p.Name == "words").Value;
    }

    [Fact]
    public async Task A_refit_without_a_change_does_nothing()
    {
        var clock = new FixedClock();
        using var matcher = new PeerMatcher(Model.Encoder, Model.Store, clock);
        await matcher.RefitAsync(default);
        Assert.Null(matcher.Info.UpdatedAt);
        await matcher.UpdateAsync(Community.Teams);
        var first = clock.Now;
        clock.Now += TimeSpan.FromHours(1);
        await matcher.RefitAsync(default);
        Assert.Equal(first, matcher.Info.UpdatedAt);
        await matcher.UpdateAsync([], [Community.New]);
        await matcher.RefitAsync(default);
        Assert.Equal(clock.Now, matcher.Info.UpdatedAt);
    }

    [Fact]
    public async Task A_removed_team_is_gone_and_unknown_ids_find_nobody()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        await matcher.UpdateAsync([], [Community.Heart, 12345]);
        Assert.Equal(Ids.Length - 1, matcher.Info.Teams);
        Assert.DoesNotContain(matcher.Peers(Community.Clinic, 100), p => p.Team == Community.Heart);
        Assert.Empty(matcher.Peers(Community.Heart, 5));
        Assert.Empty(matcher.OffersFor(Community.Row(Community.Heart, 200), 5));
        Assert.Empty(matcher.AlsoTackling(12345, 5));
        Assert.Empty(matcher.RelatedLearning(12345, 5));
    }

    [Fact]
    public async Task Who_may_be_chosen_is_filtered_before_the_best_are_taken()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var last = matcher.Peers(Community.Clinic, 100).Select(p => p.Team).TakeLast(4).ToHashSet();
        Assert.Equal(4, matcher.Peers(Community.Clinic, 4, last.Contains).Count);
        Assert.Equal(4, (await matcher.FindPeersAsync("missed appointments", 4, last.Contains)).Count);
        Assert.Equal([Community.Pressure], matcher.OffersFor(Community.Row(Community.Clinic, 200), 1, id => id == Community.Pressure).Select(m => m.Team));
        Assert.Equal([Community.Carers], matcher.AlsoTackling(Community.Row(Community.Clinic, 100), 1, id => id == Community.Carers).Select(m => m.Team));
    }

    [Fact]
    public async Task An_ask_finds_its_offer_and_the_offer_its_ask_with_one_score()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var offer = matcher.OffersFor(Community.Row(Community.Screening, 200), 1)[0];
        Assert.Equal((Community.Row(Community.Deaf, 300), Community.Deaf), (offer.Source, offer.Team));
        var ask = matcher.AsksFor(Community.Row(Community.Deaf, 300), 1)[0];
        Assert.Equal((Community.Row(Community.Screening, 200), Community.Screening), (ask.Source, ask.Team));
        Assert.Equal(offer.Score, ask.Score);
        Assert.DoesNotContain(matcher.OffersFor(Community.Row(Community.Clinic, 200), 100), m => m.Team == Community.Clinic);
    }

    [Fact]
    public async Task An_inequity_finds_who_also_tackles_it()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var also = matcher.AlsoTackling(Community.Row(Community.Dental, 100), 100);
        Assert.Equal(Community.Checks, also[0].Team);
        Assert.DoesNotContain(also, m => m.Team is Community.Dental or Community.Nameless or Community.New);
        Assert.All(also, m => Assert.Equal(["inequity", "population"], m.Parts.Select(p => p.Name)));
        Assert.All(also, m => Assert.Equal(m.Score, m.Parts.Sum(p => p.Value), 1e-9));
    }

    [Fact]
    public async Task Learning_leads_to_other_teams_learning()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var related = matcher.RelatedLearning(Community.Row(Community.Clinic, 400), 100);
        Assert.Equal([Community.Row(Community.Talking, 400), Community.Row(Community.Screening, 400)], related.Order());
    }

    [Fact]
    public async Task A_search_is_checked_and_a_blank_one_finds_nobody()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.Empty(await matcher.FindPeersAsync(" \n", 5));
        Assert.Equal(Community.Dental, (await matcher.FindPeersAsync("scared of the dentist", 1))[0].Team);
        Assert.Equal(3, (await matcher.FindPeersAsync(new string('ж', PeerMatcher.LongestSearch), 3)).Count);
        await Assert.ThrowsAsync<ArgumentException>(() => matcher.FindPeersAsync(new string('x', PeerMatcher.LongestSearch + 1), 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => matcher.Peers(Community.Clinic, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => matcher.OffersFor(1, 101));
        Assert.Empty(matcher.Peers(Community.Clinic, 0));
    }

    [Fact]
    public async Task Teams_that_wrote_nothing_are_peers_of_score_zero()
    {
        using var matcher = await Model.MatcherOf([new(1, 0, []), new(2, 0, [])]);
        var peer = Assert.Single(matcher.Peers(1, 5));
        Assert.Equal((2, 0.0), (peer.Team, peer.Score));
        Assert.Single(peer.Reasons);
        Assert.Equal(1, matcher.Info.Weights.Sum(w => w.Value), 1e-9);
    }
}
