using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Mutations;

/// <summary>A request with an Idempotency-Key that is being answered for the first time, or again after a crash.</summary>
/// <param name="Answer">The integer key of its stored answer.</param>
/// <param name="Operation">The operation's place in the batch, from 0.</param>
internal sealed record RepeatableRequest(int Answer, int Operation)
{
    /// <summary>The row that this mutation changed before a crash; null when it has not run yet.</summary>
    public async Task<int?> AppliedAsync(EquityDbContext db, string field, CancellationToken cancel)
    {
        var path = PathOf(field);
        return await db.Set<AppliedMutation>().Where(applied => applied.StoredAnswerId == Answer && applied.Path == path).Select(applied => (int?)applied.Row).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Notes that this mutation has run; of a person who was forgotten by it nothing is noted.</summary>
    public async Task NoteAsync(EquityDbContext db, string field, int row, CancellationToken cancel)
    {
        if (!await db.StoredAnswers.AnyAsync(answer => answer.Id == Answer, cancel))
            return;
        db.Add(new AppliedMutation { StoredAnswerId = Answer, Path = PathOf(field), Row = row });
        await db.SaveChangesAsync(cancel);
    }

    private string PathOf(string field) => FormattableString.Invariant($"{Operation}.{field}");
}
