namespace Equity.Matching.Tests;

public class SearchTests
{
    private const string Broad = "appointments";

    [Theory]
    [InlineData("dentist", SearchKind.Inequity, Community.Dental)]
    [InlineData("voice note", SearchKind.Offer, Community.Screening)]
    [InlineData("The Golpo Group", SearchKind.Team, Community.Talking)]
    [InlineData("GOLPO", SearchKind.Team, Community.Talking)]
    [InlineData("Lamplighters", SearchKind.Team, Community.New)]
    [InlineData("Fenbridge", SearchKind.Team, Community.Midwives)]
    [InlineData("agency eleven", SearchKind.Learning, Community.Screening)]
    [InlineData("zoe", SearchKind.Team, Community.Dental)]
    public async Task A_word_or_a_name_finds_what_holds_it(string text, SearchKind kind, int team)
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var hit = (await matcher.SearchAsync(text)).Page(1).Hits[0];
        Assert.Equal((kind, team), (hit.Kind, hit.Team));
    }

    [Theory]
    [InlineData("nobody tells them what the doctor said in sign language", Community.Deaf)]
    [InlineData("husbands and wives who look after somebody with Alzheimer's", Community.Carers)]
    [InlineData("my teeth hurt and the surgery scares me", Community.Dental)]
    public async Task A_text_without_a_shared_word_finds_by_meaning(string text, int team)
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.Equal(team, (await matcher.SearchAsync(text)).Page(1).Hits[0].Team);
    }

    [Theory]
    [InlineData("golpp", Community.Talking)]
    [InlineData("Banglideshi heritige", Community.Talking)]
    [InlineData("fenbrigde", Community.Midwives)]
    [InlineData("Lampl", Community.New)]
    public async Task A_misspelt_word_and_the_beginning_of_a_word_are_understood(string text, int team)
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.Equal(team, (await matcher.SearchAsync(text)).Page(1).Hits[0].Team);
    }

    [Fact]
    public async Task An_abbreviation_that_no_team_writes_finds_what_it_stands_for()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.Contains((await matcher.SearchAsync("DNA")).Page(1).Hits[0].Team, (int[])[Community.Clinic, Community.Heart]);
        Assert.Equal(Community.Deaf, (await matcher.SearchAsync("BSL")).Page(1).Hits[0].Team);
    }

    [Theory]
    [InlineData("quantum chromodynamics")]
    [InlineData("premier league fixtures")]
    [InlineData("the of and")]
    [InlineData("…")]
    [InlineData(" \n")]
    [InlineData("")]
    public async Task What_is_about_nothing_here_finds_nothing(string text)
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.Equivalent(new SearchPage([], 0, false), (await matcher.SearchAsync(text)).Page(100), strict: true);
    }

    [Fact]
    public async Task Hits_come_best_first_with_bounded_scores_and_exact_quotes()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var hits = (await matcher.SearchAsync(Broad)).Page(100).Hits;
        Assert.True(hits.Count > 5, $"{hits.Count} hits");
        Assert.Equal(hits.OrderByDescending(h => h.Score).ThenBy(h => h.Kind).ThenBy(h => h.Source), hits);
        Assert.All(hits, h => Assert.InRange(h.Score, TextSearch.LeastScore, 1));
        Assert.All(hits, h => Assert.Contains(Community.Get(h.Team).Texts, t => t.Field == h.Quote.Field && t.Source == h.Quote.Source && t.Text.Contains(h.Quote.Text, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_order_in_which_teams_came_never_matters()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        using var other = await Model.MatcherOf([.. Community.Teams.Reverse().Select(t => t with { Texts = [.. t.Texts.OrderBy(x => x.Text.Length)] })]);
        foreach (var text in new[] { Broad, "interpretor", "Quayside" }) Assert.Equivalent((await matcher.SearchAsync(text)).Page(100), (await other.SearchAsync(text)).Page(100), strict: true);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task Pages_put_together_are_the_whole(int size)
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var (all, pages) = ((await matcher.SearchAsync(Broad)).Page(100), new List<SearchHit>());
        SearchPage page;
        do
        {
            page = (await matcher.SearchAsync(Broad)).Page(size, pages.Count > 0 ? pages[^1].Place : null);
            Assert.Equal(all.Total, page.Total);
            pages.AddRange(page.Hits);
        }
        while (page.HasMore && pages.Count < all.Total);
        Assert.False(page.HasMore);
        Assert.Equal(all.Hits, pages);
    }

    [Fact]
    public async Task What_is_left_out_does_not_count_and_leaves_no_hole()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var all = (await matcher.SearchAsync(Broad)).Page(100).Hits;
        var some = (await matcher.SearchAsync(Broad)).Page(3, null, (kind, id) => kind == SearchKind.Inequity && id != all.First(h => h.Kind == kind).Source);
        var expected = all.Where(h => h.Kind == SearchKind.Inequity).Skip(1).ToList();
        Assert.Equal(expected.Take(3), some.Hits);
        Assert.Equal((expected.Count, expected.Count > 3), (some.Total, some.HasMore));
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_looked_for_and_their_ids_told()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        var findings = await matcher.SearchAsync(Broad, new HashSet<SearchKind> { SearchKind.Learning });
        var expected = (await matcher.SearchAsync(Broad)).Page(100).Hits.Where(h => h.Kind == SearchKind.Learning).ToList();
        Assert.NotEmpty(expected);
        Assert.Equal(expected, findings.Page(100).Hits);
        Assert.Equal(expected.Select(h => h.Source), findings.Ids(SearchKind.Learning));
        Assert.Empty(findings.Ids(SearchKind.Team));
    }

    [Fact]
    public async Task A_new_word_is_found_before_the_next_fit()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        await matcher.UpdateAsync([Community.Get(Community.New) with { Texts = [new(ProfileField.Offer, 7, "A zeppelin to borrow on Sundays.")] }]);
        var hit = Assert.Single((await matcher.SearchAsync("zeppelin")).Page(5).Hits);
        Assert.Equal((SearchKind.Offer, 7, Community.New), (hit.Kind, hit.Source, hit.Team));
    }

    [Fact]
    public async Task A_search_finds_at_most_a_thousand()
    {
        using var matcher = await Model.MatcherOf([.. Enumerable.Range(1, PeerMatcher.MostHits + 5).Select(id => new TeamProfile(id, 0, [new(ProfileField.Name, id, "Kite flyers")]))]);
        var findings = await matcher.SearchAsync("kite flyers");
        var page = findings.Page(100, findings.Page(1).Hits[0].Place with { Source = PeerMatcher.MostHits - 50 });
        Assert.Equal(PeerMatcher.MostHits, page.Total);
        Assert.Equal(Enumerable.Range(PeerMatcher.MostHits - 49, 50), page.Hits.Select(h => h.Source));
        Assert.False(page.HasMore);
    }

    [Fact]
    public async Task A_search_is_checked()
    {
        using var matcher = await Model.MatcherOf(Community.Teams);
        Assert.Empty((await matcher.SearchAsync(new string('ж', PeerMatcher.LongestSearch))).Page(3).Hits);
        await Assert.ThrowsAsync<ArgumentException>(() => matcher.SearchAsync(new string('x', PeerMatcher.LongestSearch + 1)));
        var findings = await matcher.SearchAsync("dentist");
        Assert.Throws<ArgumentOutOfRangeException>(() => findings.Page(101));
        Assert.Throws<ArgumentOutOfRangeException>(() => findings.Page(-1));
    }
}
