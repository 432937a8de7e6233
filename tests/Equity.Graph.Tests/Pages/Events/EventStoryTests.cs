using System.Net;

namespace Equity.Graph.Tests.Pages.Events;

/// <summary>An event by its pages alone: made, published, joined, asked about, and called off.</summary>
public class EventStoryTests(Lived lived) : IClassFixture<Lived>
{
    [Fact]
    public async Task A_lead_makes_an_event_and_a_team_joins_leaves_and_is_told_when_it_is_called_off()
    {
        using var lead = await PlainBrowser.OpenAsync(lived.Host, "lead");
        await lead.GoAsync("/events/new");
        await lead.SendAsync("new", ("name", ""), ("description", "Ring me on 07700 900123"), ("startsAt", "soon"), ("capacity", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lead.Status);
        Assert.Equal("true", lead.Page.GetElementById("new-startsAt")!.GetAttribute("aria-invalid"));
        await lead.SendAsync("new", ("startsAt", "2026-12-01T10:00"));
        Assert.Equal("Ring me on 07700 900123", lead.Page.GetElementById("new-description")!.TextContent);
        Assert.Equal("true", lead.Page.GetElementById("new-description")!.GetAttribute("aria-invalid"));
        Assert.Equal("true", lead.Page.GetElementById("new-name")!.GetAttribute("aria-invalid"));
        await lead.SendAsync("new", ("name", "A day in the barn"), ("description", "Bring boots."));
        Assert.Equal("/events/a-day-in-the-barn/edit?done=CreateEvent", lead.Address);

        using var grace = await PlainBrowser.OpenAsync(lived.Host, "grace");
        await grace.GoAsync("/events/a-day-in-the-barn");
        Assert.Equal(HttpStatusCode.NotFound, grace.Status);
        await lead.SendAsync("publish");
        Assert.Contains("The event is published", lead.Text, StringComparison.Ordinal);

        await grace.GoAsync("/events/a-day-in-the-barn");
        await grace.SendAsync("join-0");
        Assert.Contains("Hear Me First comes", grace.Text, StringComparison.Ordinal);
        using var tom = await PlainBrowser.OpenAsync(lived.Host, "tom");
        await tom.GoAsync("/events/a-day-in-the-barn");
        Assert.Contains("Wait for room with The Tablet Table", tom.Text, StringComparison.Ordinal);
        await tom.SendAsync("join-0");
        Assert.Contains("The Tablet Table waits for room", tom.Text, StringComparison.Ordinal);
        await grace.SendAsync("leave-0");
        Assert.Contains("Wait for room with Hear Me First", grace.Text, StringComparison.Ordinal);
        await tom.GoAsync("/events/a-day-in-the-barn");
        Assert.Contains("The Tablet Table comes", tom.Text, StringComparison.Ordinal);

        await lead.GoAsync("/events/a-day-in-the-barn/edit");
        await lead.SendAsync("cancel");
        Assert.Contains("This event is called off", lead.Text, StringComparison.Ordinal);
        await grace.GoAsync("/events/a-day-in-the-barn");
        Assert.Empty(grace.Page.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_change_of_what_somebody_else_has_changed_shows_both_and_can_be_sent_again()
    {
        using var lead = await PlainBrowser.OpenAsync(lived.Host, "lead");
        using var coach = await PlainBrowser.OpenAsync(lived.Host, "coach");
        await lead.GoAsync("/events/corn-hall-gathering/edit");
        await coach.GoAsync("/events/corn-hall-gathering/edit");
        await coach.SendAsync("change", ("place", "The old corn hall"));
        Assert.Contains("Your changes are saved", coach.Text, StringComparison.Ordinal);
        await lead.SendAsync("change", ("place", "Corn Hall, upstairs"));
        Assert.Equal(HttpStatusCode.Conflict, lead.Status);
        Assert.Contains("It says now: The old corn hall", lead.Text, StringComparison.Ordinal);
        await lead.SendAsync("change");
        await coach.GoAsync("/events/corn-hall-gathering");
        Assert.Contains("Corn Hall, upstairs", coach.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_looks_for_similar_questions_asks_and_others_vote_and_those_who_run_it_merge_and_answer()
    {
        const string Panel = "/events/lifeboat-hall-gathering/panel";
        using var tom = await PlainBrowser.OpenAsync(lived.Host, "tom");
        await tom.GoAsync(Panel);
        Assert.Contains("Nobody has asked yet", tom.Text, StringComparison.Ordinal);
        await AskAsync(tom, Panel, "How do you pay service users for their time?");
        Assert.Contains("Nobody has asked this yet", tom.Text, StringComparison.Ordinal);
        await tom.SendAsync("own", ("text", "Ring me on 07700 900123"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tom.Status);
        Assert.Equal("Ring me on 07700 900123", tom.Page.GetElementById("own-text")!.GetAttribute("value"));
        await tom.SendAsync("own", ("text", "How do you pay service users for their time?"));
        Assert.Contains("Your question is asked", tom.Text, StringComparison.Ordinal);
        Assert.Contains("Asked without a name", tom.Text, StringComparison.Ordinal);

        using var grace = await PlainBrowser.OpenAsync(lived.Host, "grace");
        await AskAsync(grace, Panel, "How are service users paid for the time they give?");
        Assert.Contains("Asked already, much the same", grace.Text, StringComparison.Ordinal);
        await grace.SendAsync("similar-0");
        Assert.Contains("1 vote, one of them yours", grace.Text, StringComparison.Ordinal);
        await grace.SendAsync("vote-0");
        Assert.Contains("0 votes", grace.Text, StringComparison.Ordinal);
        await AskAsync(grace, Panel, "How are service users paid for the time they give?");
        await grace.SendAsync("own");

        using var lead = await PlainBrowser.OpenAsync(lived.Host, "lead");
        await lead.GoAsync(Panel);
        var ids = lead.Page.QuerySelectorAll("#merge-question option").Select(option => option.GetAttribute("value")!).ToList();
        await lead.SendAsync("merge", ("question", ids[0]), ("duplicates", ids[1]));
        Assert.Single(lead.Page.QuerySelectorAll("#questions .card"));
        Assert.Contains("It stands for 1 other question too", lead.Text, StringComparison.Ordinal);
        await lead.GoAsync(lead.Page.QuerySelector("#questions a[href*='answer=']")!.GetAttribute("href")!);
        await lead.SendAsync("answering", ("text", "By the hour, before the meeting, in cash."), ("byRole", "SPONSOR"));
        Assert.Contains("By the hour, before the meeting, in cash. Sponsor", lead.Text, StringComparison.Ordinal);
    }

    private static async Task AskAsync(PlainBrowser browser, string panel, string text)
    {
        await browser.GoAsync(panel);
        await browser.SendAsync(browser.Page.Forms.Single(form => form.GetAttribute("data-live") == "ask"), ("text", text));
    }
}
