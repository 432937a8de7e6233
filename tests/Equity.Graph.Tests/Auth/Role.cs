using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;

namespace Equity.Graph.Tests.Auth;

/// <summary>Somebody who asks, as a column of roles.csv.</summary>
/// <param name="Name">The column.</param>
/// <param name="Persona">Whose token is sent; null for none.</param>
internal sealed record Role(string Name, Persona? Persona)
{
    public const string Programme = "near", OtherProgramme = "far";

    public static IReadOnlyList<Role> All { get; } =
    [
        new("anyone", null),
        new("community", new Persona("newcomer", "")),
        new("member", new Persona("member", "")),
        new("lead", new Persona("lead", "") { Roles = [ViewerRole.Lead], Programmes = [Programme] }),
        new("coach", new Persona("coach", "") { Roles = [ViewerRole.Coach], Programmes = [Programme] }),
        new("other lead", new Persona("other lead", "") { Roles = [ViewerRole.Lead], Programmes = [OtherProgramme] }),
        new("analyst", new Persona("analyst", "") { Roles = [ViewerRole.Analyst] }),
        new("administrator", new Persona("administrator", "") { Roles = [ViewerRole.Administrator] }),
    ];

    public static Role Of(string name) => All.Single(role => role.Name == name);

    /// <summary>What this viewer is to a team: its key says whether it is the member's own, and of which programme.</summary>
    public string Towards(string team) => (Name, team.Split('-')[0]) switch
    {
        ("member", not "home") => "community",
        ("lead" or "coach", "far") => "other lead",
        ("other lead", "far") => "lead",
        _ => Name,
    };

    /// <summary>The same rights under another name.</summary>
    public Role As(string name) => this with { Persona = Persona is null ? null : Persona with { Name = name } };

    public override string ToString() => Name;
}
