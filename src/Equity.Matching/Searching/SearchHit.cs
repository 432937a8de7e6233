namespace Equity.Matching;

/// <summary>What can be found by a search.</summary>
public enum SearchKind
{
    /// <summary>A team: by its name, service, place, aim and summary.</summary>
    Team,
    /// <summary>An inequity: by its title, the people it hurts and its evidence.</summary>
    Inequity,
    /// <summary>A piece of learning: by its title and body.</summary>
    Learning,
    /// <summary>An offer of help: by its text.</summary>
    Offer,
}

/// <summary>Something found.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The caller's id of the row.</param>
/// <param name="Team">The team that wrote it.</param>
/// <param name="Score">How well it fits, above 0 to 1.</param>
/// <param name="Quote">The words of it that fit best.</param>
public sealed record SearchHit(SearchKind Kind, int Source, int Team, double Score, Quote Quote)
{
    /// <summary>Where it stands among all that is found.</summary>
    public SearchPlace Place => new(Score, Kind, Source);
}

/// <summary>A place in what a search finds: by score, highest first, then kind, then id. It means the same as long as the matcher knows the same.</summary>
/// <param name="Score">The score of what stands there.</param>
/// <param name="Kind">Its kind.</param>
/// <param name="Source">Its id.</param>
public readonly record struct SearchPlace(double Score, SearchKind Kind, int Source)
{
    /// <summary>Whether it stands after another place.</summary>
    internal bool IsAfter(SearchPlace other) =>
        Score != other.Score ? Score < other.Score : Kind != other.Kind ? Kind > other.Kind : Source > other.Source;
}

/// <summary>A part of what a search finds.</summary>
/// <param name="Hits">In their order.</param>
/// <param name="Total">How many there are in all, 0 to <see cref="PeerMatcher.MostHits"/>.</param>
/// <param name="HasMore">Whether there are some after these.</param>
public sealed record SearchPage(IReadOnlyList<SearchHit> Hits, int Total, bool HasMore);
