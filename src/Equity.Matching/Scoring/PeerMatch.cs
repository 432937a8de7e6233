namespace Equity.Matching;

/// <summary>A named share of a score.</summary>
/// <param name="Name">"inequity", "population", "support", "profile" or "words".</param>
/// <param name="Value">0 to the part's weight; as a weight: 0 to 1.</param>
public sealed record ScorePart(string Name, double Value);

/// <summary>A team that belongs with the one asked about, and why.</summary>
/// <param name="Team">Its id.</param>
/// <param name="Score">0 to 1; the same seen from the other team.</param>
/// <param name="Parts">They sum to the score, in the order of <see cref="MatcherInfo.Weights"/>.</param>
/// <param name="Reasons">One to four, best first.</param>
/// <param name="Mutual">Help can flow both ways: each has an offer that answers an ask of the other.</param>
public sealed record PeerMatch(int Team, double Score, IReadOnlyList<ScorePart> Parts, IReadOnlyList<Reason> Reasons, bool Mutual);

/// <summary>An ask or an offer that belongs with the one asked about, and why.</summary>
/// <param name="Source">The caller's id of the ask or offer.</param>
/// <param name="Team">The team that wrote it.</param>
/// <param name="Score">0 to 1; the same seen from the other text.</param>
/// <param name="Reasons">One, with both quotes.</param>
public sealed record TextMatch(int Source, int Team, double Score, IReadOnlyList<Reason> Reasons);

/// <summary>What the matcher is working with.</summary>
/// <param name="Model">The encoder's id.</param>
/// <param name="Dimensions">The length of its vectors.</param>
/// <param name="Teams">How many teams it knows.</param>
/// <param name="UpdatedAt">When what it knows last changed; null before the first time.</param>
/// <param name="Weights">Of the parts of a score; they sum to 1.</param>
public sealed record MatcherInfo(string Model, int Dimensions, int Teams, DateTimeOffset? UpdatedAt, IReadOnlyList<ScorePart> Weights);
