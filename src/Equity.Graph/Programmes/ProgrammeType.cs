using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Programmes;

/// <summary>A programme in the graph. Other features add what they know of a programme.</summary>
internal sealed class ProgrammeType : ObjectGraphType<Programme>
{
    public ProgrammeType(IEnumerable<ITypeExtension<ProgrammeType>> features)
    {
        this.IsNode();
        Field(p => p.Key);
        Field(p => p.Name);
        Field(p => p.SharedAim, nullable: true);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<ProgrammePhaseType>>>>("phases").Description("Its phases, by number.").Holds(3)
            .Resolve(context => context.LoadMany<ProgrammePhase>(phase => phase.ProgrammeId, context.Source.Id).Then(phases => phases.OrderBy(phase => phase.Number)));
        this.AddList<Programme, Team>("teams", "The teams that take part in it.", TeamListing.Instance, team => team.ProgrammeId!.Value);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>A phase of a programme in the graph.</summary>
internal sealed class ProgrammePhaseType : ObjectGraphType<ProgrammePhase>
{
    public ProgrammePhaseType()
    {
        Field(p => p.Number);
        Field(p => p.Name, nullable: true);
        Field(p => p.SharedAim, nullable: true);
    }
}

/// <summary>What programmes can be filtered and ordered by.</summary>
internal sealed class ProgrammeListing : Listing<Programme>
{
    public static readonly ProgrammeListing Instance = new();

    private ProgrammeListing() : base("Programme", "Programmes", typeof(ProgrammeType))
    {
        Text(p => p.Key);
        Text(p => p.Name, sortable: true);
        UsuallyBy("name");
    }
}

/// <summary>The root fields programmes and programme.</summary>
internal sealed class ProgrammeQueries : ITypeExtension<Query>
{
    public void Extend(Query type)
    {
        type.AddList("programmes", "The programmes that teams take part in.", ProgrammeListing.Instance);
        type.AddByKey<Programme, ProgrammeType>("programme", "The programme with this key; null when there is none.", "The programme's key, such as pursuing-equity.");
    }
}
