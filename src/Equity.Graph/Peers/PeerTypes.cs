using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Equity.Matching;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>A recommendation in the graph.</summary>
internal sealed class PeerRecommendationType : ObjectGraphType<PeerRecommendation>
{
    public PeerRecommendationType()
    {
        Field<NonNullGraphType<IdGraphType>>("id").Description("The recommendation's global id.").Resolve(context => context.Source.Id);
        Field(p => p.Rank).Description("Its place in the list, from 1.");
        Field<NonNullGraphType<TeamType>>("team").Description("The team to call on.").Resolve(context => context.Source.Team);
        Field<NonNullGraphType<FloatGraphType>>("score").Description("How well the two belong together, 0 to 1; the same from both sides.").Resolve(context => context.Source.Match.Score);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ScorePartType>>>>("parts").Description("What the score is made of; the parts sum to it.").Holds(5).Resolve(context => context.Source.Match.Parts);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PeerReasonType>>>>("reasons").Description("Why, best reason first; at least one.").Holds(3).Resolve(context => context.Source.Match.Reasons);
        Field<NonNullGraphType<BooleanGraphType>>("mutual").Description("Whether help can go both ways: each offers something that the other asks for.").Resolve(context => context.Source.Match.Mutual);
    }
}

/// <summary>An offer that may answer an ask, in the graph.</summary>
internal sealed class OfferMatchType : ObjectGraphType<OfferMatch>
{
    public OfferMatchType()
    {
        Description = "An offer that may answer an ask.";
        Field<NonNullGraphType<OfferType>>("offer").Description("The offer.").Resolve(context => context.Source.Offer);
        Field<NonNullGraphType<FloatGraphType>>("score").Description("How well it answers, 0 to 1.").Resolve(context => context.Source.Match.Score);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PeerReasonType>>>>("reasons").Description("Why, with both texts quoted.").Holds(1).Resolve(context => context.Source.Match.Reasons);
    }
}

/// <summary>An ask that an offer may answer, in the graph.</summary>
internal sealed class AskMatchType : ObjectGraphType<AskMatch>
{
    public AskMatchType()
    {
        Description = "An ask that an offer may answer.";
        Field<NonNullGraphType<AskType>>("ask").Description("The ask.").Resolve(context => context.Source.Ask);
        Field<NonNullGraphType<FloatGraphType>>("score").Description("How well the offer answers it, 0 to 1.").Resolve(context => context.Source.Match.Score);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PeerReasonType>>>>("reasons").Description("Why, with both texts quoted.").Holds(1).Resolve(context => context.Source.Match.Reasons);
    }
}

/// <summary>A part of a score, in the graph.</summary>
internal sealed class ScorePartType : ObjectGraphType<ScorePart>
{
    public ScorePartType()
    {
        Description = "A part of a score, or a weight.";
        Field(p => p.Name).Description("What was compared: inequity, population, support, profile or words.");
        Field(p => p.Value).Description("What it adds to the score, 0 to 1.");
    }
}

/// <summary>A reason in the graph.</summary>
internal sealed class PeerReasonType : ObjectGraphType<Reason>
{
    public PeerReasonType()
    {
        Name = "PeerReason";
        Description = "Why a team is recommended, with what both teams wrote.";
        Field<NonNullGraphType<PeerReasonKindType>>("kind").Description("What sort of reason it is.").Resolve(context => context.Source.Kind);
        Field(r => r.Text).Description("The reason in a plain sentence.");
        Field<EvidenceType>("ours").Description("What the asking team wrote.").Resolve(context => context.Source.Ours);
        Field<EvidenceType>("theirs").Description("What the recommended team wrote.").Resolve(context => context.Source.Theirs);
    }
}

/// <summary>The kinds of reasons in the graph.</summary>
internal sealed class PeerReasonKindType : EnumType<ReasonKind>
{
    public PeerReasonKindType() => Name = "PeerReasonKind";
}

/// <summary>A quote in the graph.</summary>
internal sealed class EvidenceType : ObjectGraphType<Quote>
{
    public EvidenceType(IEnumerable<INodeSource> sources)
    {
        var byType = sources.ToDictionary(source => source.Type);
        Name = "Evidence";
        Description = "What a team wrote, word for word.";
        Field<NonNullGraphType<StringGraphType>>("quote").Description("An exact part of the field's text.").Resolve(context => context.Source.Text);
        Field<NonNullGraphType<StringGraphType>>("field").Description("The field that it is quoted from, by its name in the graph.").Resolve(context => TeamProfiles.InGraph(context.Source.Field).Field);
        Field<NodeType>("source").Description("The thing whose field is quoted.")
            .Resolve(context => byType[TeamProfiles.InGraph(context.Source.Field).Type].Load(context, context.Source.Source));
    }
}

/// <summary>The state of the matcher in the graph.</summary>
internal sealed class MatchingInfoType : ObjectGraphType<PeerIndex>
{
    public MatchingInfoType()
    {
        Name = "MatchingInfo";
        Description = "The state of the matcher.";
        Field<NonNullGraphType<BooleanGraphType>>("ready").Description("Whether all teams have been read since the start; peers wait for it.").Resolve(context => context.Source.IsReady);
        Field<NonNullGraphType<StringGraphType>>("model").Description("The sentence encoder in use.").Resolve(context => context.Source.Info.Model);
        Field<NonNullGraphType<IntGraphType>>("dimensions").Description("How many numbers one of its vectors has.").Resolve(context => context.Source.Info.Dimensions);
        Field<NonNullGraphType<IntGraphType>>("teams").Description("How many teams are indexed, of those that you may read.")
            .ResolveAsync(async context => context.Source.Count(await context.QueryAsync((db, cancel) => db.Teams.Select(team => team.Id).ToHashSetAsync(cancel))));
        Field<InstantType>("updatedAt").Description("When the index last changed; null before the first reading.").Resolve(context => context.Source.Info.UpdatedAt?.UtcDateTime);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ScorePartType>>>>("weights").Description("How much each part counts; they sum to 1. For leads, coaches, analysts and administrators; empty for others.").Holds(5)
            .Resolve(context => context.Viewer().MaySeeWeights() ? context.Source.Info.Weights : []);
        Field<NonNullGraphType<IntGraphType>>("weightsLearntFrom").Description("From how many answers the weights were learnt; 0: they were set by hand.").Resolve(context => context.Source.Weights.LearntFrom);
        Field<InstantType>("weightsSince").Description("Since when the weights are in use; null for those that the program came with, as long as no others were. For whoever may read the weights.")
            .Resolve(context => context.Viewer().MaySeeWeights() ? context.Source.Weights.Since : null);
    }
}
