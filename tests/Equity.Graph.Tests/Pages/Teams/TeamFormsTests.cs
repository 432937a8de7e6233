using System.Net;
using AngleSharp.Html.Dom;

namespace Equity.Graph.Tests.Pages.Teams;

public class TeamFormsTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Personal = "Ring me on 07700 900123";

    [Fact]
    public async Task A_newcomer_registers_a_team_says_more_of_it_and_shows_it_to_everybody()
    {
        using var newcomer = await PlainBrowser.OpenAsync(host, "newcomer");
        await newcomer.GoAsync("/teams/new");
        await newcomer.SendAsync("register", ("name", ""), ("service", "Foot clinic"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, newcomer.Status);
        Assert.NotNull(newcomer.Page.QuerySelector("#register-myRole-error"));
        Assert.Equal("Foot clinic", Value(newcomer, "register-service"));
        await newcomer.SendAsync("register", ("name", "Warm Feet"), ("myRole", "CARER"));
        Assert.StartsWith("/teams/warm-feet/edit?done=RegisterTeam", newcomer.Address, StringComparison.Ordinal);

        using var grace = await PlainBrowser.OpenAsync(host, "grace");
        await grace.GoAsync("/teams/warm-feet");
        Assert.Equal(HttpStatusCode.NotFound, grace.Status);
        await newcomer.GoAsync("/teams/warm-feet");
        Assert.Contains("This is a draft.", newcomer.Text, StringComparison.Ordinal);
        await newcomer.GoAsync("/teams/warm-feet/edit");
        await newcomer.SendAsync("edit", ("aim", "By May, nobody waits longer than a week."), ("involvement", "LITTLE_I"), ("progressScore", "1.5"));
        await newcomer.GoAsync("/teams/warm-feet/edit");
        await newcomer.SendAsync("advance", ("stage", "TESTING"));
        Assert.Contains("Your team is at testing", newcomer.Text, StringComparison.Ordinal);
        await newcomer.SendAsync("publish-team");
        await grace.GoAsync("/teams/warm-feet");
        Assert.Contains("nobody waits longer than a week", grace.Text, StringComparison.Ordinal);
        Assert.Contains("1.5 of 5", grace.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_team_says_is_kept_in_the_form_when_it_is_personal_too_long_or_overtaken()
    {
        var (team, browser) = await TeamOfTomAsync("Edited Team");
        using var tom = browser;
        await tom.GoAsync($"/teams/{team}/edit");
        await tom.SendAsync("edit", ("summary", Personal), ("aim", new string('a', 5_000)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tom.Status);
        Assert.Equal(Personal, Value(tom, "edit-summary"));
        Assert.NotNull(tom.Page.QuerySelector("#edit-summary-error"));
        Assert.NotNull(tom.Page.QuerySelector("#edit-aim-error"));

        await tom.GoAsync($"/teams/{team}/edit");
        using var other = await PlainBrowser.OpenAsync(host, "tom");
        await other.GoAsync($"/teams/{team}/edit");
        await other.SendAsync("edit", ("locality", "Northgate"));
        await tom.SendAsync("edit", ("locality", "Quayside"));
        Assert.Equal(HttpStatusCode.Conflict, tom.Status);
        Assert.Equal("Quayside", Value(tom, "edit-locality"));
        Assert.Contains("It says now: Northgate", tom.Text, StringComparison.Ordinal);
        await tom.SendAsync("edit");
        Assert.StartsWith($"/teams/{team}?done=UpdateTeam", tom.Address, StringComparison.Ordinal);
        Assert.Contains("Quayside", tom.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stage_that_asks_for_service_users_is_refused_with_what_is_missing()
    {
        var (team, browser) = await TeamOfTomAsync("Early Team");
        using var tom = browser;
        await tom.GoAsync($"/teams/{team}/edit");
        await tom.SendAsync("advance", ("stage", "TESTING"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tom.Status);
        Assert.NotEmpty(tom.Page.QuerySelectorAll("#errors li"));
    }

    [Fact]
    public async Task An_inequity_is_recorded_changed_deleted_and_brought_back()
    {
        var (team, browser) = await TeamOfTomAsync("Tackling Team");
        using var tom = browser;
        await tom.GoAsync($"/teams/{team}/inequities");
        Assert.Contains("Nothing is recorded yet", tom.Text, StringComparison.Ordinal);
        await tom.SendAsync("record-inequity", ("title", "Late letters"), ("population", Personal));
        Assert.NotNull(tom.Page.QuerySelector("#record-inequity-dimension-error"));
        await tom.SendAsync("record-inequity", ("dimension", "LANGUAGE"));
        Assert.NotNull(tom.Page.QuerySelector("#record-inequity-population-error"));
        await tom.SendAsync("record-inequity", ("population", "People who read Urdu"), ("core20Plus5", ""), ("core20Plus5", "CORE20"), ("core20Plus5", "PLUS_GROUP"));
        Assert.Equal("Late letters", tom.Page.QuerySelector(".card h2")!.TextContent);

        await FollowAsync(tom, ".card a");
        Assert.Equal(2, tom.Page.QuerySelectorAll("[name=core20Plus5][checked]").Length);
        await tom.SendAsync("change-inequity", ("title", "Letters that nobody can read"), ("inequityKind", "ACCESS"));
        Assert.Equal("Letters that nobody can read", tom.Page.QuerySelector(".card h2")!.TextContent);
        await FollowAsync(tom, ".card a");
        await tom.SendAsync(Form(tom, "delete-"));
        Assert.Empty(tom.Page.QuerySelectorAll(".card"));
        await tom.SendAsync("restore-Inequity");
        Assert.Equal($"/teams/{team}/inequities?done=RestoreInequity", tom.Address);
        Assert.Equal("Letters that nobody can read", tom.Page.QuerySelector(".card h2")!.TextContent);
    }

    [Fact]
    public async Task Help_is_asked_for_and_offered_and_both_come_to_an_end()
    {
        var (team, browser) = await TeamOfTomAsync("Asking Team");
        using var tom = browser;
        await tom.GoAsync($"/teams/{team}/asks");
        await tom.SendAsync("ask", ("text", Personal));
        Assert.Equal(Personal, Value(tom, "ask-text"));
        Assert.Equal("", Value(tom, "offer-text"));
        await tom.SendAsync("ask", ("text", "How do you find interpreters?"));
        await tom.SendAsync("offer", ("text", "We can show our leaflet."));
        await tom.SendAsync(Form(tom, "close-"), ("answered", "true"));
        Assert.Contains("Answered · asked on", tom.Text, StringComparison.Ordinal);
        await tom.SendAsync(Form(tom, "withdraw-"));
        Assert.Contains("Withdrawn · offered on", tom.Text, StringComparison.Ordinal);
        await tom.SendAsync(Form(tom, "delete-"));
        Assert.DoesNotContain("interpreters", tom.Text, StringComparison.Ordinal);
        await tom.SendAsync("restore-Ask");
        Assert.Contains("interpreters", tom.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Learning_is_shared_changed_deleted_and_brought_back()
    {
        var (team, browser) = await TeamOfTomAsync("Learning Team");
        using var tom = browser;
        await tom.GoAsync($"/teams/{team}/learning");
        await tom.SendAsync("share-learning", ("title", "Ask on the phone"), ("body", "It works."));
        Assert.NotNull(tom.Page.QuerySelector("#share-learning-kind-error"));
        Assert.Equal("It works.", Value(tom, "share-learning-body"));
        await tom.SendAsync("share-learning", ("kind", "DID_NOT_WORK"));
        await FollowAsync(tom, "[aria-labelledby=shared] li a[href*=change]");
        await tom.SendAsync("change-learning", ("title", "Do not ask on the phone"));
        Assert.Contains("Do not ask on the phone", tom.Text, StringComparison.Ordinal);
        await FollowAsync(tom, "[aria-labelledby=shared] li a[href*=change]");
        await tom.SendAsync(Form(tom, "delete-"));
        Assert.Null(tom.Page.QuerySelector("[aria-labelledby=shared]"));
        await tom.SendAsync("restore-Learning");
        Assert.NotNull(tom.Page.QuerySelector("[aria-labelledby=shared]"));
    }

    [Fact]
    public async Task People_are_added_named_by_themselves_and_the_last_one_stays()
    {
        var (team, browser) = await TeamOfTomAsync("Peopled Team");
        using var tom = browser;
        await tom.GoAsync($"/teams/{team}/people");
        await FollowAsync(tom, "main li a[href*=change]");
        await tom.SendAsync("remove-member");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tom.Status);
        await tom.SendAsync("change-name", ("name", "Thomas"), ("nameFor", "ANYONE"));
        Assert.Contains("Thomas (you)", tom.Text, StringComparison.Ordinal);
        await tom.SendAsync("add-seat", ("role", ""));
        Assert.NotNull(tom.Page.QuerySelector("#add-seat-role-error"));
        await tom.SendAsync("add-seat", ("role", "SERVICE_USER"));
        await tom.SendAsync("add-person", ("role", "CLINICIAN"), ("person", "grace"));
        using var grace = await PlainBrowser.OpenAsync(host, "grace");
        await grace.GoAsync($"/teams/{team}/people");
        Assert.Equal(3, grace.Page.QuerySelectorAll("main li a[href*=change]").Length);
    }

    [Fact]
    public async Task An_idea_is_recorded_and_tested_turn_by_turn()
    {
        var (team, browser) = await TeamOfTomAsync("Trying Team");
        using var tom = browser;
        await tom.GoAsync($"/teams/{team}/ideas");
        await tom.SendAsync("record-idea", ("title", "A card beside the link"));
        await tom.SendAsync("plan-test", ("plan", "Give it to ten people."), ("startedOn", "12.11.2026"));
        Assert.NotNull(tom.Page.QuerySelector("#plan-test-startedOn-error"));
        await tom.SendAsync("plan-test", ("startedOn", "2026-11-12"));
        await tom.SendAsync("test-1", ("do", Personal));
        Assert.NotNull(tom.Page.QuerySelector("details[open] #test-1-do-error"));
        await tom.SendAsync("test-1", ("do", "Eight got in."), ("decision", "ADAPTED"));
        Assert.Contains("Eight got in.", tom.Page.QuerySelector(".facts")!.TextContent, StringComparison.Ordinal);
        await tom.GoAsync($"/teams/{team}");
        Assert.Contains("1 test: adapted", tom.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_measure_is_added_and_a_days_figures_are_recorded()
    {
        var (team, browser) = await TeamOfTomAsync("Counting Team");
        using var tom = browser;
        await tom.GoAsync($"/teams/{team}/measures");
        await tom.SendAsync("create-measure", ("name", "Missed visits"), ("unit", "missed of booked"), ("better", "LOWER"));
        Assert.Contains("measure=", tom.Address, StringComparison.Ordinal);
        await tom.SendAsync("record-figures", ("date", "2026-11-02"), ("numerator", "50"), ("denominator", "forty"));
        Assert.NotNull(tom.Page.QuerySelector("#record-figures-denominator-error"));
        await tom.SendAsync("record-figures", ("denominator", "40"));
        Assert.NotNull(tom.Page.QuerySelector("[id^=record-figures-][id$=-error]"));
        await tom.SendAsync("record-figures", ("numerator", "12"));
        Assert.Contains("done=RecordFigures", tom.Address, StringComparison.Ordinal);
        var data = await host.DataAsync("query($key: String!) { team(key: $key) { measures { points { numerator denominator } } } }", new { key = team }, "tom");
        Assert.Equal("""[{"points":[{"numerator":12,"denominator":40}]}]""", data.At("team", "measures").GetRawText());

        await tom.GoAsync($"/teams/{team}");
        var picture = tom.Page.QuerySelector("[aria-labelledby=measures] img")!;
        Assert.Contains("Missed visits", picture.GetAttribute("alt"), StringComparison.Ordinal);
        Assert.NotNull(tom.Page.QuerySelector("[aria-labelledby=measures] p a[href^='/insights/measures/']"));
        await tom.GoAsync(picture.GetAttribute("src")!);
        Assert.Equal(HttpStatusCode.OK, tom.Status);
    }

    /// <summary>A published team that tom alone is on, and tom's browser.</summary>
    private async Task<(string Key, PlainBrowser Browser)> TeamOfTomAsync(string name)
    {
        await host.PublishAsync("tom", name);
        return (name.ToLowerInvariant().Replace(' ', '-'), await PlainBrowser.OpenAsync(host, "tom"));
    }

    private static Task<IHtmlDocument> FollowAsync(PlainBrowser browser, string link) => browser.GoAsync(browser.Page.QuerySelector(link)!.GetAttribute("href")!);

    private static IHtmlFormElement Form(PlainBrowser browser, string start) => browser.Page.Forms.First(form => form.Id!.StartsWith(start, StringComparison.Ordinal));

    private static string Value(PlainBrowser browser, string id) => browser.Page.GetElementById(id) switch
    {
        IHtmlTextAreaElement area => area.Value,
        IHtmlInputElement input => input.Value,
        var other => throw new Xunit.Sdk.XunitException($"{id} is {other?.TagName ?? "not there"}"),
    };
}
