using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Peers;
using Equity.Matching;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Panels;

/// <summary>A question that asks much the same as what somebody types.</summary>
/// <param name="Question">The question.</param>
/// <param name="Likeness">How alike the two are, 0 to 1.</param>
internal sealed record SimilarQuestion(PanelQuestion Question, double Likeness);

/// <summary>A similar question in the graph.</summary>
internal sealed class SimilarQuestionType : ObjectGraphType<SimilarQuestion>
{
    public SimilarQuestionType()
    {
        Description = "A question that asks much the same as what you type.";
        Field<NonNullGraphType<PanelQuestionType>>("question").Description("The question: a vote for it may serve you as well as one of your own.").Resolve(context => context.Source.Question);
        Field(similar => similar.Likeness).Description(FormattableString.Invariant($"How alike the two are, by meaning, {PanelRules.WorthShowing} to 1: from {PeerMatcher.NearlyTheSame} on they ask nearly the same."));
    }
}

/// <summary>What has been asked already, shown to somebody who is typing a question. What is typed is stored nowhere.</summary>
internal sealed class SimilarQuestions(PeerMatcher matcher) : ITypeExtension<PanelType>
{
    private const int Usual = 5;

    public void Extend(PanelType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<SimilarQuestionType>>>>("similar")
            .Description("What has been asked already and asks much the same as a text, the likest first: to be shown while somebody types.").Costs(PeerCosts.Ranking).CostsToRead("text", PeerCosts.Piece, PeerCosts.Encoding)
            .Argument<NonNullGraphType<StringGraphType>>("text", $"What somebody has typed so far, at most {PanelRules.Question.Max} characters.")
            .Argument<IntGraphType>("first", $"How many, 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = Usual)
            .ResolveAsync(async context => await FindAsync(context));

    private async Task<List<SimilarQuestion>> FindAsync(IResolveFieldContext<Event> context)
    {
        var (text, first, gathering) = (context.GetArgument<string>("text"), PageArguments.First(context, Usual), context.Source.Id);
        if (text.Length > PanelRules.Question.Max)
            throw RequestError.Argument($"text has {text.Length} characters; at most {PanelRules.Question.Max} are allowed.");
        if (string.IsNullOrWhiteSpace(text))
            return [];
        var asked = await context.QueryAsync((db, cancel) => db.PanelQuestions.AsNoTracking().Where(question => question.EventId == gathering && question.MergedIntoId == null).OrderBy(question => question.Id).ToListAsync(cancel));
        var likeness = await matcher.LikenessAsync(text, [.. asked.Select(question => question.Text)], context.CancellationToken);
        return [.. asked.Zip(likeness, (question, like) => new SimilarQuestion(question, like)).Where(similar => similar.Likeness >= PanelRules.WorthShowing)
            .OrderByDescending(similar => similar.Likeness).ThenBy(similar => similar.Question.Id).Take(first)];
    }
}
