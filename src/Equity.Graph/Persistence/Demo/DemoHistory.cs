using Equity.Graph.Audit;
using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;
using Equity.Graph.Events;
using Equity.Graph.Events.Demo;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Friendships.Demo;
using Equity.Graph.Ideas.Demo;
using Equity.Graph.Learning.Spread.Demo;
using Equity.Graph.Measures.Demo;
using Equity.Graph.Resources.Demo;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Persistence.Demo;

/// <summary>Lets the demo community have met: friendships, a gathering that was and one to come, and what spread since.</summary>
internal sealed class DemoHistory(IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, TimeProvider time)
{
    /// <summary>Stores what has happened, all or nothing, unless there has been an event before; later, sees to it that a gathering is still to come.</summary>
    public async Task TellAsync(CancellationToken cancel)
    {
        var story = DemoStory.Read();
        var now = time.GetUtcNow().UtcDateTime;
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        await turns.RunAsync(db, async transaction =>
        {
            if (await db.Audit.AnyAsync(entry => entry.Kind == nameof(Event) && entry.Action == AuditAction.Created, cancel))
                await DemoGatherings.KeepComingAsync(db, story.Coming, now, cancel);
            else if (await SceneAsync(db, story, now, cancel) is { } scene)
                await PlayAsync(scene, story, cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, cancel);
    }

    private static async Task PlayAsync(DemoScene scene, DemoStory story, CancellationToken cancel)
    {
        DemoFriendships.Add(scene, story.Friendships);
        var past = DemoGatherings.Add(scene, story.Past);
        DemoGatherings.Add(scene, story.Coming);
        DemoGatherings.Seat(scene, past, story.Cafe);
        DemoHarvest.Add(scene, past, story.Harvest);
        DemoPanel.Add(scene, past, story.Panel);
        DemoVideos.Add(scene, past, story.Video);
        DemoSpread.Add(scene, story.Adoptions, story.Thanks);
        DemoMeasures.Add(scene, story.Measures);
        DemoIdeas.Add(scene, story.Ideas);
        await scene.StoreAsync(cancel);
    }

    /// <summary>The teams and people that the story tells of; null when this is another community.</summary>
    private static async Task<DemoScene?> SceneAsync(EquityDbContext db, DemoStory story, DateTime now, CancellationToken cancel)
    {
        var keys = story.Teams;
        var teams = await db.Teams.Where(team => keys.Contains(team.Key)).Include(team => team.Members).Include(team => team.Learning).Include(team => team.Inequities).AsSplitQuery().ToDictionaryAsync(team => team.Key, cancel);
        if (teams.Count < keys.Count)
            return null;
        var known = await db.People.Where(person => person.Issuer == DevelopmentTokens.Issuer).ToDictionaryAsync(person => person.Subject, cancel);
        var people = story.People.Select(name => known.GetValueOrDefault(name) ?? db.Add(new Person { Issuer = DevelopmentTokens.Issuer, Subject = name, CreatedAt = now }).Entity).ToList();
        return new(db, teams, people, await db.Programmes.ToDictionaryAsync(programme => programme.Key, cancel), now);
    }
}
