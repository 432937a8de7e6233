using System.Linq.Expressions;
using System.Text.Json;
using Equity.Graph.Audit;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>What the audit tells of teams' pauses.</summary>
internal static class PauseInAudit
{
    private const string Name = "pausedUntil";
    private const string Field = $"\"{Name}\":";

    /// <summary>Entries that tell that one of these teams began, changed or ended a pause.</summary>
    public static Expression<Func<AuditEntry, bool>> IsOneOf(IReadOnlyCollection<int> teams) => entry =>
        entry.TeamId != null && EF.Parameter(teams).Contains(entry.TeamId.Value) && entry.Kind == nameof(Team) && entry.Action == AuditAction.Changed && entry.After!.Contains(Field);

    /// <summary>The last day of the pause; null when it was ended.</summary>
    public static DateOnly? Until(string after)
    {
        using var read = JsonDocument.Parse(after);
        return read.RootElement.TryGetProperty(Name, out var day) && day.ValueKind == JsonValueKind.String ? day.Deserialize<DateOnly>() : null;
    }
}
