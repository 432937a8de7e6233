using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Notifications;

/// <summary>Somebody who is told something as a member of a team.</summary>
/// <param name="Team">The team's integer key.</param>
/// <param name="Person">The person's integer key.</param>
internal readonly record struct Told(int Team, int Person)
{
    /// <summary>The members of some teams, whether or not who makes the change may see them, but for whoever made it.</summary>
    /// <param name="db">The database.</param>
    /// <param name="teams">The teams' integer keys.</param>
    /// <param name="by">Who did it, and is not told; null when nobody did.</param>
    /// <param name="cancel">Stops.</param>
    /// <returns>Each once, by team and person.</returns>
    public static Task<List<Told>> MembersAsync(EquityDbContext db, IReadOnlyCollection<int> teams, int? by, CancellationToken cancel) => db.TeamMembers.IgnoreQueryFilters()
        .Where(member => teams.Contains(member.TeamId) && member.PersonId != null && member.PersonId != by)
        .Select(member => new { member.TeamId, Person = member.PersonId!.Value }).Distinct().OrderBy(member => member.TeamId).ThenBy(member => member.Person)
        .Select(member => new Told(member.TeamId, member.Person)).ToListAsync(cancel);
}
