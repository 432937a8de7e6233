using Equity.Graph.Execution;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Equity.Graph.Forgetting;

/// <summary>Removes a person from the database: the rows, and the name in the texts of the person's teams, in the audit and in stored answers.</summary>
/// <param name="db">Sees everything, within the transaction of the change.</param>
/// <param name="cancel">Stops.</param>
internal sealed class ForgottenPerson(EquityDbContext db, CancellationToken cancel)
{
    /// <summary>Forgets.</summary>
    /// <param name="person">The person's integer key.</param>
    /// <param name="calledToo">A name that is not in the database, such as the token's.</param>
    /// <returns>In how many rows something was removed or redacted.</returns>
    public async Task<int> RemoveAsync(int person, string? calledToo)
    {
        db.Forgets = true;
        var seats = await db.TeamMembers.IgnoreQueryFilters().Where(member => member.PersonId == person).ToListAsync(cancel);
        var worked = await db.Audit.IgnoreQueryFilters().Where(entry => entry.PersonId == person && entry.TeamId != null).Select(entry => entry.TeamId!.Value).Distinct().ToListAsync(cancel);
        var teams = seats.Select(seat => seat.TeamId).Union(worked).ToHashSet();
        var redaction = NameRedaction.Of(seats.Select(seat => seat.Name).Append(calledToo).OfType<string>());
        db.RemoveRange(seats);
        var changed = seats.Count + await db.StoredAnswers.Where(answer => answer.PersonId == person).ExecuteDeleteAsync(cancel)
            + await db.Notifications.IgnoreQueryFilters().Where(notification => notification.PersonId == person).ExecuteDeleteAsync(cancel);
        if (redaction is not null)
        {
            changed += await RedactTeamsAsync(redaction, teams);
            changed += await RedactAuditAsync(redaction, teams, person);
            changed += await RedactAnswersAsync(redaction);
        }
        await db.SaveChangesAsync(cancel);
        await db.People.Where(known => known.Id == person).ExecuteDeleteAsync(cancel);
        return changed + 1;
    }

    private async Task<int> RedactTeamsAsync(NameRedaction redaction, HashSet<int> keys)
    {
        await db.Teams.IgnoreQueryFilters().Where(team => keys.Contains(team.Id))
            .Include(team => team.Members).Include(team => team.Inequities).Include(team => team.Asks).Include(team => team.Offers).Include(team => team.Learning)
            .AsSplitQuery().OrderBy(team => team.Id).LoadAsync(cancel);
        return db.ChangeTracker.Entries().Count(row => row.Entity is IKeyed && row.State != EntityState.Deleted && Redact(row, redaction));
    }

    /// <summary>Redacts every text of a row, and makes a key anew that tells the name.</summary>
    private static bool Redact(EntityEntry row, NameRedaction redaction)
    {
        var changed = false;
        foreach (var text in row.Properties.Where(property => !property.Metadata.IsShadowProperty() && property.CurrentValue is string))
        {
            var now = (string)text.CurrentValue!;
            var without = (row.Entity, text.Metadata.Name) switch
            {
                (_, nameof(IKeyed.Key)) => redaction.IsInKey(now) ? Key.From($"{NodeId.KindOf(row.Metadata.ClrType)} {((IEntity)row.Entity).Id}") : now,
                // Another member may share a part of the name; a seat in the person's own name is the person's.
                (TeamMember, nameof(TeamMember.Name)) => redaction.Is(now) ? null : now,
                _ => redaction.Redact(now),
            };
            if (without == now)
                continue;
            text.CurrentValue = without;
            changed = true;
        }
        return changed;
    }

    /// <summary>The audit keeps who, when, what and the digests; the texts go.</summary>
    private async Task<int> RedactAuditAsync(NameRedaction redaction, HashSet<int> teams, int person)
    {
        var changed = 0;
        await foreach (var entry in db.Audit.IgnoreQueryFilters().AsTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            var own = entry.PersonId == person || (entry.TeamId is { } team && teams.Contains(team));
            (entry.Before, entry.After) = (redaction.Redact(entry.Before, own), redaction.Redact(entry.After, own));
            entry.Key = own && redaction.IsInKey(entry.Key) ? "forgotten" : entry.Key;
            if (db.Entry(entry).State == EntityState.Modified)
                changed++;
            else
                db.Entry(entry).State = EntityState.Detached;
        }
        return changed;
    }

    /// <summary>Answers to other people stay, or their requests would run a second time.</summary>
    private async Task<int> RedactAnswersAsync(NameRedaction redaction)
    {
        var changed = 0;
        await foreach (var answer in db.StoredAnswers.AsTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            answer.Body = redaction.Redact(answer.Body, own: false);
            if (db.Entry(answer).State == EntityState.Modified)
                changed++;
            else
                db.Entry(answer).State = EntityState.Detached;
        }
        return changed;
    }
}
