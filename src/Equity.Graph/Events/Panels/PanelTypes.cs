using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Learning;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Panels;

/// <summary>The panel of an event in the graph. Each event has one, whether or not anybody asks.</summary>
internal sealed class PanelType : ObjectGraphType<Event>
{
    public PanelType(TimeProvider time, IEnumerable<ITypeExtension<PanelType>> features)
    {
        Name = "Panel";
        Description = "What is asked of those who sit in front at an event, and what they answer. All of it stays to be read.";
        Field<NonNullGraphType<BooleanGraphType>>("open").Description("Whether it can be asked and voted: until its event is over.").Resolve(context => context.Source.PanelClosed(time.GetUtcNow().UtcDateTime) is null);
        this.AddList<Event, PanelQuestion>(
            "questions", "What is asked, most votes first unless ordered otherwise. Those that were merged into another are left out.", PanelQuestionListing.Instance, question => question.EventId,
            only: question => question.MergedIntoId == null);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("advice").Description($"The answers that last, oldest first, at most {PageArguments.MaxSize}.").Holds(5)
            .Resolve(context => Advice(context));
        foreach (var feature in features)
            feature.Extend(this);
    }

    private static IDataLoaderResult<IReadOnlyList<string>> Advice(IResolveFieldContext<Event> context) =>
        context.Loader<int, IReadOnlyList<string>>("advice of panels", async (db, events, cancel) =>
        {
            var lasting = await db.PanelAnswers.AsNoTracking().Where(answer => answer.Lasts && events.Contains(answer.Question!.EventId))
                .OrderBy(answer => answer.Id).Select(answer => new { answer.Question!.EventId, answer.Text }).ToListAsync(cancel);
            return lasting.GroupBy(answer => answer.EventId).ToDictionary(own => own.Key, own => (IReadOnlyList<string>)[.. own.Take(PageArguments.MaxSize).Select(answer => answer.Text)]);
        }).Load(context.Source.Id).Then(advice => advice ?? []);
}

/// <summary>A question to a panel in the graph.</summary>
internal sealed class PanelQuestionType : ObjectGraphType<PanelQuestion>
{
    public PanelQuestionType()
    {
        this.IsNode();
        Field<NonNullGraphType<EventType>>("event").Description("The event at which the panel sits.").Resolve(context => context.LoadOne<Event>(context.Source.EventId));
        Field(q => q.Text);
        Field(q => q.Votes);
        Field<NonNullGraphType<BooleanGraphType>>("votedByMe").Description("Whether you are among those who would like it answered.").Resolve(context =>
            context.Loader<int, bool>("votes of mine", (db, questions, cancel) =>
                db.PanelVotes.Where(vote => questions.Contains(vote.PanelQuestionId)).ToDictionaryAsync(vote => vote.PanelQuestionId, _ => true, cancel)).Load(context.Source.Id));
        Field<TeamType>("askedBy").Description("The team that asks; null where it was asked without a name, or you cannot see the team.").Resolve(context => context.LoadOne<Team>(context.Source.AskedById));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PanelAnswerType>>>>("answers").Description($"What was answered, oldest first, at most {PanelRules.MostAnswers}.").Holds(2)
            .Resolve(context => context.LoadMany<PanelAnswer>(answer => answer.PanelQuestionId, context.Source.Id));
        Field<PanelQuestionType>("mergedInto").Description("The question that asks nearly the same and stands for both, with the answers; null where it stands for itself.")
            .Resolve(context => context.LoadOne<PanelQuestion>(context.Source.MergedIntoId));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PanelQuestionType>>>>("merged").Description("The questions that it stands for besides itself.").Holds(1)
            .Resolve(context => context.LoadMany<PanelQuestion>(question => question.MergedIntoId!.Value, context.Source.Id));
        Field(q => q.AskedAt);
        Field(q => q.UpdatedAt);
        Field(q => q.Version);
    }
}

/// <summary>An answer in the graph.</summary>
internal sealed class PanelAnswerType : ObjectGraphType<PanelAnswer>
{
    public PanelAnswerType()
    {
        Field(a => a.Text);
        Field<NonNullGraphType<StringGraphType>>("byRole").Description("In which role somebody answered, such as SERVICE_USER. It tells no name.").Resolve(context => ContractName.Of(context.Source.ByRole));
        Field<TeamType>("team").Description("The team whose member answered; null where somebody else did.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(a => a.Lasts);
        Field<LearningType>("learning").Description("What a team keeps of it as its learning; null where none does.").Resolve(context => context.LoadOne<SharedLearning>(context.Source.LearningId));
        Field(a => a.At);
    }
}

/// <summary>What questions to a panel can be filtered and ordered by.</summary>
internal sealed class PanelQuestionListing : Listing<PanelQuestion>
{
    public static readonly PanelQuestionListing Instance = new();

    private PanelQuestionListing() : base(nameof(PanelQuestion), "PanelQuestions", typeof(PanelQuestionType))
    {
        Text(q => q.Text);
        Number(q => q.Votes);
        Instant(q => q.AskedAt);
        One(q => q.AskedBy, () => TeamListing.Instance);
        UsuallyBy("votes", SortDirection.Desc);
        UsuallyBy("askedAt");
    }
}

/// <summary>The panel of an event.</summary>
internal sealed class PanelQueries : ITypeExtension<EventType>
{
    public void Extend(EventType type) =>
        type.Field<NonNullGraphType<PanelType>>("panel").Description("What is asked of those who sit in front, and what they answer.").Resolve(context => context.Source);
}
