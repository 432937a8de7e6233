using System.Security.Cryptography;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Mutations;

/// <summary>
/// Lets a client send a request again when it does not know whether the first one arrived: under the same Idempotency-Key
/// it changes nothing and is answered as the first time, for a day and across restarts.
/// </summary>
internal sealed class Idempotency(IDbContextFactory<EquityDbContext> contexts, TimeProvider time)
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
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = await People.KnownAsync(db, viewer, now, cancel);
        var answer = await db.StoredAnswers.SingleOrDefaultAsync(stored => stored.PersonId == person && stored.Key == key, cancel);
        if (answer is not null && answer.StartedAt < now - IdempotencyKey.Kept)
        {
            db.Remove(answer);
            await db.SaveChangesAsync(cancel);
            answer = null;
        }
        if (answer is null)
        {
            answer = new StoredAnswer { PersonId = person, Key = key, BodyHash = hash, StartedAt = now };
            db.Add(answer);
            await db.SaveChangesAsync(cancel);
        }
        await transaction.CommitAsync(CancellationToken.None);
        return answer.BodyHash == hash ? new Repetition(answer.Id, false, answer.Status, answer.ContentType, answer.Body) : new Repetition(answer.Id, true, null, null, null);
    }

    /// <summary>Keeps the answer of a request, unless another process has answered it meanwhile.</summary>
    public async Task KeepAsync(Repetition request, int status, string contentType, string body, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        await db.StoredAnswers.Where(answer => answer.Id == request.Answer && answer.Status == null).ExecuteUpdateAsync(
            answer => answer.SetProperty(a => a.Status, status).SetProperty(a => a.ContentType, contentType).SetProperty(a => a.Body, body), cancel);
    }
}

/// <summary>What is known of a request with an Idempotency-Key.</summary>
/// <param name="Answer">The integer key of its stored answer.</param>
/// <param name="IsOtherBody">Whether the key stands for another body already.</param>
/// <param name="Status">The status that it was answered; null when it was not, and has to run. What it changed before a crash is not changed again.</param>
/// <param name="ContentType">The answer's media type.</param>
/// <param name="Body">The answer.</param>
internal sealed record Repetition(int Answer, bool IsOtherBody, int? Status, string? ContentType, string? Body);
