using Equity.Graph.Teams;

namespace Equity.Graph.Friendships;

/// <summary>Teams that nobody is a friend of.</summary>
/// <param name="Teams">How many teams were looked at.</param>
/// <param name="Count">How many of them are without a friend.</param>
/// <param name="Longest">Those that the viewer may be told of, longest without first.</param>
internal sealed record WithoutAFriend(int Teams, int Count, IReadOnlyList<TeamWithoutAFriend> Longest);

/// <summary>A team without a friend.</summary>
/// <param name="Team">The team.</param>
/// <param name="Since">Since when: its last friendship ended, or it was shown to the community.</param>
internal sealed record TeamWithoutAFriend(Team Team, DateTime Since);

/// <summary>A time in which a team took no new friends.</summary>
/// <param name="At">When it was announced or changed.</param>
/// <param name="Until">Its last day; null when the pause was ended.</param>
internal sealed record TeamPause(DateTime At, DateOnly? Until);
