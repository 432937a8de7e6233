using System.Text.Json;
using Equity.Graph.Execution;

namespace Equity.Graph.Tests.Events;

/// <summary>An event's life by the documents of schema/operations.</summary>
public class EventPageTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task One_query_has_all_that_the_page_of_an_event_shows()
    {
        var made = await RunAsync("lead", "CreateEvent", new { name = "Page of an Event", programme = "pursuing-equity", startsAt = "2026-11-11T08:30:00Z", capacity = 5 }, "createEvent", "event");
        await RunAsync("lead", "PublishEvent", new { @event = made.Text("id"), version = made.At("version").GetInt32() }, "publishEvent", "event");
        var gathering = Row.Of(made);
        for (var i = 1; i <= 6; i++)
        {
            var joined = await RunAsync("grace", "JoinEvent", new { @event = gathering.Id, team = (await host.PublishAsync("grace", $"On the Page {i}")).Id }, "joinEvent", "event");
            Assert.Equal(Math.Max(0, 5 - i), joined.At("openPlaces").GetInt32());
        }
        var (_, rounds) = await host.PublishCafeAsync(await host.PlanAsync(gathering));
        Assert.Equal("RUNNING", (await RunAsync("lead", "StartCafeRound", new { round = rounds[0] }, "startCafeRound", "cafeRound")).At("cafe").Text("status"));
        var page = (await host.DataAsync(Operations.Text("Event"), new { key = gathering.Key }, "grace")).At("event");
        Assert.Equal(("Page of an Event", 5, 0, 5, 1), (page.Text("name"), page.At("capacity").GetInt32(), page.At("openPlaces").GetInt32(), page.At("teams").GetArrayLength(), page.At("waiting").GetArrayLength()));
        Assert.Equal((1, 10, 10), (page.At("cafe", "tables").GetInt32(), page.At("cafe", "meetings").GetInt32(), page.At("meetings", "firstTime").GetInt32()));
        Assert.Equal(3, page.At("cafe", "rounds").GetArrayLength());
        var left = await RunAsync("grace", "LeaveEvent", new { @event = gathering.Id, team = page.At("teams")[0].Text("id") }, "leaveEvent", "event");
        Assert.Equal(0, left.At("openPlaces").GetInt32());
    }

    [Fact]
    public async Task Events_of_many_are_read_by_as_many_statements_as_those_of_one()
    {
        for (var i = 0; i < 3; i++)
        {
            var gathering = await host.EventAsync($"Counted {i}", startsAt: "2026-11-11T08:30:00Z");
            await host.GatherAsync("grace", gathering, $"Counted {i} Team", 2);
            await host.StartAsync((await host.PublishCafeAsync(await host.PlanAsync(gathering))).Rounds[0]);
        }
        const string query = "query($first: Int) { events(first: $first, where: { name: { startsWith: \"Counted\" } }) { nodes { openPlaces teams { name events { name } } waiting { name } cafe { status rounds { tables { host { name } } } } meetings { firstTime } programme { name } } } }";
        Assert.Equal(await CountAsync(1), await CountAsync(3));

        async Task<int> CountAsync(int first)
        {
            host.Statements.Take();
            await host.DataAsync(query, new { first });
            return host.Statements.Take().Count;
        }
    }

    private async Task<JsonElement> RunAsync(string persona, string document, object variables, string mutation, string row)
    {
        var payload = (await host.DataAsync(Operations.Text(document), variables, persona)).At(mutation);
        Assert.True(payload.At("errors").ValueKind == JsonValueKind.Null, payload.ToString());
        return payload.At(row);
    }
}
