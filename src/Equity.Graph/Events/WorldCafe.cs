using Equity.Graph.Persistence;
using Equity.Graph.Teams;

namespace Equity.Graph.Events;

/// <summary>Who sits where in the rounds of an event's world café: a plan, or the one that is in use.</summary>
internal sealed class WorldCafe : IVersioned, IKeyed, IWithProgramme
{
    public int Id { get; set; }

    /// <summary>Unique, and made of the event's key and a number.</summary>
    public required string Key { get; set; }

    public int EventId { get; set; }

    /// <summary>The event.</summary>
    public Event? Event { get; set; }

    /// <summary>How far it has come.</summary>
    public CafeStatus Status { get; set; }

    /// <summary>The café in use when this was planned, which it is to replace; null when there was none.</summary>
    public int? ReplacesId { get; set; }

    /// <summary>How many sit at a table at least.</summary>
    public int LeastAtATable { get; set; }

    /// <summary>How many sit at a table at most.</summary>
    public int MostAtATable { get; set; }

    /// <summary>Another seed gives another plan that is about as good; the same one gives the same plan.</summary>
    public int Seed { get; set; }

    /// <summary>How many pairs meet, each counted once.</summary>
    public int Meetings { get; set; }

    /// <summary>How many meetings there are beside these: a pair that meets three times counts two.</summary>
    public int RepeatedMeetings { get; set; }

    /// <summary>No plan with these hosts and tables has fewer repeated meetings.</summary>
    public int UnavoidableRepeats { get; set; }

    /// <summary>How many of the pairs that meet are neither friends to call on nor met at an earlier event.</summary>
    public int NewMeetings { get; set; }

    /// <summary>How often a team that does not host is to stay at a table for another round.</summary>
    public int StaysAtATable { get; set; }

    /// <summary>Tables in rounds to come where all teams are at the same stage.</summary>
    public int TablesWithoutAStepAhead { get; set; }

    /// <summary>Tables in rounds to come where all teams share a dimension of inequity.</summary>
    public int TablesOfOneDimension { get; set; }

    /// <summary>The sum of the scores of all pairs that meet.</summary>
    public double TotalScore { get; set; }

    /// <summary>No such plan has a higher total, whatever else it neglects.</summary>
    public double UpperBound { get; set; }

    /// <summary>How many teams have another seat than in the plan before.</summary>
    public int TeamsMoved { get; set; }

    /// <summary>How many seats these are.</summary>
    public int SeatsMoved { get; set; }

    /// <summary>When it was planned.</summary>
    public DateTime PlannedAt { get; set; }

    /// <summary>When its last round is over; null until that has begun.</summary>
    public DateTime? OverAt { get; set; }

    /// <summary>When it last changed.</summary>
    public DateTime UpdatedAt { get; set; }

    /// <summary>Counts its changes, from 1. An update names the version it read.</summary>
    public int Version { get; set; }

    /// <summary>Its rounds.</summary>
    public List<CafeRound> Rounds { get; } = [];

    int? IWithProgramme.ProgrammeId => Event?.ProgrammeId;

    /// <summary>How far it has come: it is over by itself.</summary>
    public CafeStatus StatusAt(DateTime now) => Status == CafeStatus.Running && OverAt <= now ? CafeStatus.Over : Status;
}

/// <summary>How far a world café has come.</summary>
internal enum CafeStatus
{
    /// <summary>It is a plan that leads and coaches see.</summary>
    Planned,
    /// <summary>Everybody who comes sees it.</summary>
    Published,
    /// <summary>Its first round has begun.</summary>
    Running,
    /// <summary>Its last round is over.</summary>
    Over,
}

/// <summary>A round of a world café: one question, at all tables.</summary>
internal sealed class CafeRound : IKeyed, IWithProgramme
{
    public int Id { get; set; }

    /// <summary>Unique, and made of the café's key and its number.</summary>
    public required string Key { get; set; }

    public int WorldCafeId { get; set; }

    /// <summary>The café.</summary>
    public WorldCafe? WorldCafe { get; set; }

    /// <summary>Which round, from 1.</summary>
    public int Number { get; set; }

    /// <summary>What the tables talk about.</summary>
    public required string Question { get; set; }

    /// <summary>When it begins: as planned, and then as it was.</summary>
    public DateTime StartsAt { get; set; }

    /// <summary>How long it takes, in minutes.</summary>
    public int Minutes { get; set; }

    /// <summary>When a lead or coach began it; null while it is to come. From then on its seats stay as they are.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>Who sits where.</summary>
    public List<CafeSeat> Seats { get; } = [];

    int? IWithProgramme.ProgrammeId => WorldCafe?.Event?.ProgrammeId;
}

/// <summary>A team at a table in one round.</summary>
internal sealed class CafeSeat : IEntity
{
    public int Id { get; set; }

    public int CafeRoundId { get; set; }

    /// <summary>The round.</summary>
    public CafeRound? Round { get; set; }

    /// <summary>The table's number, from 1.</summary>
    public int Table { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that sits there.</summary>
    public Team? Team { get; set; }

    /// <summary>Whether it is the table's host, who stays when the others move.</summary>
    public bool Hosts { get; set; }
}
