using System.Net;

namespace Equity.Graph.Tests.Pages.Events;

/// <summary>A world café by its pages alone: planned twice, compared, published, run, and its harvest shared.</summary>
public class CafeStoryTests(Lived lived) : IClassFixture<Lived>
{
    private const string Plan = "/community/cafe/lifeboat-hall-gathering", Event = "/events/lifeboat-hall-gathering";

    [Fact]
    public async Task A_cafe_goes_from_its_plan_to_learning()
    {
        using var lead = await PlainBrowser.OpenAsync(lived.Host, "lead");
        using var tom = await PlainBrowser.OpenAsync(lived.Host, "tom");
        await PlanAndPublishAsync(lead, tom);
        await RunAsync(lead, tom);
        await HarvestAsync(tom);
        await ShareAsync(lead);
    }

    private static async Task PlanAndPublishAsync(PlainBrowser lead, PlainBrowser tom)
    {
        await lead.GoAsync(Plan);
        await lead.SendAsync("plan", ("questions", "Ring me on 07700 900123"), ("minutes", "20"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, lead.Status);
        Assert.Equal("Ring me on 07700 900123", lead.Page.GetElementById("plan-questions-1")!.GetAttribute("value"));
        Assert.NotNull(lead.Page.QuerySelector("#plan-questions-error"));
        await lead.SendAsync("plan", ("questions", "What did you try?"), ("questions", "What surprised you?"));
        Assert.Contains("Seats of plan 1", lead.Text, StringComparison.Ordinal);
        await lead.SendAsync("plan", ("questions", "What did you try?"), ("questions", "What surprised you?"), ("leastAtATable", "3"), ("mostAtATable", "4"));
        Assert.Equal(["For the whole café", "Plan 1", "Plan 2"], lead.Page.QuerySelectorAll("#compare thead th").Select(each => each.TextContent));
        Assert.Equal(["2", "3"], lead.Page.QuerySelectorAll("#compare tbody tr")[1].QuerySelectorAll("td").Select(each => each.TextContent));

        await tom.GoAsync(Event + "/cafe");
        Assert.Contains("Who sits where is not told yet", tom.Text, StringComparison.Ordinal);
        await tom.GoAsync(Plan);
        Assert.Equal(HttpStatusCode.Forbidden, tom.Status);
        await lead.SendAsync("publish-1");
        Assert.Equal(Event + "/cafe?done=PublishWorldCafe", lead.Address);
        await tom.GoAsync(Event + "/cafe");
        Assert.Contains("Tables of The Tablet Table", tom.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Start round", tom.Text, StringComparison.Ordinal);
        await tom.GoAsync(Event + "/harvest");
        Assert.Contains("Once the first round of the café has begun", tom.Text, StringComparison.Ordinal);
    }

    private static async Task RunAsync(PlainBrowser lead, PlainBrowser tom)
    {
        await lead.GoAsync(Event + "/cafe");
        await lead.SendAsync("start");
        Assert.Contains("Round 1 of 2 runs now", lead.Text, StringComparison.Ordinal);
        await tom.GoAsync(Event + "/cafe");
        var live = tom.Page.GetElementById("live")!;
        Assert.Contains("The Tablet Table sits at table", live.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-11T09:20:00Z", live.QuerySelector("[data-until]")!.GetAttribute("data-until"));
        Assert.StartsWith("/live/CafeRoundStarted?event=", live.GetAttribute("data-events"), StringComparison.Ordinal);
    }

    private static async Task HarvestAsync(PlainBrowser tom)
    {
        await tom.GoAsync(Event + "/harvest");
        await tom.SendAsync("heard", ("text", new string('x', 2_001)));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tom.Status);
        Assert.Equal(2_001, tom.Page.GetElementById("heard-text")!.TextContent.Length);
        Assert.Equal(["heard-from"], tom.Page.QuerySelectorAll("[aria-invalid=true]").Select(each => each.Id));
        var from = tom.Page.QuerySelectorAll("#heard-from option")[1].GetAttribute("value")!;
        await tom.SendAsync("heard", ("from", from));
        Assert.Equal(["heard-text"], tom.Page.QuerySelectorAll("[aria-invalid=true]").Select(each => each.Id));
        await tom.SendAsync("heard", ("text", "They put the kettle on before they open the form."), ("from", from));
        await tom.SendAsync("heard", ("text", "The kettle goes on first, and the form is opened after."), ("from", from));
        Assert.Contains("Written down by your team", tom.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish the ticked notes", tom.Text, StringComparison.Ordinal);
    }

    private static async Task ShareAsync(PlainBrowser lead)
    {
        await lead.GoAsync(Event + "/harvest");
        Assert.Contains("These say nearly the same", lead.Text, StringComparison.Ordinal);
        await lead.SendAsync("merge-0-0");
        Assert.DoesNotContain("These say nearly the same", lead.Text, StringComparison.Ordinal);
        await lead.SendAsync("publish");
        Assert.Contains("The ticked notes are shared", lead.Text, StringComparison.Ordinal);
        Assert.Equal("They put the kettle on before they open the form", lead.Page.QuerySelector("section[aria-labelledby=shared] h3")!.TextContent);
        Assert.Null(lead.Page.GetElementById("waiting"));
    }
}
