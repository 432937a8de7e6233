using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>The teams that whoever looks after a community is to find a friend for.</summary>
internal static class Cohort
{
    /// <summary>Published teams that still work: those of everybody for whoever sees or counts everybody, else those of the viewer's programmes.</summary>
    /// <param name="db">Where.</param>
    /// <param name="viewer">Who looks after them.</param>
    /// <param name="programme">Only those of the programme with this key; null for all.</param>
    public static IQueryable<Team> Of(EquityDbContext db, Viewer viewer, string? programme)
    {
        var isEverybody = viewer.Everything || viewer.Is(ViewerRole.Analyst);
        return db.Teams.AsNoTracking().Where(team => team.PublishedAt != null && team.ArchivedAt == null)
            .Where(team => isEverybody || (team.ProgrammeId != null && viewer.Programmes.Contains(team.ProgrammeId.Value)))
            .Where(team => programme == null || team.Programme!.Key == programme);
    }
}
