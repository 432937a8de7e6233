namespace Equity.Matching;

/// <summary>All that a search found, by score, highest first, then kind, then id. Immutable: it stays as it is when the matcher learns of changes.</summary>
public sealed class SearchFindings
{
    private readonly TextSearch? search;
    private readonly IReadOnlyList<RankedThing> found;

    internal SearchFindings(TextSearch? search, IReadOnlyList<RankedThing> found) => (this.search, this.found) = (search, found);

    /// <summary>The ids of what it found of a kind, so that a caller can look up which of them a reader may see. Distinct, best first.</summary>
    public IReadOnlyList<int> Ids(SearchKind kind) => [.. found.Where(one => one.Place.Kind == kind).Select(one => one.Place.Source).Distinct()];

    /// <summary>Some of the best <see cref="PeerMatcher.MostHits"/>, with quotes.</summary>
    /// <param name="count">How many, 0 to 100.</param>
    /// <param name="after">Only what stands after this place; null from the start.</param>
    /// <param name="among">What to choose from, by kind and id; null for all. What is left out does not count either.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count outside its range.</exception>
    public SearchPage Page(int count, SearchPlace? after = null, Func<SearchKind, int, bool>? among = null)
    {
        PeerMatcher.CheckCount(count);
        var all = found.Where(one => among is null || among(one.Place.Kind, one.Place.Source)).Take(PeerMatcher.MostHits).ToList();
        var rest = all.SkipWhile(one => after is { } place && !one.Place.IsAfter(place)).ToList();
        return new([.. rest.Take(count).Select(Hit)], all.Count, rest.Count > count);
    }

    private SearchHit Hit(RankedThing one) => new(one.Place.Kind, one.Place.Source, one.Team.Id, one.Place.Score, search!.Quote(one.Team, one.Thing));
}
