namespace Equity.Graph.Metrics;

/// <summary>What the groups of a metric are.</summary>
internal enum GroupKind
{
    /// <summary>No groups: all that is counted.</summary>
    All,
    /// <summary>Programmes, by their keys.</summary>
    Programme,
    /// <summary>Phases of programmes, as key/number.</summary>
    Phase,
    /// <summary>Dimensions of inequity. What belongs to a team is counted under each dimension that the team tackles, so that the groups overlap.</summary>
    Dimension,
    /// <summary>Stages of teams: of the metric teams that of the time, of all others the stage that the team is in now.</summary>
    Stage,
    /// <summary>Localities, as teams name them.</summary>
    Locality,
    /// <summary>Kinds of inequity or of learning.</summary>
    Kind,
    /// <summary>Where the work on inequities stands.</summary>
    Status,
    /// <summary>What became of what teams tried.</summary>
    Outcome,
    /// <summary>Through how many teams an idea had come with this one.</summary>
    Steps,
    /// <summary>How service users and carers take part.</summary>
    Involvement,
    /// <summary>Rungs of the ladder of co-production.</summary>
    Rung,
    /// <summary>Roles on a team.</summary>
    Role,
    /// <summary>Progress scores.</summary>
    Score,
    /// <summary>What people answered.</summary>
    Answer,
}
