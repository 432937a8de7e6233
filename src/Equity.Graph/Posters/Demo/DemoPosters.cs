using System.Text.Json;
using Equity.Graph.Audit;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Posters.Drawing;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Posters.Demo;

/// <summary>A poster of a team of the demo community.</summary>
/// <param name="Team">The team's key.</param>
/// <param name="Summary">What it says, in plain English.</param>
/// <param name="DaysAgo">How long ago it was published: the demo never grows old.</param>
/// <param name="Drawing">What is drawn.</param>
internal sealed record DemoPoster(string Team, string Summary, int DaysAgo, DrawnPoster Drawing);

/// <summary>The posters of the demo community.</summary>
internal sealed class DemoPosters(IDbContextFactory<EquityDbContext> contexts, IBlobStore blobs, TimeProvider time)
{
    /// <summary>The posters, from the file that comes with the program.</summary>
    public static IReadOnlyList<DemoPoster> Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", "posters.json"));
        return JsonSerializer.Deserialize<List<DemoPoster>>(file, JsonSerializerOptions.Web)!;
    }

    /// <summary>Draws and publishes the posters of the teams that are there, unless there has been a poster before.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ShowAsync(CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        if (await db.Audit.AnyAsync(entry => entry.Kind == nameof(Poster) && entry.Action == AuditAction.Created, cancel))
            return 0;
        var demo = Read();
        var keys = demo.Select(each => each.Team).ToList();
        var teams = await db.Teams.Where(team => keys.Contains(team.Key)).ToDictionaryAsync(team => team.Key, team => team.Id, cancel);
        var now = time.GetUtcNow().UtcDateTime;
        // They hang where their team was last.
        var hangs = (await db.Attendance.Where(there => keys.Contains(there.Team!.Key) && !there.Waits && there.Event!.StartsAt < now).OrderBy(there => there.Event!.StartsAt)
            .Select(there => new { there.TeamId, there.EventId }).ToListAsync(cancel)).ToLookup(there => there.TeamId, there => (int?)there.EventId);
        foreach (var each in demo.Where(each => teams.ContainsKey(each.Team)))
            db.Add(await DrawAsync(each, teams[each.Team], hangs[teams[each.Team]].LastOrDefault(), cancel));
        return await db.SaveChangesAsync(cancel) > 0 ? teams.Count : 0;
    }

    private async Task<Poster> DrawAsync(DemoPoster demo, int team, int? gathering, CancellationToken cancel)
    {
        var picture = await Task.Run(demo.Drawing.Draw, cancel);
        var poster = new Poster { TeamId = team, EventId = gathering, Key = Key.From(demo.Drawing.Title), Title = demo.Drawing.Title, AltText = demo.Drawing.AltText, Summary = demo.Summary };
        poster.Take(picture, await blobs.PutAsync(picture.Whole, cancel), await blobs.PutAsync(picture.Small, cancel), await blobs.PutAsync(picture.Large, cancel));
        poster.CreatedAt = time.GetUtcNow().UtcDateTime.AddDays(-demo.DaysAgo - 7);
        poster.PublishedAt = poster.CreatedAt.AddDays(7);
        return poster;
    }
}
