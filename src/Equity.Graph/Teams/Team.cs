using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Posters;
using Equity.Graph.Programmes;
using Equity.Graph.Resources;
using Equity.Graph.Support;

namespace Equity.Graph.Teams;

/// <summary>A health-care improvement team that tackles inequities together with the people it serves.</summary>
internal sealed class Team : IVersioned, IDeletable, IKeyed
{
    public int Id { get; set; }

    /// <summary>Its lower-case slug: unique, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What the team calls itself.</summary>
    public required string Name { get; set; }

    public int? OrganisationId { get; set; }

    /// <summary>The organisation that the team belongs to.</summary>
    public Organisation? Organisation { get; set; }

    /// <summary>The service that it improves, in its own words.</summary>
    public required string Service { get; set; }

    /// <summary>Where the people it serves live.</summary>
    public string? Locality { get; set; }

    public int? ProgrammeId { get; set; }

    /// <summary>The programme that it takes part in.</summary>
    public Programme? Programme { get; set; }

    /// <summary>The phase of the programme in which it joined, from 1.</summary>
    public int? Phase { get; set; }

    /// <summary>How far its work has come.</summary>
    public required Stage Stage { get; set; }

    /// <summary>The team's own progress score: 0.5 to 5.0 in half steps (IHI); 3.0 is about a fifth of the hoped-for result, 4.0 half of it.</summary>
    public double? ProgressScore { get; set; }

    /// <summary>The coach's progress score for the team, on the same scale.</summary>
    public double? CoachScore { get; set; }

    /// <summary>How service users and carers take part; null when nobody has said.</summary>
    public Involvement? Involvement { get; set; }

    /// <summary>The rung on the ladder of co-production that the team stands on; null when nobody has said.</summary>
    public CoProductionRung? CoProduction { get; set; }

    /// <summary>How and by when the team will bring service users in, where they are not yet.</summary>
    public string? CoProductionPlan { get; set; }

    /// <summary>What it wants to achieve: specific, measurable and dated.</summary>
    public string? Aim { get; set; }

    /// <summary>What it does and why, in its own words.</summary>
    public string? Summary { get; set; }

    /// <summary>How many teams it can be a friend to call on for at once: 0 to 10.</summary>
    public int FriendCapacity { get; set; } = TeamRules.DefaultFriendCapacity;

    /// <summary>The last day on which it takes no new friends; null when it is not paused.</summary>
    public DateOnly? PausedUntil { get; set; }

    /// <summary>When it was published; null while it is a draft. What is imported is published.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>When the team ended its work and was archived: it can be read, and is no longer recommended. Null while it works.</summary>
    public DateTime? ArchivedAt { get; set; }

    /// <summary>When the team was first recorded.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When the team's own fields last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts the changes of the team's own fields, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }

    /// <summary>The people on the team, by role.</summary>
    public List<TeamMember> Members { get; } = [];

    /// <summary>The inequities that it tackles.</summary>
    public List<Inequity> Inequities { get; } = [];

    /// <summary>What it has learnt.</summary>
    public List<SharedLearning> Learning { get; } = [];

    /// <summary>The posters on which it shows its work.</summary>
    public List<Poster> Posters { get; } = [];

    /// <summary>Its videos, pages and documents elsewhere on the web.</summary>
    public List<Resource> Resources { get; } = [];

    /// <summary>What it needs help with.</summary>
    public List<Ask> Asks { get; } = [];

    /// <summary>What it can help others with.</summary>
    public List<Offer> Offers { get; } = [];
}

/// <summary>How far a team's work has come, in order.</summary>
internal enum Stage
{
    /// <summary>The team is coming together.</summary>
    Forming,
    /// <summary>It finds out what lies behind the inequity.</summary>
    Understanding,
    /// <summary>It designs changes together with service users.</summary>
    Designing,
    /// <summary>It tries changes in PDSA cycles.</summary>
    Testing,
    /// <summary>What worked becomes everyday practice.</summary>
    Implementing,
    /// <summary>It helps others to take up what worked.</summary>
    Sharing,
}

/// <summary>How service users and carers take part in a team (East London's little i and Big I).</summary>
internal enum Involvement
{
    /// <summary>They take no part yet.</summary>
    None,
    /// <summary>They are consulted now and then.</summary>
    LittleI,
    /// <summary>A service user or carer is a full member of the team.</summary>
    BigI,
}

/// <summary>The seven rungs of the ladder of co-production (Think Local Act Personal), lowest first.</summary>
internal enum CoProductionRung
{
    /// <summary>People are told what to do.</summary>
    Coercion,
    /// <summary>People are taught what is good for them.</summary>
    Educating,
    /// <summary>People are told what is planned.</summary>
    Informing,
    /// <summary>People are asked, and others decide.</summary>
    Consultation,
    /// <summary>People can say what they think and shape some of it.</summary>
    Engagement,
    /// <summary>People design together with staff, and staff decide in the end.</summary>
    CoDesign,
    /// <summary>People and staff plan, decide and do the work as equals.</summary>
    CoProduction,
}
