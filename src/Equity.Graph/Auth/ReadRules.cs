using System.Linq.Expressions;
using Equity.Graph.Audit;
using Equity.Graph.Events;
using Equity.Graph.Events.Harvest;
using Equity.Graph.Events.Panels;
using Equity.Graph.Friendships;
using Equity.Graph.Ideas;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Release;
using Equity.Graph.Notifications;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Posters;
using Equity.Graph.Programmes;
using Equity.Graph.Resources;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Equity.Graph.Auth;

/// <summary>
/// Which rows a viewer may read, said once for every query there is: lists, counts, filters over relations, nodes, loaders.
/// What is hidden here is not there for the viewer.
/// </summary>
internal static class ReadRules
{
    /// <summary>The filter that hides what a viewer may not read.</summary>
    public const string Sight = "sight";

    /// <summary>The filter that hides what was deleted and can still be restored.</summary>
    public const string Deleted = "deleted";

    /// <summary>Puts the rules on the model.</summary>
    /// <param name="model">The model that is built.</param>
    /// <param name="db">Stands for whichever context runs a query.</param>
    public static void Apply(ModelBuilder model, EquityDbContext db)
    {
        model.Entity<Team>().HasQueryFilter(Sight, team => db.Sight.Everything
            || (db.Sight.Published && team.PublishedAt != null)
            || db.Sight.Teams.Contains(team.Id)
            || (team.ProgrammeId != null && db.Sight.Programmes.Contains(team.ProgrammeId.Value)));
        model.Entity<Programme>().HasQueryFilter(Sight, programme => db.Sight.Published);
        model.Entity<ProgrammePhase>().HasQueryFilter(Sight, phase => db.Sight.Published);
        // An organisation is known by its teams: a draft alone does not tell of it.
        model.Entity<Organisation>().HasQueryFilter(Sight, organisation => db.Sight.Everything || db.Teams.Any(team => team.OrganisationId == organisation.Id));
        model.Entity<TeamMember>().HasQueryFilter(Sight, member => db.Teams.Any(team => team.Id == member.TeamId));
        model.Entity<Inequity>().HasQueryFilter(Sight, inequity => db.Teams.Any(team => team.Id == inequity.TeamId));
        model.Entity<SharedLearning>().HasQueryFilter(Sight, learning => db.Teams.Any(team => team.Id == learning.TeamId));
        // Who gave thanks is for nobody else: how many did is counted past this rule.
        model.Entity<Thanks>().HasQueryFilter(Sight, thanks => thanks.PersonId == db.Sight.Person && db.Learning.Any(learning => learning.Id == thanks.LearningId));
        model.Entity<Adoption>().HasQueryFilter(Sight, adoption => db.Teams.Any(team => team.Id == adoption.TeamId) && db.Learning.Any(learning => learning.Id == adoption.LearningId));
        model.Entity<ChangeIdea>().HasQueryFilter(Sight, idea => db.Teams.Any(team => team.Id == idea.TeamId));
        model.Entity<PdsaCycle>().HasQueryFilter(Sight, cycle => db.ChangeIdeas.Any(idea => idea.Id == cycle.ChangeIdeaId));
        model.Entity<Measure>().HasQueryFilter(Sight, measure => db.Teams.Any(team => team.Id == measure.TeamId));
        model.Entity<IdeaMeasure>().HasQueryFilter(Sight, link => db.ChangeIdeas.Any(idea => idea.Id == link.ChangeIdeaId) && db.Measures.Any(measure => measure.Id == link.MeasureId));
        model.Entity<Stratum>().HasQueryFilter(Sight, stratum => db.Measures.Any(measure => measure.Id == stratum.MeasureId));
        // What others read of figures about people is what was released.
        model.Entity<MeasurePoint>().HasQueryFilter(Sight, Of((MeasurePoint point) => point.Measure!, RowRules.AsCounted(db)));
        model.Entity<ReleasedPoint>().HasQueryFilter(Sight, point => db.Measures.Any(measure => measure.Id == point.MeasureId));
        model.Entity<Ask>().HasQueryFilter(Sight, ask => db.Sight.Community && db.Teams.Any(team => team.Id == ask.TeamId));
        model.Entity<Offer>().HasQueryFilter(Sight, offer => db.Sight.Community && db.Teams.Any(team => team.Id == offer.TeamId));
        // A team that is published may still work on what it will show.
        model.Entity<Poster>().HasQueryFilter(Sight, poster => db.Teams.Any(team => team.Id == poster.TeamId)
            && (poster.PublishedAt != null
                || db.Sight.Everything
                || db.Sight.Teams.Contains(poster.TeamId)
                || db.Teams.Any(team => team.Id == poster.TeamId && team.ProgrammeId != null && db.Sight.Programmes.Contains(team.ProgrammeId.Value))));
        model.Entity<Resource>().HasQueryFilter(Sight, resource => db.Teams.Any(team => team.Id == resource.TeamId)
            && (resource.PublishedAt != null
                || db.Sight.Everything
                || db.Sight.Teams.Contains(resource.TeamId)
                || db.Teams.Any(team => team.Id == resource.TeamId && team.ProgrammeId != null && db.Sight.Programmes.Contains(team.ProgrammeId.Value))));
        model.Entity<AuditEntry>().HasQueryFilter(Sight, entry => db.Sight.Everything
            || (entry.TeamId != null && db.Sight.Teams.Contains(entry.TeamId.Value))
            || (entry.ProgrammeId != null && db.Sight.Programmes.Contains(entry.ProgrammeId.Value))
            || (entry.TeamId != null && db.Teams.Any(team => team.Id == entry.TeamId && team.ProgrammeId != null && db.Sight.Programmes.Contains(team.ProgrammeId.Value))));
        // What waits for a person is nobody else's, whatever the role.
        model.Entity<Notification>().HasQueryFilter(Sight, notification => notification.PersonId == db.Sight.Person);
        // What somebody found of another team is for nobody else either.
        model.Entity<Rating>().HasQueryFilter(Sight, rating => rating.PersonId == db.Sight.Person && db.Teams.Any(team => team.Id == rating.TeamId));
        // That two teams are friends is for the community; what was proposed, and what is over, for the two and their leads and coaches.
        model.Entity<Friendship>().HasQueryFilter(Sight, friendship => db.Teams.Any(team => team.Id == friendship.FromId) && db.Teams.Any(team => team.Id == friendship.ToId)
            && (db.Sight.Everything
                || (db.Sight.Community && friendship.Status == FriendshipStatus.Accepted)
                || db.Sight.Teams.Contains(friendship.FromId)
                || db.Sight.Teams.Contains(friendship.ToId)
                || db.Teams.Any(team => (team.Id == friendship.FromId || team.Id == friendship.ToId) && team.ProgrammeId != null && db.Sight.Programmes.Contains(team.ProgrammeId.Value))));
        // How to reach a team is for the two alone, whatever the role.
        model.Entity<FriendContact>().HasQueryFilter(Sight, contact => db.Friendships.Any(friendship => friendship.Id == contact.FriendshipId
            && (db.Sight.Teams.Contains(friendship.FromId) || db.Sight.Teams.Contains(friendship.ToId))));
        model.Entity<CheckIn>().HasQueryFilter(Sight, checkIn => db.Friendships.Any(friendship => friendship.Id == checkIn.FriendshipId
            && (db.Sight.Teams.Contains(friendship.FromId) || db.Sight.Teams.Contains(friendship.ToId)
                || db.Teams.Any(team => (team.Id == friendship.FromId || team.Id == friendship.ToId) && team.ProgrammeId != null && db.Sight.Programmes.Contains(team.ProgrammeId.Value)))));
        // An event that is not shown yet is for who runs it, and for whoever made it.
        model.Entity<Event>().HasQueryFilter(Sight, gathering => db.Sight.Everything
            || (db.Sight.Published && gathering.PublishedAt != null)
            || (gathering.PersonId != null && gathering.PersonId == db.Sight.Person)
            || (gathering.ProgrammeId != null && db.Sight.Programmes.Contains(gathering.ProgrammeId.Value)));
        // Who waits for room is for who runs the event, and for the team itself.
        model.Entity<Attendance>().HasQueryFilter(Sight, there => db.Teams.Any(team => team.Id == there.TeamId) && db.Events.Any(gathering => gathering.Id == there.EventId
            && (!there.Waits || db.Sight.Everything || db.Sight.Teams.Contains(there.TeamId) || (gathering.ProgrammeId != null && db.Sight.Programmes.Contains(gathering.ProgrammeId.Value)))));
        // A plan is for who runs the event until it is published.
        model.Entity<WorldCafe>().HasQueryFilter(Sight, cafe => db.Events.Any(gathering => gathering.Id == cafe.EventId
            && (cafe.Status != CafeStatus.Planned || db.Sight.Everything || (gathering.ProgrammeId != null && db.Sight.Programmes.Contains(gathering.ProgrammeId.Value)))));
        model.Entity<CafeRound>().HasQueryFilter(Sight, round => db.WorldCafes.Any(cafe => cafe.Id == round.WorldCafeId));
        model.Entity<CafeSeat>().HasQueryFilter(Sight, seat => db.Teams.Any(team => team.Id == seat.TeamId) && db.CafeRounds.Any(round => round.Id == seat.CafeRoundId));
        // What is asked of a panel is for everybody who sees the event; who voted is for whoever did, whatever the role.
        model.Entity<PanelQuestion>().HasQueryFilter(Sight, question => db.Events.Any(gathering => gathering.Id == question.EventId));
        model.Entity<PanelAnswer>().HasQueryFilter(Sight, answer => db.PanelQuestions.Any(question => question.Id == answer.PanelQuestionId));
        model.Entity<PanelVote>().HasQueryFilter(Sight, vote => vote.PersonId != null && vote.PersonId == db.Sight.Person);
        model.Entity<PanelAsker>().HasQueryFilter(Sight, asker => asker.PersonId == db.Sight.Person);
        // What was written down at a table is a draft for the team that wrote it, and for who runs the event.
        model.Entity<HarvestNote>().HasQueryFilter(Sight, note => db.Events.Any(gathering => gathering.Id == note.EventId
            && (db.Sight.Everything || db.Sight.Teams.Contains(note.WrittenById) || (gathering.ProgrammeId != null && db.Sight.Programmes.Contains(gathering.ProgrammeId.Value)))));
        HideDeleted<Event>(model);
        HideDeleted<Team>(model);
        HideDeleted<Inequity>(model);
        HideDeleted<SharedLearning>(model);
        HideDeleted<Adoption>(model);
        HideDeleted<ChangeIdea>(model);
        HideDeleted<Measure>(model);
        HideDeleted<Ask>(model);
        HideDeleted<Offer>(model);
        HideDeleted<Poster>(model);
        HideDeleted<Resource>(model);
    }

    /// <summary>A rule about a row that another one hangs on, as a rule about that one.</summary>
    private static Expression<Func<T, bool>> Of<T, TOn>(Expression<Func<T, TOn>> on, Expression<Func<TOn, bool>> rule) =>
        Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(rule.Parameters[0], on.Body, rule.Body), on.Parameters);

    private static void HideDeleted<T>(ModelBuilder model) where T : class, IDeletable =>
        model.Entity<T>().HasQueryFilter(Deleted, row => row.DeletedAt == null);
}
