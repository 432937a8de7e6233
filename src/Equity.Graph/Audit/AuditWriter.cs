using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Equity.Graph.Learning;
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
        if (fields.Count == 0)
            return null;
        var before = entry.State == EntityState.Added ? null : Text(fields, field => field.OriginalValue);
        var after = entry.State == EntityState.Deleted ? null : Text(fields, field => field.CurrentValue);
        var team = entry.Entity as Team ?? (entry.Entity as IOfTeam)?.Team;
        return new AuditEntry
        {
            At = now,
            PersonId = db.Sight.Person,
            Through = db.Sight.Through,
            Team = team is { Id: 0 } ? team : null,
            TeamId = team is { Id: 0 } ? null : team?.Id ?? (entry.Entity as IOfTeam)?.TeamId,
            ProgrammeId = (entry.Entity as Programme)?.Id,
            Action = ActionOf(entry),
            Kind = entry.Entity is SharedLearning ? "Learning" : entry.Metadata.ClrType.Name,
            Key = ((IKeyed)entry.Entity).Key,
            Before = before,
            After = after,
            Digest = AuditEntry.DigestOf(before, after),
        };
    }

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
        !property.IsShadowProperty() && !property.IsKey() && property.Name is not (nameof(IVersioned.Version) or nameof(IVersioned.UpdatedAt));

    private static string Text(IEnumerable<PropertyEntry> fields, Func<PropertyEntry, object?> value) =>
        JsonSerializer.Serialize(fields.ToDictionary(field => JsonNamingPolicy.CamelCase.ConvertName(field.Metadata.Name), value), Json);

    private sealed class ContractNames : JsonNamingPolicy
    {
        public override string ConvertName(string name) => ConstantCase.Of(name);
    }
}
