using Equity.Graph.Teams;

namespace Equity.Graph.Auth;

/// <summary>What of a row that a viewer can see stays hidden all the same: decided here, asked by the types of the graph.</summary>
internal static class RowRules
{
    /// <summary>Whether the viewer is this person.</summary>
    public static bool IsPerson(this Viewer viewer, int? person) => person is not null && viewer.Person == person;

    /// <summary>Whether a member's name may be shown: to oneself always, to others as far as the person agreed.</summary>
    public static bool MaySeeName(this Viewer viewer, TeamMember member, Team? team) => viewer.IsPerson(member.PersonId) || member.NameFor switch
    {
        NameFor.Anyone => viewer.Published,
        NameFor.Community => viewer.Community,
        NameFor.Team => viewer.IsMemberOf(member.TeamId) || viewer.Leads(team?.ProgrammeId) || viewer.Is(ViewerRole.Administrator),
        _ => false,
    };
}
