namespace Equity.Graph.Pages.Events;

/// <summary>What the document CafePage answers.</summary>
public sealed record CafeAnswer(CafeViewer Viewer, CafeEvent? Event);

/// <summary>Who looks for a table.</summary>
public sealed record CafeViewer(IReadOnlyList<TeamLink> Teams);

/// <summary>The event.</summary>
public sealed record CafeEvent(string Id, string Key, string Name, DateTime StartsAt, IReadOnlyList<PlanId>? Plans, Cafe? Cafe);

/// <summary>Its world café.</summary>
public sealed record Cafe(string Id, string Status, IReadOnlyList<Round> Rounds);

/// <summary>A round.</summary>
public sealed record Round(string Id, int Number, string Question, DateTime StartsAt, int Minutes, DateTime? StartedAt, IReadOnlyList<Table> Tables)
{
    /// <summary>When it ends, once it has begun.</summary>
    public DateTime? Until => StartedAt?.AddMinutes(Minutes);

    /// <summary>The table of a team; null where it sits at none.</summary>
    public Table? Of(string team) => Tables.FirstOrDefault(table => table.Teams.Any(each => each.Key == team));
}

/// <summary>Who sits at a table.</summary>
public sealed record Table(int Number, TeamLink Host, IReadOnlyList<TeamLink> Teams);
