using Equity.Graph.Execution.Mutations;
using GraphQL;

namespace Equity.Graph.Teams;

/// <summary>What a team says of itself.</summary>
internal abstract class TeamProfileInput : MutationInput
{
    /// <summary>The organisation that it belongs to, by name; one that is not there yet is added.</summary>
    public string? Organisation { get; init; }

    /// <summary>Where the people it serves live.</summary>
    public string? Locality { get; init; }

    /// <summary>How service users and carers take part.</summary>
    public Involvement? Involvement { get; init; }

    /// <summary>The rung on the ladder of co-production that it stands on.</summary>
    public CoProductionRung? CoProduction { get; init; }

    /// <summary>How and by when it will bring service users in, where they are not yet.</summary>
    public string? CoProductionPlan { get; init; }

    /// <summary>What it wants to achieve: specific, measurable and dated.</summary>
    public string? Aim { get; init; }

    /// <summary>What it does and why, in its own words.</summary>
    public string? Summary { get; init; }

    /// <summary>Its own progress score: 0.5 to 5.0 in half steps.</summary>
    public double? ProgressScore { get; init; }

    /// <summary>How many teams it can be a friend to call on for at once: 0 to 10; 3 unless said.</summary>
    public int? FriendCapacity { get; init; }
}

/// <summary>A new team. You become its first member; it is a draft until it is published, and FORMING until it is advanced.</summary>
internal sealed class RegisterTeamInput : TeamProfileInput
{
    /// <summary>Its lower-case slug, which never changes; made from the name when left out.</summary>
    public string? Key { get; init; }

    /// <summary>What the team calls itself.</summary>
    public required string Name { get; init; }

    /// <summary>The service that it improves, in its own words.</summary>
    public required string Service { get; init; }

    /// <summary>What you bring to the team.</summary>
    public required TeamRole MyRole { get; init; }

    /// <summary>Your name, where you want to give one.</summary>
    public string? MyName { get; init; }

    /// <summary>To whom your name may be shown; NOBODY unless you say otherwise.</summary>
    public NameFor? MyNameFor { get; init; }
}

/// <summary>What is new about a team. What is left out stays; null clears.</summary>
internal sealed class UpdateTeamInput : TeamProfileInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>What the team calls itself.</summary>
    public string? Name { get; init; }

    /// <summary>The service that it improves, in its own words.</summary>
    public string? Service { get; init; }

    /// <summary>The coach's progress score; leads and coaches only.</summary>
    public double? CoachScore { get; init; }

    /// <summary>The key of the programme that it takes part in; leads and coaches only.</summary>
    public string? Programme { get; init; }

    /// <summary>The phase of the programme in which it joined, from 1; leads and coaches only.</summary>
    public int? Phase { get; init; }
}

/// <summary>A team as you read it.</summary>
internal abstract class OneTeamInput : MutationInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}

/// <summary>The draft that is to be published.</summary>
internal sealed class PublishTeamInput : OneTeamInput;

/// <summary>The team that has ended its work.</summary>
internal sealed class ArchiveTeamInput : OneTeamInput;

/// <summary>The team that takes no new friends for a while.</summary>
internal sealed class PauseTeamInput : OneTeamInput
{
    /// <summary>The last day of the pause, up to a year ahead; it ends by itself.</summary>
    public required DateOnly Until { get; init; }
}

/// <summary>The team that takes new friends again.</summary>
internal sealed class ResumeTeamInput : OneTeamInput;

/// <summary>A step in a team's work.</summary>
internal sealed class AdvanceTeamInput : OneTeamInput
{
    /// <summary>The stage that the team has reached.</summary>
    public required Stage To { get; init; }
}

/// <summary>A new seat on a team.</summary>
internal sealed class AddMemberInput : MutationInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>What the person brings to the team.</summary>
    public required TeamRole Role { get; init; }

    /// <summary>Who may sign in to the seat: the person's subject at your own issuer. Left out, nobody signs in to it.</summary>
    public string? Person { get; init; }

    /// <summary>The name of a person who does not sign in and agreed to be named. Who signs in sets the name oneself.</summary>
    public string? Name { get; init; }

    /// <summary>To whom the person agreed to be named; NOBODY unless said.</summary>
    public NameFor? NameFor { get; init; }
}

/// <summary>What is new about a member.</summary>
internal sealed class UpdateMemberInput : MutationInput
{
    /// <summary>The member's id.</summary>
    [Id]
    public required string Member { get; init; }

    /// <summary>What the person brings to the team.</summary>
    public TeamRole? Role { get; init; }

    /// <summary>The person's name; of somebody who signs in only the person may set it.</summary>
    public string? Name { get; init; }

    /// <summary>To whom the name may be shown; of somebody who signs in only the person may set it.</summary>
    public NameFor? NameFor { get; init; }
}

/// <summary>The member who leaves.</summary>
internal sealed class RemoveMemberInput : MutationInput
{
    /// <summary>The member's id.</summary>
    [Id]
    public required string Member { get; init; }
}

/// <summary>The team that is to be deleted.</summary>
internal sealed class DeleteTeamInput : OneTeamInput;

/// <summary>The team that is to be brought back.</summary>
internal sealed class RestoreTeamInput : MutationInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }
}
