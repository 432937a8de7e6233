using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Teams;
using Equity.Matching;
using GraphQL.Types;

namespace Equity.Graph.Peers;

/// <summary>A plan of introductions in the graph.</summary>
internal sealed class IntroductionPlanType : ObjectGraphType<PlannedIntroductions>
{
    public IntroductionPlanType()
    {
        Name = "IntroductionPlan";
        Description = "Who should meet whom across a whole cohort: as many teams as possible meet somebody, and then the scores are as high as they can be made.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<IntroductionType>>>>("introductions").Description("The pairs, each once, best first.").Holds(60).Resolve(context => context.Source.Introductions);
        Field<NonNullGraphType<IntGraphType>>("teams").Description("How many teams there are to introduce, paused and full ones included.").Resolve(context => context.Source.Plan.Teams);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamType>>>>("unmatched").Description("The teams that are introduced to nobody.").Holds(5).Resolve(context => context.Source.LeftOut.Select(left => left.Team));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<LeftOutTeamType>>>>("leftOut").Description("The same teams, each with why.").Holds(5).Resolve(context => context.Source.LeftOut);
        Field<NonNullGraphType<IntGraphType>>("mostShown").Description("The most introductions that one team has.").Resolve(context => context.Source.Plan.MostShown);
        Field<NonNullGraphType<FloatGraphType>>("totalScore").Description("The sum of the scores of all pairs.").Resolve(context => context.Source.Plan.TotalScore);
        Field<NonNullGraphType<FloatGraphType>>("upperBound").Description("No plan that introduces as many teams could have a higher total.").Resolve(context => context.Source.Plan.UpperBound);
        Field<NonNullGraphType<NaivePlanType>>("naive").Description("What would come of it if each team took its own best, for comparison.").Resolve(context => context.Source.Plan.Naive);
    }
}

/// <summary>An introduction in the graph.</summary>
internal sealed class IntroductionType : ObjectGraphType<PlannedIntroduction>
{
    public IntroductionType()
    {
        Name = "Introduction";
        Description = "Two teams that should meet; which of them comes first means nothing.";
        Field<NonNullGraphType<TeamType>>("a").Description("One of the two.").Resolve(context => context.Source.A);
        Field<NonNullGraphType<TeamType>>("b").Description("The other.").Resolve(context => context.Source.B);
        Field<NonNullGraphType<FloatGraphType>>("score").Description("How well the two belong together, 0 to 1.").Resolve(context => context.Source.Score);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<PeerReasonType>>>>("reasons").Description("Why, best reason first, seen from a: ours is what a wrote, theirs what b wrote.").Holds(3).Resolve(context => context.Source.Reasons());
    }
}

/// <summary>A team left out, in the graph.</summary>
internal sealed class LeftOutTeamType : ObjectGraphType<TeamLeftOut>
{
    public LeftOutTeamType()
    {
        Name = "LeftOutTeam";
        Description = "A team that is introduced to nobody, and why.";
        Field<NonNullGraphType<TeamType>>("team").Description("The team.").Resolve(context => context.Source.Team);
        Field<NonNullGraphType<LeftOutReasonType>>("why").Description("The first of the reasons that holds.").Resolve(context => context.Source.Why);
    }
}

/// <summary>Why a team is left out, in the graph.</summary>
internal sealed class LeftOutReasonType : EnumType<LeftOutReason>
{
    public LeftOutReasonType() => Name = "LeftOutReason";
}

/// <summary>The comparison in the graph.</summary>
internal sealed class NaivePlanType : ObjectGraphType<NaivePlan>
{
    public NaivePlanType()
    {
        Name = "NaivePlan";
        Description = "What would come of it if each team took its own best and nobody looked at the whole.";
        Field<NonNullGraphType<FloatGraphType>>("totalScore").Description("The sum of the scores of all lists. A team on a list counts half: in a plan, both of a pair are shown.").Resolve(context => context.Source.TotalScore);
        Field<NonNullGraphType<IntGraphType>>("unseen").Description("How many of the teams with an open place would be on no list.").Resolve(context => context.Source.Unseen);
        Field<NonNullGraphType<IntGraphType>>("mostShown").Description("On how many lists the most popular team would be.").Resolve(context => context.Source.MostShown);
    }
}
