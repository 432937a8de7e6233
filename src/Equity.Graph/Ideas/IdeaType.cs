using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Learning;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Ideas;

/// <summary>A change idea in the graph.</summary>
internal sealed class ChangeIdeaType : ObjectGraphType<ChangeIdea>
{
    public ChangeIdeaType(IEnumerable<ITypeExtension<ChangeIdeaType>> features)
    {
        Name = nameof(ChangeIdea);
        Description = "Something that a team thinks would help, and tries in small cycles before it does it everywhere.";
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("team").Description("The team whose idea it is.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(i => i.Title);
        Field(i => i.Description, nullable: true);
        Field<LearningType>("from").Description("The learning that it comes from, of this team or another one.").Resolve(context => context.LoadOne<SharedLearning>(context.Source.FromId));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PdsaCycleType>>>>("cycles").Description("How it was tried, in the order of the numbers.").Holds(3)
            .Resolve(context => context.LoadMany<PdsaCycle>(cycle => cycle.ChangeIdeaId, context.Source.Id));
        Field(i => i.CreatedAt);
        Field(i => i.UpdatedAt);
        Field(i => i.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>A cycle in the graph.</summary>
internal sealed class PdsaCycleType : ObjectGraphType<PdsaCycle>
{
    public PdsaCycleType()
    {
        Name = nameof(PdsaCycle);
        Description = "One turn of plan, do, study, act: a change idea tried on a small scale.";
        Field(c => c.Number);
        Field(c => c.Plan, nullable: true);
        Field(c => c.Do, nullable: true);
        Field(c => c.Study, nullable: true);
        Field(c => c.Act, nullable: true);
        Field(c => c.Decision, nullable: true);
        Field(c => c.StartedOn, nullable: true);
    }
}

/// <summary>A team's change ideas.</summary>
internal sealed class IdeaQueries : ITypeExtension<TeamType>
{
    public void Extend(TeamType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ChangeIdeaType>>>>("changeIdeas").Description($"What it thinks would help and tries, oldest first; at most {TeamRules.MaxOfEach}.").Holds(3)
            .Resolve(context => context.LoadMany<ChangeIdea>(idea => idea.TeamId, context.Source.Id));
}
