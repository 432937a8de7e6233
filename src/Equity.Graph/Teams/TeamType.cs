using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Programmes;
using GraphQL.Types;

namespace Equity.Graph.Teams;

/// <summary>A team in the graph. Other features add what they know of a team.</summary>
internal sealed class TeamType : ObjectGraphType<Team>
{
    public TeamType(IEnumerable<ITypeExtension<TeamType>> features)
    {
        this.IsNode();
        Field(t => t.Key);
        Field(t => t.Name);
        Field<OrganisationType>("organisation").Description("The organisation that the team belongs to.").Resolve(context => context.LoadOne<Organisation>(context.Source.OrganisationId));
        Field(t => t.Service);
        Field(t => t.Locality, nullable: true);
        Field<ProgrammeType>("programme").Description("The programme that it takes part in.").Resolve(context => context.LoadOne<Programme>(context.Source.ProgrammeId));
        Field(t => t.Phase, nullable: true);
        Field(t => t.Stage);
        Field(t => t.ProgressScore, nullable: true).Resolve(context => context.Viewer().MaySeeProgressScore() ? context.Source.ProgressScore : null);
        Field(t => t.CoachScore, nullable: true).Resolve(context => context.Viewer().MaySeeCoachScore(context.Source) ? context.Source.CoachScore : null);
        Field(t => t.Involvement, nullable: true);
        Field(t => t.CoProduction, nullable: true);
        Field(t => t.CoProductionPlan, nullable: true);
        Field(t => t.Aim, nullable: true);
        Field(t => t.Summary, nullable: true);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<TeamMemberType>>>>("members").Description("The people on the team, by role.").Holds(6)
            .Resolve(context => context.LoadMany<TeamMember>(member => member.TeamId, context.Source.Id));
        Field(t => t.FriendCapacity);
        Field(t => t.PausedUntil, nullable: true);
        Field(t => t.PublishedAt, nullable: true);
        Field(t => t.ArchivedAt, nullable: true);
        Field(t => t.CreatedAt);
        Field(t => t.UpdatedAt);
        Field(t => t.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>A person on a team, by role.</summary>
internal sealed class TeamMemberType : ObjectGraphType<TeamMember>
{
    public TeamMemberType()
    {
        this.IsNode();
        Field(m => m.Role);
        Field<StringGraphType>("name").Description("The person's name, where the person agreed that you see it.")
            .Resolve(context => context.LoadOne<Team>(context.Source.TeamId).Then(team => context.Viewer().MaySeeName(context.Source, team) ? context.Source.Name : null));
        Field<NonNullGraphType<BooleanGraphType>>("isYou").Description("Whether this is you.").Resolve(context => context.Viewer().IsPerson(context.Source.PersonId));
    }
}

/// <summary>An organisation in the graph.</summary>
internal sealed class OrganisationType : ObjectGraphType<Organisation>
{
    public OrganisationType()
    {
        this.IsNode();
        Field(o => o.Key);
        Field(o => o.Name);
    }
}
