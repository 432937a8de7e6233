using System.Globalization;
using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Friendships;

/// <summary>A team cannot be its own friend to call on.</summary>
internal sealed record WithOneself() : MutationError("from and to are the same team. A friend to call on is another one.");

/// <summary>There is an open friendship of the two teams already.</summary>
/// <param name="Status">What has become of it: it waits for an answer, or the two are friends.</param>
internal sealed record FriendshipIsOpen(FriendshipStatus Status) : MutationError(Status == FriendshipStatus.Accepted
    ? "The two teams are friends already."
    : "Your team has proposed this already, and the other one has not answered yet.");

/// <summary>The team takes no new friends for now.</summary>
/// <param name="Field">The input's field.</param>
/// <param name="Until">The last day of its pause.</param>
internal sealed record TeamIsPaused(string Field, DateOnly Until)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"{Field} takes no new friends until {Until:yyyy-MM-dd}. Ask again after that day, or ask another team."));

/// <summary>The team has ended its work.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record TeamIsArchived(string Field) : MutationError($"{Field} has ended its work and takes no new friends.");

/// <summary>The team is a draft that only its own members see.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record TeamIsDraft(string Field) : MutationError($"{Field} is a draft. Publish the team first, so that others can see whose friend they would be.");

/// <summary>The team is a friend, or has asked to be one, of as many teams as it has places for.</summary>
/// <param name="Field">Which of the two teams: from proposed it, to was asked.</param>
/// <param name="Capacity">How many places it has.</param>
internal sealed record NoOpenPlace(string Field, int Capacity)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"All {Capacity} places that {Field} has for friends are taken. It can end a friendship, withdraw a proposal or raise its friendCapacity."));

/// <summary>As many of the team's proposals wait for an answer as may.</summary>
/// <param name="Limit">The most there may be.</param>
internal sealed record TooManyUnanswered(int Limit)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"{Limit} proposals of the team wait for an answer, which is the most there may be. Wait for one, or withdraw one."));

/// <summary>The other team has said no a while ago.</summary>
/// <param name="AgainFrom">From when on it can be asked again.</param>
internal sealed record DeclinedLately(DateTime AgainFrom)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"The other team has declined a proposal of yours lately. Ask it again from {AgainFrom:yyyy-MM-dd} on, or ask another team; it can ask yours at any time."));

/// <summary>The friendship is in a state in which this cannot be done.</summary>
/// <param name="Status">The state that it is in.</param>
internal sealed record NotInThatState(FriendshipStatus Status) : MutationError(Status switch
{
    FriendshipStatus.Proposed => "It has not been answered yet.",
    FriendshipStatus.Accepted => "It has been accepted already.",
    FriendshipStatus.Declined => "It has been declined.",
    FriendshipStatus.Withdrawn => "It has been withdrawn.",
    FriendshipStatus.Expired => "Its time to be answered is over. Propose it anew.",
    _ => "It has ended.",
});

/// <summary>A day lies outside its range.</summary>
/// <param name="Field">The input's field.</param>
/// <param name="Earliest">The first day that is allowed.</param>
/// <param name="Latest">The last one.</param>
internal sealed record DayOutOfRange(string Field, DateOnly Earliest, DateOnly Latest)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"{Field} must lie between {Earliest:yyyy-MM-dd} and {Latest:yyyy-MM-dd}."));
