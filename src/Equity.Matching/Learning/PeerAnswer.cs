namespace Equity.Matching;

/// <summary>What somebody found of a recommended team.</summary>
/// <param name="Team">The id of the team that it was recommended to.</param>
/// <param name="Peer">The id of the recommended team.</param>
/// <param name="Likeness">How alike the two were then.</param>
/// <param name="Helped">Whether the recommendation was any use.</param>
public sealed record PeerAnswer(int Team, int Peer, PairLikeness Likeness, bool Helped);
