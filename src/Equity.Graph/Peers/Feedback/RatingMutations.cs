using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers.Feedback;

/// <summary>What you found of a team that was recommended to yours.</summary>
internal sealed class RateRecommendationInput : MutationInput
{
    /// <summary>The recommendation's id, as one of your team's peers has it.</summary>
    [Id]
    public required string Recommendation { get; init; }

    /// <summary>What you found. It takes the place of what you found before.</summary>
    public required RecommendationVerdict Verdict { get; init; }
}

/// <summary>The mutation rateRecommendation.</summary>
internal sealed class RatingMutations(Ratings ratings) : ITypeExtension<Mutation>
{
    public void Extend(Mutation type) => type.Add<RateRecommendationInput, Rating, RatingType>(
        "rateRecommendation", "Says whether a team that was recommended to yours was worth calling. Nobody else is told; from many such answers the matcher learns what makes a good peer.",
        RateAsync, typeof(NotAMember), typeof(NotFound));

    private async Task<Rating?> RateAsync(Change change, RateRecommendationInput input)
    {
        if (PeerRecommendation.PairOf(input.Recommendation) is not var (team, peer) || team == peer || await change.Db.Teams.CountAsync(each => each.Id == team || each.Id == peer, change.Cancel) < 2)
            change.Refuse(new NotFound("recommendation"));
        else if (!change.Viewer.IsMemberOf(team))
            change.Refuse(new NotAMember());
        else
            return await ratings.NoteAsync(change.Db, team, peer, change.Person, input.Verdict, change.Now, change.Cancel);
        return null;
    }
}

/// <summary>A rating in the graph, for whoever gave it.</summary>
internal sealed class RatingType : ObjectGraphType<Rating>
{
    public RatingType()
    {
        Name = nameof(Rating);
        Description = "What you found of a team that was recommended to yours; nobody else sees it.";
        this.IsNode();
        Field<TeamType>("team").Description("Your team; null when you cannot see it any more.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field<TeamType>("peer").Description("The recommended team; null when you cannot see it any more.").Resolve(context => context.LoadOne<Team>(context.Source.PeerId));
        Field(rating => rating.Verdict).Description("What you found.");
        Field(rating => rating.RatedAt).Description("When you last changed it.");
    }
}
