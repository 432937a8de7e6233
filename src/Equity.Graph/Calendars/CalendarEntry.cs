using Equity.Graph.Auth;
using Equity.Graph.Persistence;

namespace Equity.Graph.Calendars;

/// <summary>Something in a person's calendar.</summary>
/// <param name="Id">What it is called among all entries, always the same: when it moves, it moves in the calendar too.</param>
/// <param name="Title">What it is.</param>
/// <param name="Text">More about it; null when there is no more to say.</param>
/// <param name="When">When it begins: the day where it has no time, or the moment, UTC.</param>
/// <param name="End">When it ends, UTC; null where nobody has said.</param>
/// <param name="Place">Where it is; null where nobody has said.</param>
/// <param name="ChangedAt">When it last changed, UTC.</param>
/// <param name="Version">Counts its changes.</param>
internal sealed record CalendarEntry(string Id, string Title, string? Text, CalendarTime When, DateTime? End, string? Place, DateTime ChangedAt, int Version);

/// <summary>A day, or a moment of it.</summary>
internal readonly record struct CalendarTime(DateOnly Day, TimeOnly? Time)
{
    public static implicit operator CalendarTime(DateOnly day) => new(day, null);

    public static implicit operator CalendarTime(DateTime at) => new(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at));
}

/// <summary>What a feature puts into people's calendars.</summary>
internal interface ICalendarSource
{
    /// <summary>The entries of a person, the soonest first.</summary>
    /// <param name="db">Shows what the person may read.</param>
    /// <param name="viewer">The person.</param>
    /// <param name="cancel">Stops.</param>
    Task<IReadOnlyList<CalendarEntry>> EntriesAsync(EquityDbContext db, Viewer viewer, CancellationToken cancel);
}
