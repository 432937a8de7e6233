using Equity.Graph.Rules;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>Things that teams refer to by name (programmes, organisations): one rule, for reading a reference and for writing it.</summary>
internal sealed class NamedRows<T>(IEnumerable<T> rows, Func<T, string> keyOf, Func<T, string> nameOf) where T : class
{
    private readonly Dictionary<string, T> byKey = rows.ToDictionary(keyOf);
    private readonly ILookup<string, T> byName = rows.ToLookup(nameOf);

    /// <summary>What a reference means: the one with this key, or with the key that this name gives, or the only one with this name.</summary>
    public T? Find(string reference) =>
        byKey.GetValueOrDefault(reference) ?? byKey.GetValueOrDefault(Key.From(reference)) ?? (byName[reference].Take(2).ToList() is [var only] ? only : null);

    /// <summary>Adds one that a reference has made.</summary>
    public void Add(T row) => byKey.Add(keyOf(row), row);

    /// <summary>How to refer to one: by its name, or by its key where the name would mean another.</summary>
    public string ReferenceTo(T row) => Find(nameOf(row)) == row ? nameOf(row) : keyOf(row);

    /// <summary>Whether another one has the same name.</summary>
    public bool SharesItsName(T row) => byName[nameOf(row)].Skip(1).Any();
}
