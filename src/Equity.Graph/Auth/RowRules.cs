using System.Linq.Expressions;
using Equity.Graph.Friendships;
using Equity.Graph.Measures;
using Equity.Graph.Persistence;
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

    /// <summary>Whether a team's own progress score may be read.</summary>
    public static bool MaySeeProgressScore(this Viewer viewer) => viewer.Community;

    /// <summary>Whether the coach's score for a team may be read.</summary>
    public static bool MaySeeCoachScore(this Viewer viewer, Team team) => viewer.Everything || viewer.IsMemberOf(team.Id) || viewer.Leads(team.ProgrammeId);

    /// <summary>Whether a team's learning may be written.</summary>
    public static bool MayWriteLearning(this Viewer viewer, Team team) => viewer.IsMemberOf(team.Id) || viewer.Leads(team.ProgrammeId) || viewer.Is(ViewerRole.Administrator);

    /// <summary>Whether the viewer runs the events of a programme; those of none are run by administrators.</summary>
    public static bool MayOrganise(this Viewer viewer, int? programme) => viewer.Leads(programme) || viewer.Is(ViewerRole.Administrator);

    /// <summary>Whether it may be read to whom a team should be introduced.</summary>
    public static bool MaySeeIntroductions(this Viewer viewer, Team team) => viewer.Everything || viewer.Leads(team.ProgrammeId);

    /// <summary>Whether the weights of the matcher may be read.</summary>
    public static bool MaySeeWeights(this Viewer viewer) => viewer.Everything || viewer.Roles.Count > 0;

    /// <summary>Whether the viewer is a member of one of two friends, or would-be friends.</summary>
    public static bool IsOfEither(this Viewer viewer, Friendship friendship) => viewer.IsMemberOf(friendship.FromId) || viewer.IsMemberOf(friendship.ToId);

    /// <summary>Whether it may be read why a team declined.</summary>
    public static bool MaySeeReason(this Viewer viewer, Friendship friendship) => viewer.IsMemberOf(friendship.ToId);

    /// <summary>Whether the note of a check-in may be read, by somebody who sees the check-in: the friend whom it may be about does not.</summary>
    public static bool MaySeeNote(this Viewer viewer, CheckIn checkIn, Friendship friendship) =>
        viewer.IsMemberOf(checkIn.TeamId) || (checkIn.NoteFor == NoteFor.Leads && !viewer.IsOfEither(friendship));

    /// <summary>Friendships of a team whose programme the viewer leads or coaches.</summary>
    /// <param name="db">Stands for whichever context runs a query.</param>
    public static Expression<Func<Friendship, bool>> IsLedBy(EquityDbContext db) => friendship =>
        db.Teams.Any(team => (team.Id == friendship.FromId || team.Id == friendship.ToId) && team.ProgrammeId != null && db.Sight.Programmes.Contains(team.ProgrammeId.Value));

    /// <summary>Measures whose figures may be read as they were counted: those about things, and those of one's own team or programme.</summary>
    /// <param name="db">Stands for whichever context runs a query.</param>
    public static Expression<Func<Measure, bool>> AsCounted(EquityDbContext db) => measure => !measure.CountsPeople || db.Sight.ExactFigures || db.Sight.Teams.Contains(measure.TeamId)
        || db.Teams.Any(team => team.Id == measure.TeamId && team.ProgrammeId != null && db.Sight.Programmes.Contains(team.ProgrammeId.Value));

    /// <summary><see cref="MaySeeProgressScore"/>, for filters and orders.</summary>
    public static Expression<Func<Team, bool>> ProgressScoreReadable(Viewer viewer) => team => viewer.Community;

    /// <summary><see cref="MaySeeCoachScore"/>, for filters and orders.</summary>
    public static Expression<Func<Team, bool>> CoachScoreReadable(Viewer viewer) => team =>
        viewer.Everything || viewer.Teams.Contains(team.Id) || (team.ProgrammeId != null && viewer.Programmes.Contains(team.ProgrammeId.Value));
}
