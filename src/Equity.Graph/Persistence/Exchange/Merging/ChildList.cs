using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>One list of a team in the input (its asks, say), and how it is merged into the rows that the team has.</summary>
/// <param name="list">The list's name.</param>
/// <param name="names">The fields of its objects.</param>
/// <param name="keyFrom">The field that a key is made from where none is given.</param>
/// <param name="max">The most that a team may have.</param>
internal abstract class ChildList<T>(string list, FieldNames names, string keyFrom, int max) where T : class
{
    /// <summary>Whether a plain text may stand for an object.</summary>
    protected virtual bool TextIsObject => false;

    protected abstract List<T> Rows(Team team);

    protected abstract string KeyOf(T row);

    /// <summary>A new row; its required fields are filled by <see cref="Fill"/>, or there are problems and it is never saved.</summary>
    protected abstract T New(string key, DateTime now);

    /// <summary>Puts into a row what is given and allowed.</summary>
    protected abstract void Fill(T row, Fields fields, Team team, ImportRun run);

    /// <summary>Changes, adds and removes rows as the input says; those that it does not mention are kept and reported. Returns how many it mentions.</summary>
    public int Merge(Fields teamFields, Team team, ImportRun run)
    {
        if (teamFields.Objects(list, TextIsObject ? keyFrom : null) is not { } objects)
            return 0;
        var items = objects.Select(one => new Fields(one, names, run.Problems)).ToList();
        var keys = Keys(items, run.Problems);
        var rows = Rows(team);
        var known = rows.ToDictionary(KeyOf);
        foreach (var (item, key) in items.Zip(keys))
            MergeOne(item, key, rows, known, team, run);
        ReportKept(known.Keys.Except(keys.OfType<string>()), teamFields, run);
        if (rows.Count > max)
            teamFields.Problem(list, $"has {rows.Count} with those in the database; at most {max} are allowed");
        return items.Count;
    }

    private void MergeOne(Fields item, string? key, List<T> rows, Dictionary<string, T> known, Team team, ImportRun run)
    {
        var row = key is null ? null : known.GetValueOrDefault(key);
        if (item.IsTrue("remove"))
        {
            if (key is null)
                item.Problem("key", $"is required to remove something, or the {keyFrom} that its key was made from");
            else if (row is not null && rows.Remove(row))
                run.Remove(row);
            return;
        }
        if (row is null)
        {
            row = New(key ?? "", run.Now);
            if (key is not null)
                rows.Add(row);
        }
        Fill(row, item, team, run);
    }

    /// <summary>Each item's key: its own, or one made from its text that no other item has; null where there is neither.</summary>
    private List<string?> Keys(List<Fields> items, Remarks problems)
    {
        var keys = items.Select(item => item.Key(required: false)).ToList();
        var owners = new Dictionary<string, Fields>();
        foreach (var (item, key) in items.Zip(keys).Where(one => one.Second is not null))
        {
            if (!owners.TryAdd(key!, item))
                problems.Add(item.PlaceOf("key"), $"is \"{key}\", which {owners[key!].PlaceOf("key").SeenFrom(item.Place)} is already");
        }
        var taken = owners.Keys.ToHashSet();
        return [.. items.Zip(keys, (item, key) => key ?? (item.Peek(keyFrom) is { } text ? Key.From(text, taken) : null))];
    }

    private void ReportKept(IEnumerable<string> keys, Fields teamFields, ImportRun run)
    {
        var kept = keys.Order(StringComparer.Ordinal).ToList();
        if (kept.Count == 0)
            return;
        var named = string.Join(", ", kept.Take(3).Select(Written.Quoted)) + (kept.Count > 3 ? ", …" : "");
        var (are, it, they) = kept.Count == 1 ? ("is", "it", "it is") : ("are", "them", "they are");
        run.Remarks.Add(teamFields.PlaceOf(list), $"{kept.Count} {are} in the database and not in the file ({named}); {they} kept. Write \"remove\": true to delete {it}.");
    }
}
