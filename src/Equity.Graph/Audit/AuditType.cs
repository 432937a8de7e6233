using System.Globalization;
using Equity.Graph.Auth;
using Equity.Graph.Events.Panels;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL.Types;

namespace Equity.Graph.Audit;

/// <summary>A change in the graph.</summary>
internal sealed class AuditType : ObjectGraphType<AuditEntry>
{
    public AuditType()
    {
        Name = nameof(AuditEntry);
        this.IsNode();
        Field(e => e.At);
        Field<NonNullGraphType<StringGraphType>>("by").Description("Who did it: a number that stands for a person within this community, import, server, forgotten, or unnamed where a panel was asked without a name.")
            .Resolve(context => ByOf(context.Source));
        Field<NonNullGraphType<BooleanGraphType>>("byYou").Description("Whether it was you.").Resolve(context => context.Viewer().IsPerson(context.Source.PersonId));
        Field<TeamType>("team").Description("The team that it concerns; null when it concerns none, or the team is gone.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field(e => e.Action);
        Field(e => e.Kind);
        Field(e => e.Key);
        Field(e => e.Before, nullable: true);
        Field(e => e.After, nullable: true);
        Field(e => e.Digest);
    }

    private static string ByOf(AuditEntry entry) => entry switch
    {
        { PersonId: { } person } => string.Create(CultureInfo.InvariantCulture, $"person {person}"),
        { Kind: nameof(PanelQuestion), Action: AuditAction.Created, TeamId: null } => "unnamed",
        { Through: ChangedThrough.Import } => "import",
        { Through: ChangedThrough.Server } => "server",
        _ => "forgotten",
    };
}

/// <summary>What the audit can be filtered and ordered by. What it tells of texts is read, not searched.</summary>
internal sealed class AuditListing : Listing<AuditEntry>
{
    public static readonly AuditListing Instance = new();

    private AuditListing() : base(nameof(AuditEntry), "AuditEntries", typeof(AuditType))
    {
        Instant(e => e.At);
        Enum(e => e.Action);
        Text(e => e.Key);
        One(e => e.Team, () => TeamListing.Instance);
        UsuallyBy("at", SortDirection.Desc);
    }
}

/// <summary>The root field audit, and a team's own.</summary>
internal sealed class AuditQueries : ITypeExtension<Query>, ITypeExtension<TeamType>
{
    public void Extend(Query type) => type.AddList("audit", "What was changed in your teams, in your programmes or, for administrators, anywhere; newest first unless ordered otherwise.", AuditListing.Instance);

    public void Extend(TeamType type) => type.AddList<Team, AuditEntry>("audit", "What was changed in the team: for its members, its programme's leads and coaches, and administrators.", AuditListing.Instance, entry => entry.TeamId!.Value);
}
