using Equity.Graph.Execution.Mutations;
using GraphQL;

namespace Equity.Graph.Friendships;

/// <summary>A team that yours would like to be friends with: two teams that can call on each other.</summary>
internal sealed class ProposeFriendshipInput : MutationInput
{
    /// <summary>Your team's id.</summary>
    [Id]
    public required string From { get; init; }

    /// <summary>The id of the team that you would like to call on.</summary>
    [Id]
    public required string To { get; init; }

    /// <summary>A few words to the other team.</summary>
    public string? Message { get; init; }

    /// <summary>What it would be for.</summary>
    public string? Purpose { get; init; }

    /// <summary>How to reach your team, as you like: not screened, read by the two teams alone, gone when the friendship is over.</summary>
    public string? Contact { get; init; }
}

/// <summary>A friendship as you read it.</summary>
internal abstract class OneFriendshipInput : MutationInput
{
    /// <summary>The friendship's id.</summary>
    [Id]
    public required string Friendship { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}

/// <summary>What two friends agree on.</summary>
internal abstract class AgreementInput : OneFriendshipInput
{
    /// <summary>Within how many working days the two answer each other: 1 to 20; 5 unless said.</summary>
    public int? WorkingDays { get; init; }

    /// <summary>What stays between the two teams, and what they do not ask of each other; a plain text stands there unless said.</summary>
    public string? Boundaries { get; init; }

    /// <summary>How to reach your team, as you like: not screened, read by the two teams alone, gone when the friendship is over.</summary>
    public string? Contact { get; init; }

    /// <summary>The day on which both are asked whether they met, up to a year ahead; six weeks ahead unless said or configured.</summary>
    public DateOnly? NextCheckIn { get; init; }
}

/// <summary>A proposal that your team says yes to, and what the two agree on.</summary>
internal sealed class AcceptFriendshipInput : AgreementInput;

/// <summary>What is new about what two friends agreed on. What is left out stays.</summary>
internal sealed class UpdateFriendshipInput : AgreementInput
{
    /// <summary>Which of the two teams is yours; needed only by members of both.</summary>
    [Id]
    public string? Team { get; init; }
}

/// <summary>A proposal that your team says no to.</summary>
internal sealed class DeclineFriendshipInput : OneFriendshipInput
{
    /// <summary>Why, if you like: your own team reads it and nobody else.</summary>
    public string? Reason { get; init; }
}

/// <summary>A proposal of your team that it takes back.</summary>
internal sealed class WithdrawFriendshipInput : OneFriendshipInput;

/// <summary>A friendship that one of the two ends. It is over at once, whatever was changed meanwhile.</summary>
internal sealed class EndFriendshipInput : MutationInput
{
    /// <summary>The friendship's id.</summary>
    [Id]
    public required string Friendship { get; init; }
}
