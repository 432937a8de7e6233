using Equity.Graph.Audit;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Topics;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Panels;

/// <summary>Somebody has asked a panel a question.</summary>
/// <param name="Id">The question's integer key.</param>
internal readonly record struct QuestionAsked(int Id);

/// <summary>Tells who listens of each question to a panel.</summary>
internal sealed class QuestionTeller(Topic<QuestionAsked> asked) : IChangeTeller
{
    public string Kind => nameof(PanelQuestion);

    public async Task TellAsync(EquityDbContext db, IReadOnlyList<AuditEntry> changes, CancellationToken cancel)
    {
        var keys = changes.Where(change => change.Action == AuditAction.Created).Select(change => change.Key).ToList();
        var ids = await db.PanelQuestions.Where(question => keys.Contains(question.Key)).OrderBy(question => question.Id).Select(question => question.Id).ToListAsync(cancel);
        foreach (var id in ids)
            asked.Publish(new QuestionAsked(id));
    }
}

/// <summary>The subscription questionAsked.</summary>
internal sealed class PanelSubscriptions(Topic<QuestionAsked> asked) : ITypeExtension<Subscription>
{
    public void Extend(Subscription type) =>
        type.AddEvents<PanelQuestionType, QuestionAsked, PanelQuestion>("questionAsked", "Each question to the panel of an event, when somebody asks it.", asked, LoadAsync)
            .Argument<NonNullGraphType<IdGraphType>>("event", "The event's id.");

    private static Task<PanelQuestion?> LoadAsync(IResolveFieldContext context, QuestionAsked happened)
    {
        var gathering = NodeId.Find<Event>(context.GetArgument<string>("event"));
        return context.QueryAsync((db, cancel) => db.PanelQuestions.AsNoTracking().SingleOrDefaultAsync(question => question.Id == happened.Id && question.EventId == gathering, cancel));
    }
}
