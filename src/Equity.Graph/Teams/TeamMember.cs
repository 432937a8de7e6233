using Equity.Graph.Auth;
using Equity.Graph.Persistence;

namespace Equity.Graph.Teams;

/// <summary>A person on a team. The role is public; the name is shown only to whom the person agreed.</summary>
internal sealed class TeamMember : IKeyed, IOfTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team.</summary>
    public Team? Team { get; set; }

    public int? PersonId { get; set; }

    /// <summary>The person who signs in; null when nobody has claimed the seat.</summary>
    public Person? Person { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What the person brings to the team.</summary>
    public required TeamRole Role { get; set; }

    /// <summary>The person's name, where the person gave one.</summary>
    public string? Name { get; set; }

    /// <summary>To whom the person's name may be shown.</summary>
    public NameFor NameFor { get; set; }
}

/// <summary>What a person brings to a team.</summary>
internal enum TeamRole
{
    /// <summary>A person who uses the service, or has used it.</summary>
    ServiceUser,
    /// <summary>A person who cares for somebody who uses the service.</summary>
    Carer,
    /// <summary>A person whose work is that service users take part.</summary>
    PeopleParticipationLead,
    /// <summary>A person who gives care: nurse, doctor, therapist, midwife, support worker and others.</summary>
    Clinician,
    /// <summary>A person who coaches the team in quality improvement.</summary>
    QiCoach,
    /// <summary>A person who advises on improvement methods.</summary>
    ImprovementAdvisor,
    /// <summary>A senior person who opens doors for the team.</summary>
    Sponsor,
    /// <summary>A person who works with the data.</summary>
    Informatics,
    /// <summary>Anybody else on the team.</summary>
    Other,
}

/// <summary>To whom a person's name may be shown.</summary>
internal enum NameFor
{
    /// <summary>Nobody but the person.</summary>
    Nobody,
    /// <summary>The person's own team.</summary>
    Team,
    /// <summary>Everybody who is signed in.</summary>
    Community,
    /// <summary>Everybody.</summary>
    Anyone,
}
