namespace Equity.Graph.Persistence;

/// <summary>A row with an integer key, which never leaves the database but inside an opaque id.</summary>
internal interface IEntity
{
    /// <summary>The integer key.</summary>
    int Id { get; }
}

/// <summary>A row that has a name outside the database.</summary>
internal interface IKeyed : IEntity
{
    /// <summary>Its lower-case slug: unique (of what a team has: within the team), and the same across imports.</summary>
    string Key { get; }
}

/// <summary>A row that can be changed: it knows when it was, and how often.</summary>
internal interface IVersioned : IEntity
{
    /// <summary>When it last changed, UTC.</summary>
    DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1.</summary>
    int Version { get; set; }
}

/// <summary>A row that can be deleted and, for a while, restored. Removing one marks it.</summary>
internal interface IDeletable : IEntity
{
    /// <summary>When it was deleted, UTC; null while it is there.</summary>
    DateTime? DeletedAt { get; set; }
}

/// <summary>A row that is kept with a team.</summary>
internal interface IWithTeam : IEntity
{
    /// <summary>The team's integer key.</summary>
    int TeamId { get; }

    /// <summary>The team, where it is loaded.</summary>
    Teams.Team? Team { get; }
}

/// <summary>A row that is of a programme's work, whose leads and coaches read its audit.</summary>
internal interface IWithProgramme : IEntity
{
    /// <summary>The programme's integer key; null where there is none, or where what leads to it is not loaded.</summary>
    int? ProgrammeId { get; }
}

/// <summary>A row that belongs to a team: when it changes, what peers are found by is read again.</summary>
internal interface IOfTeam : IWithTeam;
