using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Inequities;

/// <summary>An unfair difference that a team tackles: who, along which dimension, in what.</summary>
internal sealed class Inequity : IVersioned, IDeletable, IKeyed, IOfTeam
{
    public int Id { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that tackles it.</summary>
    public Team? Team { get; set; }

    /// <summary>Unique within the team, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>The inequity in a few words.</summary>
    public required string Title { get; set; }

    /// <summary>Along which dimension people are treated unequally.</summary>
    public required InequityDimension Dimension { get; set; }

    /// <summary>Whom it concerns.</summary>
    public required string Population { get; set; }

    /// <summary>In what the difference shows.</summary>
    public InequityKind? Kind { get; set; }

    /// <summary>Which parts of NHS England's Core20PLUS5 it belongs to.</summary>
    public List<Core20Plus5> Core20Plus5 { get; set; } = [];

    /// <summary>How the team knows.</summary>
    public string? Evidence { get; set; }

    /// <summary>Where the work on it stands.</summary>
    public InequityStatus Status { get; set; } = InequityStatus.BeingTackled;

    /// <summary>When the team first recorded it.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>When it was deleted; it can be restored for a while. Null while it is there.</summary>
    public DateTime? DeletedAt { get; set; }
}

/// <summary>Along which dimension people are treated unequally.</summary>
internal enum InequityDimension
{
    /// <summary>Ethnicity, race or heritage.</summary>
    Ethnicity,
    /// <summary>Poverty, for example the most deprived fifth by the index of multiple deprivation.</summary>
    Deprivation,
    /// <summary>Language spoken or signed.</summary>
    Language,
    /// <summary>Age, young or old.</summary>
    Age,
    /// <summary>Sex: women or men.</summary>
    Sex,
    /// <summary>Disability of body or senses, autism, long-term condition.</summary>
    Disability,
    /// <summary>Learning disability.</summary>
    LearningDisability,
    /// <summary>Sexual orientation.</summary>
    SexualOrientation,
    /// <summary>Gender identity.</summary>
    GenderIdentity,
    /// <summary>Religion or belief.</summary>
    Religion,
    /// <summary>Where people live: rural, coastal, far from care.</summary>
    Geography,
    /// <summary>Groups that services overlook: homeless people, Gypsy, Roma and Traveller people, asylum seekers, sex workers, prisoners and others.</summary>
    InclusionHealth,
    /// <summary>No device, no data, no skill or no wish to use them.</summary>
    DigitalExclusion,
    /// <summary>Pregnancy, birth and the time after it.</summary>
    PregnancyAndMaternity,
    /// <summary>Caring for somebody without pay.</summary>
    CaringResponsibility,
}

/// <summary>In what an inequity shows.</summary>
internal enum InequityKind
{
    /// <summary>Who gets to the service.</summary>
    Access,
    /// <summary>How people are treated there.</summary>
    Experience,
    /// <summary>What becomes of their health.</summary>
    Outcomes,
}

/// <summary>Parts of NHS England's Core20PLUS5: the most deprived fifth, locally chosen groups, five clinical areas for adults and five for children.</summary>
internal enum Core20Plus5
{
    /// <summary>The most deprived fifth by the index of multiple deprivation.</summary>
    Core20,
    /// <summary>A group that the local system has chosen.</summary>
    PlusGroup,
    /// <summary>Adults: maternity.</summary>
    AdultMaternity,
    /// <summary>Adults: severe mental illness.</summary>
    AdultSevereMentalIllness,
    /// <summary>Adults: chronic respiratory disease.</summary>
    AdultRespiratory,
    /// <summary>Adults: early cancer diagnosis.</summary>
    AdultEarlyCancer,
    /// <summary>Adults: finding high blood pressure.</summary>
    AdultHypertension,
    /// <summary>Children: asthma.</summary>
    ChildAsthma,
    /// <summary>Children: diabetes.</summary>
    ChildDiabetes,
    /// <summary>Children: epilepsy.</summary>
    ChildEpilepsy,
    /// <summary>Children: oral health.</summary>
    ChildOralHealth,
    /// <summary>Children: mental health.</summary>
    ChildMentalHealth,
}

/// <summary>Where the work on an inequity stands.</summary>
internal enum InequityStatus
{
    /// <summary>It is known.</summary>
    Identified,
    /// <summary>The team works on it.</summary>
    BeingTackled,
    /// <summary>The gap has become smaller.</summary>
    Narrowed,
    /// <summary>The gap is closed.</summary>
    Closed,
}
