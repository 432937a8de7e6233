using Equity.Graph.Auth;
using Equity.Graph.Calendars;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>The days on which friends are asked whether they met, in the calendars of both teams' members.</summary>
internal sealed class CheckInCalendar : ICalendarSource
{
    /// <summary>How many entries a calendar has at most of these.</summary>
    private const int Most = 200;

    public async Task<IReadOnlyList<CalendarEntry>> EntriesAsync(EquityDbContext db, Viewer viewer, CancellationToken cancel)
    {
        var rows = await db.Friendships.AsNoTracking()
            .Where(friendship => friendship.Status == FriendshipStatus.Accepted && friendship.NextCheckIn != null && (viewer.Teams.Contains(friendship.FromId) || viewer.Teams.Contains(friendship.ToId)))
            .OrderBy(friendship => friendship.NextCheckIn).ThenBy(friendship => friendship.Id).Take(Most)
            .Include(friendship => friendship.From).Include(friendship => friendship.To).ToListAsync(cancel);
        return [.. rows.Select(friendship => new CalendarEntry(
            $"check-in-{friendship.Key}@equity",
            $"{friendship.From!.Name} and {friendship.To!.Name}: did you meet?",
            "Your two teams are friends to call on. Say with recordCheckIn whether you met, and when you are to be asked again.",
            friendship.NextCheckIn!.Value, null, null, friendship.UpdatedAt, friendship.Version))];
    }
}
