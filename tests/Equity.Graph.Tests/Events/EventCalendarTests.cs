using System.Net;

namespace Equity.Graph.Tests.Events;

public class EventCalendarTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_published_event_is_a_calendar_file_for_anyone()
    {
        var gathering = await host.EventAsync("In the Diary");
        await host.ChangeAsync("lead", "updateEvent", new { @event = gathering.Id, version = gathering.Version, endsAt = "2026-12-02T13:00:00Z", place = "Quayside hall, room 2", description = "Bring a story; and a pen." }, "event { id }");
        using var response = await host.ClientFor(EquityHost.Visitor).GetAsync(new Uri($"/events/{gathering.Key}.ics", UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "text/calendar; charset=utf-8"), (response.StatusCode, response.Content.Headers.ContentType!.ToString()));
        var lines = (await response.Content.ReadAsStringAsync()).Split("\r\n");
        foreach (var line in new[] { "BEGIN:VEVENT", "SUMMARY:In the Diary", "DTSTART:20261202T100000Z", "DTEND:20261202T130000Z", "LOCATION:Quayside hall\\, room 2", "DESCRIPTION:Bring a story\\; and a pen.", "UID:event-in-the-diary@equity" })
            Assert.Contains(line, lines);
    }

    [Fact]
    public async Task A_draft_is_a_calendar_file_for_who_runs_it_alone()
    {
        var draft = await host.DraftEventAsync("Not in the Diary");
        foreach (var (persona, status) in new[] { (EquityHost.Visitor, HttpStatusCode.NotFound), ("amina", HttpStatusCode.NotFound), ("lead", HttpStatusCode.OK) })
        {
            using var response = await host.ClientFor(persona).GetAsync(new Uri($"/events/{draft.Key}.ics", UriKind.Relative));
            Assert.Equal(status, response.StatusCode);
        }
    }
}
