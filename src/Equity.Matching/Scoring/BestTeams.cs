namespace Equity.Matching;

/// <summary>The best teams so far, in order: by score, highest first, then by id, in whatever order they are offered. It allocates what it returns.</summary>
/// <param name="wanted">How many, 0 and more.</param>
internal ref struct BestTeams(int wanted)
{
    private readonly RankedTeam[] found = wanted == 0 ? [] : new RankedTeam[wanted];
    private int count;

    public void Offer(IndexedTeam team, PeerScore score)
    {
        if (count == found.Length && (count == 0 || !IsBefore(team, score, found[^1]))) return;
        var place = count < found.Length ? count++ : count - 1;
        for (; place > 0 && IsBefore(team, score, found[place - 1]); place--) found[place] = found[place - 1];
        found[place] = new(team, score);
    }

    /// <summary>Fewer than wanted only where fewer were offered.</summary>
    public readonly RankedTeam[] Sorted() => count == found.Length ? found : found[..count];

    private static bool IsBefore(IndexedTeam team, PeerScore score, RankedTeam than) =>
        score.Total > than.Score.Total || score.Total == than.Score.Total && team.Id < than.Team.Id;
}
