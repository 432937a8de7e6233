using Equity.Graph.Events;
using Equity.Graph.Execution;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Events;

/// <summary>Short ways to events.</summary>
internal static class Gatherings
{
    /// <summary>A published event of the demo's programme, which begins tomorrow, and the teams that come; its id.</summary>
    public static async Task<string> GatherAsync(this EquityHost host, string name, params Row[] teams)
    {
        await using var db = await host.OpenAsync();
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var key = Graph.Rules.Key.From(name);
        var gathering = new Event
        {
            Key = key,
            Name = name,
            Programme = await db.Programmes.SingleAsync(programme => programme.Key == "pursuing-equity"),
            StartsAt = now.AddDays(1),
            EndsAt = now.AddDays(1).AddHours(6),
            PublishedAt = now,
            CreatedAt = now,
        };
        gathering.Attendance.AddRange(teams.Select(team => new Attendance { Key = $"{key}-{team.Key}", TeamId = NodeId.Parse(team.Id).Id, JoinedAt = now }));
        db.Add(gathering);
        await db.SaveChangesAsync();
        return NodeId.Of(nameof(Event), gathering.Id);
    }
}
