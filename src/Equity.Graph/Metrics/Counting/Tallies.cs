namespace Equity.Graph.Metrics.Counting;

/// <summary>All series of some teams that are counted together.</summary>
internal sealed class Tally
{
    private readonly Dictionary<Series, Track> tracks = [];

    public bool IsEmpty => tracks.Count == 0;

    /// <summary>The series that it has, in no order.</summary>
    public IEnumerable<KeyValuePair<Series, Track>> Tracks => tracks;

    public Track? Find(Series series) => tracks.GetValueOrDefault(series);

    public void Add(Entry entry, int sign)
    {
        if (!tracks.TryGetValue(entry.Series, out var track))
            tracks.Add(entry.Series, track = new Track());
        track.Add(entry.Month, sign * entry.Numerator, sign * entry.Denominator);
        if (track.IsEmpty)
            tracks.Remove(entry.Series);
    }
}

/// <summary>What is counted of all teams, for every group that teams can be counted in. What a team adds can be taken out again, so that a change costs no more than the team that changed.</summary>
internal sealed class Tallies
{
    private readonly Dictionary<(string? Programme, GroupKind Kind), SortedDictionary<string, Tally>> scopes = [];

    /// <summary>Adds a team, or with -1 takes it out.</summary>
    public void Add(TeamSheet sheet, int sign)
    {
        foreach (var scope in sheet.Scopes)
        {
            if (!scopes.TryGetValue((scope.Programme, scope.Kind), out var groups))
                scopes.Add((scope.Programme, scope.Kind), groups = new(StringComparer.Ordinal));
            if (!groups.TryGetValue(scope.Group, out var tally))
                groups.Add(scope.Group, tally = new());
            foreach (var entry in sheet.Entries)
            {
                // A thing's own group is told of all teams and of a programme's, not of each locality's as well.
                if (scope.Kind == GroupKind.All || entry.Series is { Kind: GroupKind.All, Days: 0 })
                    tally.Add(entry, sign);
            }
            if (tally.IsEmpty)
                groups.Remove(scope.Group);
        }
    }

    /// <summary>Those teams' series; null where there are none.</summary>
    public Tally? Find(Scope scope) => scopes.GetValueOrDefault((scope.Programme, scope.Kind))?.GetValueOrDefault(scope.Group);

    /// <summary>The groups of a kind, in order.</summary>
    public IReadOnlyList<string> Groups(string? programme, GroupKind kind) => scopes.GetValueOrDefault((programme, kind)) is { } groups ? [.. groups.Keys] : [];

    /// <summary>The programmes that teams are in, in order.</summary>
    public IReadOnlyList<string> Programmes => [.. scopes.Where(scope => scope.Key is { Programme: not null, Kind: GroupKind.All } && scope.Value.Count > 0).Select(scope => scope.Key.Programme!).Order(StringComparer.Ordinal)];
}
