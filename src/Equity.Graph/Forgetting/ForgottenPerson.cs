using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Forgetting;

/// <summary>Removes a person from the database: the rows, the name in the texts of the person's teams, in the audit, in stored answers, and the vectors of those texts.</summary>
/// <param name="db">Sees everything, within the transaction of the change.</param>
/// <param name="vectors">Knows which vectors a team's texts have.</param>
/// <param name="cancel">Stops.</param>
internal sealed class ForgottenPerson(EquityDbContext db, ForgottenVectors vectors, CancellationToken cancel)
{
    /// <summary>Forgets.</summary>
    /// <param name="person">The person's integer key.</param>
    /// <param name="calledToo">A name that is not in the database, such as the token's.</param>
    /// <returns>In how many rows something was removed or redacted.</returns>
    public async Task<int> RemoveAsync(int person, string? calledToo)
    {
        db.Forgets = true;
        var seats = await db.TeamMembers.IgnoreQueryFilters().Where(member => member.PersonId == person).ToListAsync(cancel);
        var teamKeys = seats.Select(seat => seat.TeamId).Union(await db.Audit.IgnoreQueryFilters().Where(entry => entry.PersonId == person && entry.TeamId != null).Select(entry => entry.TeamId!.Value).Distinct().ToListAsync(cancel)).ToList();
        var redaction = NameRedaction.Of(seats.Select(seat => seat.Name).Append(calledToo).OfType<string>());
        db.RemoveRange(seats);
        var changed = seats.Count;
        if (redaction is not null)
        {
            changed += await RedactTeamsAsync(redaction, teamKeys);
            changed += await RedactAuditAsync(redaction);
            changed += await RemoveAnswersAsync(redaction);
        }
        changed += await db.StoredAnswers.Where(answer => answer.PersonId == person).ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await db.People.Where(known => known.Id == person).ExecuteDeleteAsync(cancel);
        return changed + 1;
    }

    private async Task<int> RedactTeamsAsync(NameRedaction redaction, List<int> keys)
    {
        var teams = await db.Teams.IgnoreQueryFilters().Where(team => keys.Contains(team.Id))
            .Include(team => team.Members).Include(team => team.Inequities).Include(team => team.Asks).Include(team => team.Offers).Include(team => team.Learning)
            .AsSplitQuery().OrderBy(team => team.Id).ToListAsync(cancel);
        var before = await vectors.HashesOfAsync(teams, cancel);
        var changed = db.ChangeTracker.Entries().Count(row => row.Entity is IKeyed && row.State != EntityState.Deleted && Redact(row, redaction));
        await vectors.RemoveAsync(db, before.Except(await vectors.HashesOfAsync(teams, cancel)), cancel);
        return changed;
    }

    /// <summary>Redacts every text of a row, and makes a key anew that tells the name.</summary>
    private static bool Redact(Microsoft.EntityFrameworkCore.ChangeTracking.EntityEntry row, NameRedaction redaction)
    {
        var changed = false;
        foreach (var text in row.Properties.Where(property => !property.Metadata.IsShadowProperty() && property.CurrentValue is string))
        {
            var now = (string)text.CurrentValue!;
            var without = text.Metadata.Name == nameof(IKeyed.Key)
                ? redaction.IsInKey(now) ? Key.From($"{row.Metadata.ClrType.Name} {((IEntity)row.Entity).Id}") : now
                : redaction.IsIn(now) ? redaction.Redact(now) : now;
            if (without == now)
                continue;
            text.CurrentValue = without;
            changed = true;
        }
        return changed;
    }

    /// <summary>The audit keeps who, when, what and the digests; the texts go.</summary>
    private async Task<int> RedactAuditAsync(NameRedaction redaction)
    {
        var changed = 0;
        await foreach (var entry in db.Audit.IgnoreQueryFilters().AsTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (redaction.IsIn(entry.Before) || redaction.IsIn(entry.After) || redaction.IsInKey(entry.Key))
            {
                (entry.Before, entry.After) = (entry.Before is null ? null : redaction.Redact(entry.Before), entry.After is null ? null : redaction.Redact(entry.After));
                entry.Key = redaction.IsInKey(entry.Key) ? "forgotten" : entry.Key;
                changed++;
            }
            else
            {
                db.Entry(entry).State = EntityState.Detached;
            }
        }
        return changed;
    }

    private async Task<int> RemoveAnswersAsync(NameRedaction redaction)
    {
        var holding = new List<int>();
        await foreach (var answer in db.StoredAnswers.Select(answer => new { answer.Id, answer.Body }).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (redaction.IsIn(answer.Body))
                holding.Add(answer.Id);
        }
        return await db.StoredAnswers.Where(answer => holding.Contains(answer.Id)).ExecuteDeleteAsync(cancel);
    }
}
