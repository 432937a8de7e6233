using System.Text.Json;
using Equity.Graph.Audit;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Topics;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>A round of a world café has begun.</summary>
/// <param name="Id">The round's integer key.</param>
internal readonly record struct CafeRoundStarted(int Id);

/// <summary>Tells who listens of each round that begins.</summary>
internal sealed class CafeRoundTeller(Topic<CafeRoundStarted> started) : IChangeTeller
{
    public string Kind => nameof(CafeRound);

    public async Task TellAsync(EquityDbContext db, IReadOnlyList<AuditEntry> changes, CancellationToken cancel)
    {
        foreach (var key in changes.Where(Begins).Select(change => change.Key))
        {
            if (await db.CafeRounds.Where(round => round.Key == key).Select(round => (int?)round.Id).SingleOrDefaultAsync(cancel) is { } id)
                started.Publish(new CafeRoundStarted(id));
        }
    }

    /// <summary>A later round moves with the one that begins, and a plan has copies of those that have begun.</summary>
    private static bool Begins(AuditEntry change) =>
        change is { Action: AuditAction.Changed, After: { } after } && JsonDocument.Parse(after).RootElement.TryGetProperty("startedAt", out var at) && at.ValueKind == JsonValueKind.String;
}

/// <summary>The subscription cafeRoundStarted.</summary>
internal sealed class CafeSubscriptions(Topic<CafeRoundStarted> started) : ITypeExtension<Subscription>
{
    public void Extend(Subscription type) =>
        type.AddEvents<CafeRoundType, CafeRoundStarted, CafeRound>("cafeRoundStarted", "Each round of an event's world café when it begins, with its question and who sits where.", started, LoadAsync)
            .Argument<NonNullGraphType<IdGraphType>>("event", "The event's id.");

    private static Task<CafeRound?> LoadAsync(IResolveFieldContext context, CafeRoundStarted happened)
    {
        var gathering = NodeId.Find<Event>(context.GetArgument<string>("event"));
        return context.QueryAsync((db, cancel) => db.CafeRounds.AsNoTracking().SingleOrDefaultAsync(round => round.Id == happened.Id && round.WorldCafe!.EventId == gathering, cancel));
    }
}
