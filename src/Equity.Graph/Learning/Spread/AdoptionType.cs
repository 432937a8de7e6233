using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Learning.Spread;

/// <summary>An adoption in the graph.</summary>
internal sealed class AdoptionType : ObjectGraphType<Adoption>
{
    public AdoptionType()
    {
        Name = nameof(Adoption);
        Description = "That a team tries what another one has learnt.";
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("team").Description("The team that tries it.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field<NonNullGraphType<LearningType>>("learning").Description("What it tries: learning of another team.").Resolve(context => context.LoadOne<SharedLearning>(context.Source.LearningId));
        Field(a => a.Note, nullable: true);
        Field(a => a.Outcome, nullable: true);
        Field(a => a.WhatHappened, nullable: true);
        Field<LearningType>("ledTo").Description("What the team has learnt from it and shares in turn; null while there is nothing.").Resolve(context => context.LoadOne<SharedLearning>(context.Source.LedToId));
        Field(a => a.AdoptedAt);
        Field(a => a.UpdatedAt);
        Field(a => a.Version);
    }
}

/// <summary>A step of an idea from a team to another, in the graph.</summary>
internal sealed class ChainLinkType : ObjectGraphType<ChainLink>
{
    public ChainLinkType()
    {
        Name = nameof(ChainLink);
        Description = "A step of an idea from one team to another.";
        Field<NonNullGraphType<IntGraphType>>("steps").Description("How many steps away it is, from 1.").Resolve(context => context.Source.Steps);
        Field<NonNullGraphType<AdoptionType>>("adoption").Description("The step: which team tried what, and what came out of it.").Resolve(context => context.Source.Adoption);
    }
}

/// <summary>What adoptions can be filtered and ordered by.</summary>
internal sealed class AdoptionListing : Listing<Adoption>
{
    public static readonly AdoptionListing Instance = new();

    private AdoptionListing() : base(nameof(Adoption), "Adoptions", typeof(AdoptionType))
    {
        Enum(a => a.Outcome);
        Instant(a => a.AdoptedAt);
        Instant(a => a.UpdatedAt);
        One(a => a.Team, () => TeamListing.Instance);
        One(a => a.Learning, () => LearningListing.Instance);
        UsuallyBy("adoptedAt", SortDirection.Desc);
    }
}
