using Equity.Graph.Auth;
using Equity.Graph.Friendships;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Friendships;

/// <summary>The servers of the properties, and what was done on them.</summary>
public sealed class Crowds : IAsyncDisposable
{
    /// <summary>Where time passes as it likes.</summary>
    public Crowd Free { get; } = new();

    /// <summary>Where the clock comes round when all the time has passed.</summary>
    public Crowd Jumping { get; } = new();

    /// <summary>Where it comes round meanwhile too.</summary>
    public Crowd Stepping { get; } = new();

    internal Tally Freely { get; } = new();

    internal Tally Travelled { get; } = new();

    public async ValueTask DisposeAsync()
    {
        await Free.DisposeAsync();
        await Jumping.DisposeAsync();
        await Stepping.DisposeAsync();
    }
}

/// <summary>What was done in many sequences.</summary>
internal sealed class Tally
{
    private int sequences;

    /// <summary>How often each thing was done.</summary>
    public SortedDictionary<string, int> Done { get; } = new(StringComparer.Ordinal);

    /// <summary>Takes in a sequence; how many there are by now.</summary>
    public int Add(IReadOnlyDictionary<string, int> done)
    {
        foreach (var (what, times) in done)
            Done[what] = Done.GetValueOrDefault(what) + times;
        return ++sequences;
    }

    public override string ToString() => string.Join(", ", Done.Select(each => $"{each.Key} {each.Value}"));
}

/// <summary>A server without a demo on which two people do what chance makes them do with their teams, as often as they like.</summary>
public sealed class Crowd : EquityHost
{
    private static readonly int[] Capacities = [1, 2, 3, 1, 2, 0];

    private int circles;

    public Crowd() : base(empty: true) { }

    protected override Dictionary<string, string?> Settings => new() { ["Limits:OperationsPerMinutePerViewer"] = "1000000", ["Limits:OperationsPerMinutePerAddress"] = "1000000" };

    /// <summary>The clock of what happens between teams by itself; its rounds are made by the tests alone.</summary>
    internal FriendshipClock Rounds => Background<FriendshipClock>();

    /// <summary>Six teams that nobody has met yet, with none to three places; every other is Grace's, the rest are Amina's.</summary>
    internal async Task<IReadOnlyList<Team>> CircleAsync()
    {
        if (circles++ == 0)
        {
            foreach (var persona in new[] { "amina", "grace" })
                await this.RegisterAsync(persona, persona);
            await Rounds.StopAsync(CancellationToken.None);
        }
        await using var db = await OpenAsync();
        db.Sight = Viewer.Import;
        var people = await db.People.OrderBy(person => person.Subject).Select(person => person.Id).ToListAsync();
        var now = Clock.GetUtcNow().UtcDateTime;
        var teams = Capacities.Select((capacity, i) => new Team
        {
            Key = $"circle-{circles}-team-{i}",
            Name = $"Team {i}",
            Service = "S",
            Stage = Stage.Testing,
            FriendCapacity = capacity,
            CreatedAt = now,
            PublishedAt = now,
            Members = { new TeamMember { Key = "member", Role = TeamRole.Other, PersonId = people[i % 2] } },
        }).ToList();
        db.AddRange(teams);
        await db.SaveChangesAsync();
        return teams;
    }
}
