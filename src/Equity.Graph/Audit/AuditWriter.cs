using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Equity.Graph.Events.Panels;
using Equity.Graph.Execution;
using Equity.Graph.Friendships;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Equity.Graph.Audit;

/// <summary>Writes the audit of what a save changes, into the same save.</summary>
internal static class AuditWriter
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(new ContractNames()) },
    };

    /// <summary>Adds an entry for each row that is about to change.</summary>
    public static void Record(EquityDbContext db, IEnumerable<EntityEntry> changed, DateTime now) =>
        db.AddRange(changed.Where(entry => entry.Entity is IKeyed).Select(entry => Entry(db, entry, now)).OfType<AuditEntry>().ToList());

    private static AuditEntry? Entry(EquityDbContext db, EntityEntry entry, DateTime now)
    {
        var fields = entry.Properties.Where(property => IsTold(property.Metadata)).ToList();
        if (entry.State == EntityState.Modified)
            fields = [.. fields.Where(field => field.IsModified)];
        // Of how two friends are reached, which changed alone, is told that something between the two did.
        if (fields.Count == 0 && entry.Entity is not Friendship)
            return null;
        var before = entry.State == EntityState.Added ? null : Text(fields, field => field.OriginalValue);
        var after = entry.State == EntityState.Deleted ? null : Text(fields, field => field.CurrentValue);
        var team = entry.Entity as Team ?? (entry.Entity as IWithTeam)?.Team;
        return new AuditEntry
        {
            At = now,
            PersonId = IsUnnamed(entry) ? null : db.Sight.Person,
            Through = db.Sight.Through,
            Team = team is { Id: 0 } ? team : null,
            TeamId = team is { Id: 0 } ? null : team?.Id ?? (entry.Entity as IWithTeam)?.TeamId ?? (entry.Entity as PanelQuestion)?.AskedById,
            ProgrammeId = (entry.Entity as Programme)?.Id ?? (entry.Entity as IWithProgramme)?.ProgrammeId,
            Action = db.Forgets ? AuditAction.Forgotten : ActionOf(entry),
            Kind = NodeId.KindOf(entry.Metadata.ClrType),
            Key = ((IKeyed)entry.Entity).Key,
            Before = db.Forgets ? null : before,
            After = db.Forgets ? null : after,
            Digest = AuditEntry.DigestOf(before, after),
        };
    }

    /// <summary>Who asks a panel without a name is told by no audit either, to nobody.</summary>
    private static bool IsUnnamed(EntityEntry entry) => entry is { State: EntityState.Added, Entity: PanelQuestion { AskedById: null } };

    private static AuditAction ActionOf(EntityEntry entry) => entry.State switch
    {
        EntityState.Added => AuditAction.Created,
        EntityState.Deleted => AuditAction.Removed,
        _ when entry.Entity is IDeletable && entry.Property(nameof(IDeletable.DeletedAt)) is { IsModified: true } deleted =>
            deleted.CurrentValue is null ? AuditAction.Restored : AuditAction.Deleted,
        _ => AuditAction.Changed,
    };

    /// <summary>Keys of rows, counts of changes and folded columns say nothing to a reader.</summary>
    private static bool IsTold(IProperty property) =>
        !property.IsShadowProperty() && !property.IsKey()
        && property.Name is not (nameof(IVersioned.Version) or nameof(IVersioned.UpdatedAt) or nameof(Friendship.Pair) or nameof(IWithTeam.TeamId) or nameof(TeamMember.PersonId));

    /// <summary>
    /// A row that is named is told by its global id. That a member's name changed is told, the name is not: to whom it may be shown changes, and the audit does not.
    /// Of a friendship and its check-ins is told what became of it and when. That a recommendation was rated is told, what was found of the other team is not: that is for whoever rated alone.
    /// </summary>
    private static object? ValueOf(PropertyEntry field, object? value)
    {
        if (value is int row && field.Metadata.GetContainingForeignKeys().FirstOrDefault() is { } key)
            return row > 0 ? NodeId.Of(NodeId.KindOf(key.PrincipalEntityType.ClrType), row) : "(new)";
        return (field.EntityEntry.Entity, field.Metadata.Name, value) switch
        {
            (TeamMember, nameof(TeamMember.Name), not null) => "(a name)",
            (Rating, nameof(Rating.Verdict), _) => "(a verdict)",
            (Friendship, nameof(Friendship.Message) or nameof(Friendship.Purpose) or nameof(Friendship.WorkingDays) or nameof(Friendship.Boundaries)
                or nameof(Friendship.DeclineReason) or nameof(Friendship.Score) or nameof(Friendship.Match), not null) => "(between the two teams)",
            (CheckIn, nameof(CheckIn.Met) or nameof(CheckIn.Helped) or nameof(CheckIn.Note), not null) => "(between the two teams)",
            _ => value,
        };
    }

    private static string Text(IEnumerable<PropertyEntry> fields, Func<PropertyEntry, object?> value) =>
        JsonSerializer.Serialize(fields.ToDictionary(field => JsonNamingPolicy.CamelCase.ConvertName(field.Metadata.Name), field => ValueOf(field, value(field))), Json);

    private sealed class ContractNames : JsonNamingPolicy
    {
        public override string ConvertName(string name) => ConstantCase.Of(name);
    }
}
