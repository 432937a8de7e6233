using Equity.Graph.Teams;

namespace Equity.Graph.Auth.Development;

/// <summary>A made-up person to try the demo community as.</summary>
/// <param name="Name">What to type after --as; also the token's subject.</param>
/// <param name="Says">Who it is.</param>
internal sealed record Persona(string Name, string Says)
{
    /// <summary>The programme that most of the demo's teams take part in.</summary>
    private const string Programme = "pursuing-equity";

    /// <summary>Everybody there is.</summary>
    public static IReadOnlyList<Persona> All { get; } =
    [
        new("amina", "a service user on The Tablet Table") { Team = "tablet-table-quayside", TeamRole = TeamRole.ServiceUser },
        new("tom", "the clinician who leads The Tablet Table") { Team = "tablet-table-quayside", TeamRole = TeamRole.Clinician },
        new("grace", "a midwife on Hear Me First") { Team = "hear-me-first-maternity", TeamRole = TeamRole.Clinician },
        new("newcomer", "somebody who has signed in and is on no team"),
        new("lead", "the lead of the programme Pursuing Equity") { Roles = [ViewerRole.Lead], Programmes = [Programme] },
        new("coach", "a coach of the programme Pursuing Equity") { Roles = [ViewerRole.Coach], Programmes = [Programme] },
        new("analyst", "an analyst") { Roles = [ViewerRole.Analyst] },
        new("administrator", "who runs the server") { Roles = [ViewerRole.Administrator] },
        new("ruth", "the nurse who leads The Log Pile Callers, a team that looks for a peer") { Team = "log-pile-callers", TeamRole = TeamRole.Clinician },
    ];

    /// <summary>The key of the team that the persona is a member of.</summary>
    public string? Team { get; init; }

    /// <summary>The persona's role on that team.</summary>
    public TeamRole TeamRole { get; init; }

    public IReadOnlyList<ViewerRole> Roles { get; init; } = [];

    /// <summary>The keys of the programmes that it leads or coaches.</summary>
    public IReadOnlyList<string> Programmes { get; init; } = [];
}
