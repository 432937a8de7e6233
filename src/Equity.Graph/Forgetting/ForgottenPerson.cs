using Equity.Graph.Events.Panels;
using Equity.Graph.Execution;
using Equity.Graph.Friendships;
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
    /// <param name="onRequest">Whether an administrator does it, who has seen that the names are the person's.</param>
    /// <returns>In how many rows something was removed or redacted.</returns>
    public async Task<int> RemoveAsync(int person, string? calledToo, bool onRequest)
    {
        db.Forgets = true;
        var seats = await db.TeamMembers.IgnoreQueryFilters().Where(member => member.PersonId == person).ToListAsync(cancel);
        var worked = await db.Audit.IgnoreQueryFilters().Where(entry => entry.PersonId == person && entry.TeamId != null).Select(entry => entry.TeamId!.Value).Distinct().ToListAsync(cancel);
        var teams = seats.Select(seat => seat.TeamId).Union(worked).ToHashSet();
        var names = seats.Select(seat => seat.Name).Append(calledToo).OfType<string>().ToList();
        var redaction = NameRedaction.Of(names);
        var ratings = await db.Ratings.IgnoreQueryFilters().Where(rating => rating.PersonId == person).ToListAsync(cancel);
        db.RemoveRange(seats);
        db.RemoveRange(ratings);
        var thanks = await db.Thanks.IgnoreQueryFilters().Where(given => given.PersonId == person).ToListAsync(cancel);
        db.RemoveRange(thanks);
        // How to reach a team is mostly how to reach the person who wrote it.
        var changed = seats.Count + ratings.Count + await db.Set<FriendContact>().IgnoreQueryFilters().Where(contact => contact.PersonId == person).ExecuteDeleteAsync(cancel) + await db.StoredAnswers.Where(answer => answer.PersonId == person).ExecuteDeleteAsync(cancel)
            + thanks.Count + await db.Notifications.IgnoreQueryFilters().Where(notification => notification.PersonId == person).ExecuteDeleteAsync(cancel);
        if (redaction is not null)
        {
            // People name themselves as they like: nobody takes a phrase out of what others wrote by bearing it for a moment.
            var elsewhere = onRequest ? redaction : NameRedaction.Of(calledToo is null ? [] : [calledToo]);
            changed += await RedactRowsAsync(redaction, teams, person) + await RedactUnnamedAsync(elsewhere);
            changed += await RedactAuditAsync(redaction, elsewhere, teams, person);
            changed += await RedactAnswersAsync(redaction, teams);
        }
        await db.SaveChangesAsync(cancel);
        await db.People.Where(known => known.Id == person).ExecuteDeleteAsync(cancel);
        return changed + 1;
    }

    private async Task<int> RedactRowsAsync(NameRedaction redaction, HashSet<int> keys, int person)
    {
        await db.Teams.IgnoreQueryFilters().Where(team => keys.Contains(team.Id))
            .Include(team => team.Members).Include(team => team.Inequities).Include(team => team.Asks).Include(team => team.Offers).Include(team => team.Learning).Include(team => team.Posters).Include(team => team.Resources)
            .AsSplitQuery().OrderBy(team => team.Id).LoadAsync(cancel);
        await db.Adoptions.IgnoreQueryFilters().Where(adoption => keys.Contains(adoption.TeamId)).LoadAsync(cancel);
        await db.ChangeIdeas.IgnoreQueryFilters().Where(idea => keys.Contains(idea.TeamId)).Include(idea => idea.Cycles).LoadAsync(cancel);
        await db.Measures.IgnoreQueryFilters().Where(measure => keys.Contains(measure.TeamId)).Include(measure => measure.Strata).LoadAsync(cancel);
        await db.Friendships.IgnoreQueryFilters().Where(friendship => keys.Contains(friendship.FromId) || keys.Contains(friendship.ToId))
            .Include(friendship => friendship.Contacts).Include(friendship => friendship.CheckIns).AsSplitQuery().LoadAsync(cancel);
        await db.Events.IgnoreQueryFilters().Where(gathering => gathering.PersonId == person).Include(gathering => gathering.Cafes).ThenInclude(cafe => cafe.Rounds).AsSplitQuery().LoadAsync(cancel);
        await db.PanelQuestions.IgnoreQueryFilters().Where(question => question.AskedById != null && keys.Contains(question.AskedById.Value)).LoadAsync(cancel);
        await db.PanelAnswers.IgnoreQueryFilters().Where(answer => answer.TeamId != null && keys.Contains(answer.TeamId.Value)).LoadAsync(cancel);
        await db.HarvestNotes.IgnoreQueryFilters().Where(note => keys.Contains(note.WrittenById) || keys.Contains(note.FromId)).LoadAsync(cancel);
        var rows = db.ChangeTracker.Entries().Where(row => row.Entity is IKeyed or FriendContact && row.State != EntityState.Deleted).ToList();
        // An organisation that other teams belong to is no text of the person's.
        await db.Organisations.IgnoreQueryFilters()
            .Where(place => db.Teams.IgnoreQueryFilters().Any(team => team.OrganisationId == place.Id && keys.Contains(team.Id)) && !db.Teams.IgnoreQueryFilters().Any(team => team.OrganisationId == place.Id && !keys.Contains(team.Id)))
            .LoadAsync(cancel);
        return rows.Count(row => Redact(row, redaction, own: true)) + db.ChangeTracker.Entries<Organisation>().ToList().Count(row => Redact(row, redaction, own: false));
    }

    /// <summary>Whose question it is that was asked without a name nobody knows: it may be anybody's.</summary>
    private async Task<int> RedactUnnamedAsync(NameRedaction? elsewhere)
    {
        if (elsewhere is null)
            return 0;
        await db.PanelQuestions.IgnoreQueryFilters().Where(question => question.AskedById == null).LoadAsync(cancel);
        return db.ChangeTracker.Entries<PanelQuestion>().Where(row => row.Entity.AskedById is null).ToList().Count(row => Redact(row, elsewhere, own: false));
    }

    /// <summary>Redacts every text of a row, and makes a key anew that tells the name.</summary>
    private static bool Redact(EntityEntry row, NameRedaction redaction, bool own)
    {
        var changed = false;
        foreach (var text in row.Properties.Where(property => !property.Metadata.IsShadowProperty() && property.CurrentValue is string))
        {
            var now = (string)text.CurrentValue!;
            var without = (row.Entity, text.Metadata.Name) switch
            {
                (_, nameof(IKeyed.Key)) => redaction.IsInKey(now, own) ? Key.From($"{NodeId.KindOf(row.Metadata.ClrType)} {((IEntity)row.Entity).Id}") : now,
                (Friendship, nameof(Friendship.Match)) => redaction.RedactJson(now, own),
                // Another member may share a part of the name; a seat in the person's own name is the person's.
                (TeamMember, nameof(TeamMember.Name)) => redaction.Is(now) ? null : now,
                _ => redaction.Redact(now, own),
            };
            if (without == now)
                continue;
            text.CurrentValue = without;
            changed = true;
        }
        return changed;
    }

    /// <summary>The audit keeps who, when, what and the digests; the texts go.</summary>
    private async Task<int> RedactAuditAsync(NameRedaction redaction, NameRedaction? elsewhere, HashSet<int> teams, int person)
    {
        var changed = 0;
        await foreach (var entry in db.Audit.IgnoreQueryFilters().AsTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            var own = entry.PersonId == person || (entry.TeamId is { } team && teams.Contains(team));
            if ((own ? redaction : elsewhere) is { } names)
                (entry.Before, entry.After) = (names.RedactJson(entry.Before, own), names.RedactJson(entry.After, own));
            entry.Key = own && redaction.IsInKey(entry.Key) ? NameRedaction.Forgotten : entry.Key;
            if (db.Entry(entry).State == EntityState.Modified)
                changed++;
            else
                db.Entry(entry).State = EntityState.Detached;
        }
        return changed;
    }

    /// <summary>Answers to other people stay, or their requests would run a second time.</summary>
    private async Task<int> RedactAnswersAsync(NameRedaction redaction, HashSet<int> teams)
    {
        var changed = 0;
        var colleagues = await db.TeamMembers.IgnoreQueryFilters().Where(member => member.PersonId != null && teams.Contains(member.TeamId)).Select(member => member.PersonId!.Value).ToHashSetAsync(cancel);
        await foreach (var answer in db.StoredAnswers.AsTracking().AsAsyncEnumerable().WithCancellation(cancel))
        {
            answer.Body = redaction.RedactJson(answer.Body, colleagues.Contains(answer.PersonId));
            if (db.Entry(answer).State == EntityState.Modified)
                changed++;
            else
                db.Entry(answer).State = EntityState.Detached;
        }
        return changed;
    }
}
