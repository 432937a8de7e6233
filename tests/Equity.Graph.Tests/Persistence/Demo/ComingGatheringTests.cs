using Equity.Graph.Persistence.Demo;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Persistence.Demo;

public class ComingGatheringTests
{
    [Fact]
    public async Task After_months_the_coming_gathering_is_to_come_again_with_those_who_joined()
    {
        await using var host = new EquityHost();
        await StartAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(100));
        await StartAsync(host);
        var coming = (await host.DataAsync("{ event(key: \"lifeboat-hall-gathering\") { startsAt endsAt teams { key } } events { totalCount } }")).At("event");
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime.Date.AddDays(35).AddHours(10), coming.At("startsAt").GetDateTime());
        Assert.Equal(host.Clock.GetUtcNow().UtcDateTime.Date.AddDays(35).AddHours(15), coming.At("endsAt").GetDateTime());
        Assert.Equal(11, coming.At("teams").GetArrayLength());
    }

    [Fact]
    public async Task Until_it_is_over_it_stays_where_it_is()
    {
        await using var host = new EquityHost();
        await StartAsync(host);
        host.Clock.Advance(TimeSpan.FromDays(34));
        await StartAsync(host);
        Assert.Equal(new DateTime(2026, 12, 16, 10, 0, 0, DateTimeKind.Utc), await StartsAtAsync(host));
    }

    [Fact]
    public async Task One_that_somebody_has_changed_stays_where_it_is()
    {
        await using var host = new EquityHost();
        await StartAsync(host);
        var gathering = Row.Of((await host.DataAsync("{ event(key: \"lifeboat-hall-gathering\") { id key version } }", null, "lead")).At("event"));
        await host.ChangeAsync("lead", "updateEvent", new { @event = gathering.Id, version = gathering.Version, place = "The old rectory" }, "event { id }");
        host.Clock.Advance(TimeSpan.FromDays(100));
        await StartAsync(host);
        Assert.Equal(new DateTime(2026, 12, 16, 10, 0, 0, DateTimeKind.Utc), await StartsAtAsync(host));
    }

    [Fact]
    public async Task Another_community_is_left_alone()
    {
        await using var host = new EmptyHost();
        await StartAsync(host);
        Assert.Empty((await host.DataAsync("{ events { nodes { key } } }")).Nodes("events"));
    }

    private static async Task StartAsync(EquityHost host)
    {
        _ = await host.DataAsync("{ viewer { person } }");
        await host.Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
    }

    private static async Task<DateTime> StartsAtAsync(EquityHost host) => (await host.DataAsync("{ event(key: \"lifeboat-hall-gathering\") { startsAt } }")).At("event", "startsAt").GetDateTime();
}
