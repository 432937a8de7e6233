namespace Equity.Matching.Tests;

public class ReasonTests
{
    [Fact]
    public async Task To_work_in_the_same_place_is_never_the_only_reason()
    {
        TeamProfile[] teams =
        [
            Of(1, "Hostel nurses", "Leg wounds of people in hostels take long to heal"),
            Of(2, "Sleep laboratory", "Shift workers are told to come by day"),
        ];
        using var matcher = await Model.MatcherOf(teams);
        var reasons = matcher.Peers(1, 1)[0].Reasons;
        Assert.Equal([ReasonKind.SimilarWork, ReasonKind.SameSetting], reasons.Select(reason => reason.Kind));
        Assert.Equal("This may be worth a call. You: “Leg wounds of people in hostels take long to heal” They: “Shift workers are told to come by day”", reasons[0].Text);

        static TeamProfile Of(int id, string service, string inequity) => new(id, 2,
            [new(ProfileField.Service, id, service), new(ProfileField.Locality, id, "Saltway"), new(ProfileField.InequityTitle, 10 + id, inequity)]);
    }

    private static readonly int[] Ids = [.. Community.Teams.Select(t => t.Id)];

    [Fact]
    public async Task Every_quote_is_an_exact_part_of_what_its_team_wrote()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        foreach (var team in Ids)
        {
            var matches = matcher.Peers(team, 100).Concat(matcher.AlsoTackling(Community.Row(team, 100), 100)).Select(m => (m.Team, m.Reasons))
                .Concat(matcher.OffersFor(Community.Row(team, 200), 100).Select(m => (m.Team, m.Reasons)))
                .Concat(matcher.AsksFor(Community.Row(team, 300), 100).Select(m => (m.Team, m.Reasons)));
            foreach (var (other, reasons) in matches)
            {
                Assert.InRange(reasons.Count, 1, 4);
                foreach (var reason in reasons)
                {
                    AssertWrote(team, reason.Ours!);
                    AssertWrote(other, reason.Theirs!);
                    Assert.False(string.IsNullOrWhiteSpace(reason.Text));
                }
            }
        }
    }

    [Fact]
    public async Task A_search_is_answered_in_their_words_alone()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        foreach (var match in await matcher.FindPeersAsync("kids who never turn up, e.g. because of the bus", 100))
        {
            Assert.InRange(match.Reasons.Count, 1, 4);
            Assert.All(match.Reasons, r => Assert.Null(r.Ours));
            Assert.All(match.Reasons, r => AssertWrote(match.Team, r.Theirs!));
            Assert.False(match.Mutual);
        }
    }

    [Fact]
    public async Task Who_tackle_the_same_are_told_so()
    {
        var reasons = await Between(Community.Clinic, Community.Heart);
        Assert.Equal(ReasonKind.SameInequity, reasons[0].Kind);
        Assert.Equal("Twice as many missed heart appointments in the poorest streets", reasons[0].Theirs!.Text);
    }

    [Fact]
    public async Task An_offer_that_answers_an_ask_is_named_from_both_sides()
    {
        Assert.Contains(await Between(Community.Screening, Community.Deaf), r => r.Kind == ReasonKind.TheyOfferWhatWeAsk);
        Assert.Contains(await Between(Community.Deaf, Community.Screening), r => r.Kind == ReasonKind.WeOfferWhatTheyAsk);
    }

    [Fact]
    public async Task Asks_and_offers_that_have_nothing_in_common_are_not_named()
    {
        var reasons = await Between(Community.Dental, Community.Pressure);
        Assert.DoesNotContain(reasons, r => r.Kind is ReasonKind.TheyOfferWhatWeAsk or ReasonKind.WeOfferWhatTheyAsk);
    }

    [Fact]
    public async Task Help_that_can_flow_both_ways_is_mutual_from_both_sides()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.True(matcher.Peers(Community.Clinic, 100).Single(m => m.Team == Community.Heart).Mutual);
        Assert.True(matcher.Peers(Community.Heart, 100).Single(m => m.Team == Community.Clinic).Mutual);
        Assert.False(matcher.Peers(Community.Screening, 100).Single(m => m.Team == Community.Deaf).Mutual);
    }

    [Fact]
    public async Task A_team_one_or_two_stages_further_is_a_step_ahead_and_never_the_other_way()
    {
        Assert.Contains(await Between(Community.Heart, Community.Clinic), r => r.Kind == ReasonKind.AStepAhead);
        Assert.DoesNotContain(await Between(Community.Clinic, Community.Heart), r => r.Kind == ReasonKind.AStepAhead);
    }

    [Fact]
    public async Task Thin_teams_get_a_reason_that_invents_nothing()
    {
        var reason = Assert.Single(await Between(Community.Nameless, Community.New));
        Assert.Equal(ReasonKind.SimilarWork, reason.Kind);
        Assert.Equal(new Quote(ProfileField.Service, Community.Nameless, "District nursing"), reason.Ours);
        Assert.Equal(new Quote(ProfileField.Name, Community.New, "Lamplighters"), reason.Theirs);
    }

    private static async Task<IReadOnlyList<Reason>> Between(int ours, int theirs)
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        return matcher.Peers(ours, 100).Single(m => m.Team == theirs).Reasons;
    }

    private static void AssertWrote(int team, Quote quote)
    {
        Assert.NotEmpty(quote.Text);
        var field = Community.Get(team).Texts.Single(t => t.Field == quote.Field && t.Source == quote.Source);
        Assert.Contains(quote.Text, field.Text, StringComparison.Ordinal);
    }
}
