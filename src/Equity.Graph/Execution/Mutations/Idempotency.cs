using System.Security.Cryptography;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Mutations;

/// <summary>
/// Lets a client send a request again when it does not know whether the first one arrived: under the same Idempotency-Key
/// it changes nothing and is answered as the first time, for a day and across restarts.
/// </summary>
internal sealed class Idempotency(IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, TimeProvider time)
{
    /// <summary>Notes the request, or finds it again.</summary>
    /// <param name="viewer">Who asks; keys of different people have nothing to do with each other.</param>
    /// <param name="key">The Idempotency-Key.</param>
    /// <param name="body">The request's body: one key stands for one body.</param>
    /// <param name="cancel">Stops.</param>
    public async Task<Repetition> BeginAsync(Viewer viewer, string key, ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var hash = Convert.ToHexStringLower(SHA256.HashData(body.Span));
        await using var db = await contexts.OpenAsync(viewer, cancel);
        var answer = await turns.RunAsync(db, async transaction =>
        {
            var noted = await NotedAsync(db, await People.KnownAsync(db, viewer, now, cancel), key, hash, now, cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return noted;
        }, cancel);
        return Of(answer, answer.BodyHash != hash);
    }

    private static async Task<StoredAnswer> NotedAsync(EquityDbContext db, int person, string key, string hash, DateTime now, CancellationToken cancel)
    {
        var answer = await db.StoredAnswers.SingleOrDefaultAsync(stored => stored.PersonId == person && stored.Key == key, cancel);
        if (answer is not null && answer.StartedAt >= now - IdempotencyKey.Kept)
            return answer;
        if (answer is not null)
        {
            db.Remove(answer);
            await db.SaveChangesAsync(cancel);
        }
        answer = new StoredAnswer { PersonId = person, Key = key, BodyHash = hash, StartedAt = now };
        db.Add(answer);
        await db.SaveChangesAsync(cancel);
        return answer;
    }

    /// <summary>Keeps the answer of a request. When the same request was answered meanwhile, that answer stays, and is this one's too.</summary>
    /// <returns>What is kept; null when nothing is, because the person was forgotten or others write: sent again, the request then runs again, without what it has changed.</returns>
    public async Task<Repetition?> KeepAsync(Repetition request, int status, string contentType, string body)
    {
        await using var db = await contexts.OpenAsync(Viewer.System);
        try
        {
            return await turns.RunAsync(db, async transaction =>
            {
                await db.StoredAnswers.Where(answer => answer.Id == request.Answer && answer.Status == null).ExecuteUpdateAsync(
                    answer => answer.SetProperty(a => a.Status, status).SetProperty(a => a.ContentType, contentType).SetProperty(a => a.Body, body));
                var kept = await db.StoredAnswers.AsNoTracking().SingleOrDefaultAsync(answer => answer.Id == request.Answer);
                await transaction.CommitAsync();
                return kept is null ? null : Of(kept, isOtherBody: false);
            }, CancellationToken.None);
        }
        catch (RequestError)
        {
            return null;
        }
    }

    private static Repetition Of(StoredAnswer answer, bool isOtherBody) =>
        isOtherBody ? new Repetition(answer.Id, true, null, null, null) : new Repetition(answer.Id, false, answer.Status, answer.ContentType, answer.Body);
}

/// <summary>What is known of a request with an Idempotency-Key.</summary>
/// <param name="Answer">The integer key of its stored answer.</param>
/// <param name="IsOtherBody">Whether the key stands for another body already.</param>
/// <param name="Status">The status that it was answered; null when it was not, and has to run. What it changed before a crash is not changed again.</param>
/// <param name="ContentType">The answer's media type.</param>
/// <param name="Body">The answer.</param>
internal sealed record Repetition(int Answer, bool IsOtherBody, int? Status, string? ContentType, string? Body);
