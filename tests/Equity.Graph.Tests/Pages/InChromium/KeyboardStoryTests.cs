using Xunit.Abstractions;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>A community meets, learns and stays in touch, by the keyboard alone.</summary>
[Collection(nameof(Chromium))]
public class KeyboardStoryTests(Chromium chromium, ITestOutputHelper output)
{
    private int stops;

    [BrowserFact]
    public async Task A_community_meets_learns_and_stays_in_touch()
    {
        await using var host = new LivedInHost();
        await host.LiveAsync();
        await AnEventIsPlannedAndJoinedAsync(host);
        await ACafeRunsAndIsHarvestedAsync(host);
        await TwoTeamsConnectAsync(host);
        await host.AdvanceUntilAsync(TimeSpan.FromHours(8), async () => (await host.DataAsync("{ viewer { notifications(unreadOnly: true) { kind } } }", null, "ruth")).At("viewer", "notifications").EnumerateArray().Any(one => one.Text("kind") == "CHECK_IN_DUE"));
        await TheyCheckInAndOnePausesAsync(host);
        await OneDeclinesAndAnotherIsNamedAsync(host);
        output.WriteLine($"The story by keyboard: Tab was pressed {stops} times.");
    }

    private Task AnEventIsPlannedAndJoinedAsync(EquityHost host) => AsAsync(host, "lead", async keys =>
    {
        await keys.FollowAsync("Events");
        await keys.FollowAsync("Plan an event");
        await keys.WriteAsync("What it is called", "The Keyboard Gathering");
        await keys.WriteTimeAsync("It begins", new DateTime(2026, 11, 25, 9, 30, 0, DateTimeKind.Utc));
        await keys.WriteAsync("Where it is", "Corn Hall, Fenbridge");
        await keys.DoAsync("Make the draft");
        await keys.DoAsync("Publish this event");
        Assert.Contains("/events/the-keyboard-gathering", keys.Page.Url, StringComparison.Ordinal);
    }, ("tom", JoinAsync), ("grace", JoinAsync), ("ruth", JoinAsync));

    private static async Task JoinAsync(Keyboard keys)
    {
        await keys.FollowAsync("Events");
        await keys.FollowAsync("The Keyboard Gathering");
        await keys.DoAsync("Join with");
        Assert.NotEmpty(await keys.SaidAsync());
    }

    private Task ACafeRunsAndIsHarvestedAsync(EquityHost host) => AsAsync(host, "lead", async keys =>
    {
        await keys.Page.GotoAsync("/community/cafe/the-keyboard-gathering");
        await keys.WriteAsync("Round 1", "What would you try again?");
        await keys.WriteAsync("Teams at a table, at least", "3");
        await keys.DoAsync("Plan the café");
        await keys.DoAsync("Publish this plan");
        await keys.DoAsync("Start round 1");
        Assert.Contains("What would you try again?", await keys.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
    }, ("tom", async keys =>
    {
        await keys.Page.GotoAsync("/events/the-keyboard-gathering/cafe");
        await keys.FollowAsync("What was heard");
        await keys.PickAsync("Surprised us");
        await keys.WriteAsync("What you heard", "A kettle in the corner brought more people than the poster did.");
        await keys.ChooseAsync("Whose idea it was", "Hear Me First");
        await keys.DoAsync("Keep this note");
        Assert.NotEmpty(await keys.SaidAsync());
    }
    ), ("lead", async keys =>
    {
        await keys.Page.GotoAsync("/events/the-keyboard-gathering/harvest");
        await keys.DoAsync("Publish the ticked notes");
        Assert.Contains("A kettle in the corner", await keys.Page.Locator("main").TextContentAsync(), StringComparison.Ordinal);
        Assert.Single((await host.DataAsync("{ event(key: \"the-keyboard-gathering\") { harvest(first: 5) { nodes { title } } } }")).Nodes("event", "harvest"));
    }
    ));

    private Task TwoTeamsConnectAsync(EquityHost host) => AsAsync(host, "ruth", async keys =>
    {
        await keys.Page.GotoAsync("/");
        await keys.WriteAsync("What do you need help with?", "our older patients cannot use the video link");
        await keys.DoAsync("Find a peer");
        await keys.FollowAsync("Propose a friendship");
        await keys.DoAsync("Propose the friendship");
        Assert.Contains("You have asked them", await keys.SaidAsync(), StringComparison.Ordinal);
    }, ("tom", async keys =>
    {
        await keys.FollowAsync("My team");
        await keys.OpenAsync("Say yes to The Log Pile Callers");
        await keys.DoAsync("Say yes to The Log Pile Callers");
        Assert.NotEmpty(await keys.SaidAsync());
    }
    ));

    private Task TheyCheckInAndOnePausesAsync(EquityHost host) => AsAsync(host, "ruth", async keys =>
    {
        await keys.FollowAsync("My team");
        await keys.OpenAsync("Tell whether you met The Tablet Table");
        await keys.PickAsync("Yes");
        await keys.DoAsync("Tell whether you met");
        Assert.NotEmpty(await keys.SaidAsync());
    }, ("tom", async keys =>
    {
        await keys.FollowAsync("My team");
        await keys.OpenAsync("Pause");
        await keys.DoAsync("Pause the team");
        Assert.NotEmpty(await keys.SaidAsync());
    }
    ));

    private Task OneDeclinesAndAnotherIsNamedAsync(EquityHost host) => AsAsync(host, "ruth", async keys =>
    {
        await keys.Page.GotoAsync("/propose/hear-me-first-maternity");
        await keys.WriteAsync("A few words to them", "How do you listen before you plan?");
        await keys.DoAsync("Propose the friendship");
        Assert.Contains("You have asked them", await keys.SaidAsync(), StringComparison.Ordinal);
    }, ("grace", async keys =>
    {
        await keys.FollowAsync("My team");
        await keys.OpenAsync("Say no to The Log Pile Callers");
        await keys.WriteAsync("Why not", "We are short of hands until spring.");
        await keys.DoAsync("Say no to The Log Pile Callers");
        Assert.NotEmpty(await keys.SaidAsync());
    }
    ), ("ruth", async keys =>
    {
        var declined = (await host.DataAsync("{ team(key: \"log-pile-callers\") { friendships(first: 9) { nodes { id status instead { team { name } } } } } }", null, "ruth")).Nodes("team", "friendships").Single(one => one.Text("status") == "DECLINED");
        await keys.Page.GotoAsync($"/friendships/{declined.Text("id")}");
        var said = await keys.Page.Locator("main").TextContentAsync();
        Assert.Contains(declined.At("instead", "team").Text("name"), said, StringComparison.Ordinal);
        Assert.DoesNotContain("short of hands", said, StringComparison.Ordinal);
    }
    ));

    /// <summary>One after the other, each in a window of one's own.</summary>
    private async Task AsAsync(EquityHost host, string persona, Func<Keyboard, Task> does, params (string Persona, Func<Keyboard, Task> Does)[] then)
    {
        foreach (var (who, what) in then.Prepend((persona, does)))
        {
            await using var window = await chromium.OpenAsync(on: host);
            var keys = new Keyboard(window);
            await keys.SignInAsync(who);
            await what(keys);
            stops += keys.Stops;
        }
    }
}
