using System.Net;
using Equity.Graph.Tests.Friendships;
using Ical.Net;

namespace Equity.Graph.Tests.Calendars;

/// <summary>A person's calendar, as a calendar program reads it that cannot sign in.</summary>
public class CalendarTests
{
    [Fact]
    public async Task Both_teams_members_find_their_check_in_in_their_calendars_and_nothing_that_is_between_the_two()
    {
        await using var host = new EquityHost();
        var (from, to) = (await host.PublishAsync("amina", "Quiet Otters"), await host.PublishAsync("grace", "Loud, Herons"));
        var friendship = await host.BefriendAsync("amina", from, "grace", to);
        await host.ChangeAsync("amina", "updateFriendship", new { friendship = friendship.Id, version = 2, contact = "Ring 4711", boundaries = "Nothing leaves the harbour." }, "friendship { id }");
        foreach (var persona in new[] { "amina", "grace" })
        {
            using var answer = await host.CreateClient().GetAsync(await AddressAsync(host, persona));
            Assert.Equal("text/calendar", answer.Content.Headers.ContentType!.MediaType);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.All(["4711", "harbour"], word => Assert.DoesNotContain(word, text, StringComparison.Ordinal));
            var entry = Assert.Single(Calendar.Load(text)!.Events);
            Assert.Equal(("Quiet Otters and Loud, Herons: did you meet?", new DateOnly(2026, 12, 23), false), (entry.Summary, entry.DtStart!.Date, entry.DtStart.HasTime));
        }
        Assert.Empty(await EventsAsync(host, await AddressAsync(host, "tom")));
        var before = await AddressAsync(host, "amina");
        await host.ChangeAsync("grace", "endFriendship", new { friendship = friendship.Id }, "friendship { id }");
        Assert.Empty(await EventsAsync(host, before));
    }

    [Fact]
    public async Task An_address_that_was_renewed_or_made_up_leads_nowhere()
    {
        await using var host = new EquityHost();
        var before = await AddressAsync(host, "amina");
        await host.ChangeAsync("amina", "renewCalendar", new { }, "addresses");
        var after = await AddressAsync(host, "amina");
        foreach (var (address, status) in new[] { (before, HttpStatusCode.NotFound), (after[..^3], HttpStatusCode.NotFound), ("/calendar.ics", HttpStatusCode.NotFound), ("/calendar.ics?token=a.b", HttpStatusCode.NotFound), (after, HttpStatusCode.OK) })
        {
            using var answer = await host.CreateClient().GetAsync(address);
            Assert.Equal(status, answer.StatusCode);
        }
    }

    private static async Task<string> AddressAsync(EquityHost host, string persona) => (await host.DataAsync("{ viewer { calendar } }", null, persona)).At("viewer").Text("calendar");

    private static async Task<IEnumerable<object>> EventsAsync(EquityHost host, string address) => Calendar.Load(await host.CreateClient().GetStringAsync(address))!.Events;
}
