using Equity.Graph.Auth;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Programmes;
using Equity.Graph.Support;

namespace Equity.Graph.Teams;

/// <summary>What teams can be filtered and ordered by.</summary>
internal sealed class TeamListing : Listing<Team>
{
    public static readonly TeamListing Instance = new();

    private TeamListing() : base("Team", "Teams", typeof(TeamType))
    {
        Text(t => t.Key);
        Text(t => t.Name, sortable: true);
        Text(t => t.Service, sortable: true);
        Text(t => t.Locality, sortable: true);
        Text(t => t.Aim);
        Text(t => t.Summary);
        Enum(t => t.Stage);
        Enum(t => t.Involvement);
        Enum(t => t.CoProduction);
        Number(t => t.Phase);
        Number(t => t.ProgressScore, RowRules.ProgressScoreReadable);
        Number(t => t.CoachScore, RowRules.CoachScoreReadable);
        Number(t => t.FriendCapacity);
        Day(t => t.PausedUntil);
        Instant(t => t.PublishedAt);
        Instant(t => t.CreatedAt);
        Instant(t => t.UpdatedAt);
        One(t => t.Organisation, () => OrganisationListing.Instance);
        One(t => t.Programme, () => ProgrammeListing.Instance);
        Many(t => t.Inequities, () => InequityListing.Instance);
        Many(t => t.Learning, () => LearningListing.Instance);
        Many(t => t.Asks, () => AskListing.Instance);
        Many(t => t.Offers, () => OfferListing.Instance);
        UsuallyBy("name");
    }
}

/// <summary>What organisations can be filtered and ordered by.</summary>
internal sealed class OrganisationListing : Listing<Organisation>
{
    public static readonly OrganisationListing Instance = new();

    private OrganisationListing() : base("Organisation", "Organisations", typeof(OrganisationType))
    {
        Text(o => o.Key);
        Text(o => o.Name, sortable: true);
        UsuallyBy("name");
    }
}
