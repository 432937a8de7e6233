using Equity.Graph.Rules;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>
/// An object of the input, read field by field. Each reader calls <c>set</c> with what is given and allowed (null: to be cleared);
/// for a field that is absent it calls nothing, and for a wrong one it notes what is wrong and what is allowed.
/// </summary>
internal sealed class Fields
{
    private readonly ObjectEntry source;
    private readonly Remarks problems;

    /// <summary>Reads an object, noting the fields that objects of its kind do not have.</summary>
    public Fields(ObjectEntry source, FieldNames names, Remarks problems)
    {
        (this.source, this.problems) = (source, problems);
        foreach (var name in source.Fields.Keys.Except(names.All))
            problems.Add(source.Place.Of(Written.Cut(name)), $"is no field of {names.What}{Nearest.Hint(name, names.All, "fields")}");
    }

    /// <summary>Where the object stands.</summary>
    public Place Place => source.Place;

    /// <summary>Where one of its fields stands.</summary>
    public Place PlaceOf(string field) => source.Fields.GetValueOrDefault(field)?.Place ?? source.Place.Of(field);

    /// <summary>Notes a problem with a field.</summary>
    public void Problem(string field, string text) => problems.Add(PlaceOf(field), text);

    /// <summary>A text, unchecked: what a key is made from. Null when there is none.</summary>
    public string? Peek(string field) => Value.Text(source.Fields.GetValueOrDefault(field)) is { } text ? TextRule.Clean(text) : null;

    /// <summary>Whether a field is given, be it null.</summary>
    public bool Gives(string field) => source.Fields.ContainsKey(field);

    /// <summary>Whether a field is given as true.</summary>
    public bool IsTrue(string field)
    {
        var given = false;
        Flag(field, flag => given = flag == true);
        return given;
    }

    /// <summary>The object's key, where it has one that is allowed.</summary>
    public string? Key(bool required)
    {
        string? key = null;
        Read("key", required, Value.Key, found => key = found);
        return key;
    }

    public void Text(TextRule rule, Action<string?> set) =>
        Read(rule.Field, rule.Required, entry => Value.Text(entry, rule), set);

    public void Number(NumberRule rule, Action<double?> set, bool required = false) =>
        Read(rule.Field, required, entry => Value.Number(entry, rule), number => set(number), () => set(null));

    public void Choice<T>(string field, Action<T?> set, bool required = false) where T : struct, Enum =>
        Read(field, required, Value.Choice<T>, choice => set(choice), () => set(null));

    public void Flag(string field, Action<bool?> set) => Read(field, false, Value.Flag, flag => set(flag), () => set(null));

    public void Day(string field, Action<DateOnly?> set) => Read(field, false, Value.Day, day => set(day), () => set(null));

    /// <summary>An instant; null is as good as absent, since a row always has one.</summary>
    public void Instant(string field, Action<DateTime> set) => Read(field, false, Value.Instant, set, () => { });

    /// <summary>An instant that a row need not have; null clears it.</summary>
    public void OptionalInstant(string field, Action<DateTime?> set) => Read(field, false, Value.Instant, at => set(at), () => set(null));

    /// <summary>A list of texts, each by the same rule, in their order; null when the list is absent.</summary>
    public List<string>? Texts(TextRule rule)
    {
        var list = source.Fields.GetValueOrDefault(rule.Field);
        if (list is not ListEntry { Items: var items })
        {
            if (list is not null and not BrokenEntry)
                problems.Add(list.Place, Value.MustBe("a list", list));
            return null;
        }
        var texts = new List<string>();
        foreach (var item in items.Where(item => item is not BrokenEntry))
        {
            if (Value.Text(item, rule) is { Problem: null, Value: { } text })
                texts.Add(text);
            else
                problems.Add(item.Place, Value.Text(item, rule).Problem ?? "is required");
        }
        return texts;
    }

    /// <summary>The object in a field; null when there is none.</summary>
    public ObjectEntry? Object(string field) => source.Fields.GetValueOrDefault(field) is { } entry and not (BrokenEntry or NothingEntry) ? ObjectOf(entry, null) : null;

    /// <summary>Names of one kind, each once, in the order of their values.</summary>
    public void Choices<T>(string field, Action<List<T>> set) where T : struct, Enum
    {
        if (source.Fields.GetValueOrDefault(field) is not { } list || list is BrokenEntry)
            return;
        if (Value.Items(list) is not { } items)
        {
            problems.Add(list.Place, Value.MustBe("a list", list));
            return;
        }
        var read = items.Select(item => (item.Place, Choice: Value.Choice<T>(item))).ToList();
        foreach (var (place, (_, problem)) in read.Where(one => one.Choice.Problem is not null))
            problems.Add(place, problem!);
        set([.. read.Select(one => one.Choice.Value).Distinct().Order()]);
    }

    /// <summary>The objects of a list; null when the list is absent. Where texts may stand for objects, <paramref name="text"/> is the field that they are.</summary>
    public IReadOnlyList<ObjectEntry>? Objects(string field, string? text = null)
    {
        var list = source.Fields.GetValueOrDefault(field);
        if (list is ListEntry { Items: var items })
            return [.. items.Select(item => ObjectOf(item, text)).OfType<ObjectEntry>()];
        if (list is not null and not BrokenEntry)
            problems.Add(list.Place, $"{Value.MustBe("a list", list)}; leave it out to change nothing");
        return null;
    }

    private ObjectEntry? ObjectOf(Entry item, string? text)
    {
        if (item is ObjectEntry one)
            return one;
        if (item is TextEntry && text is not null)
            return new ObjectEntry(item.Place, new Dictionary<string, Entry> { [text] = item });
        if (item is not BrokenEntry)
            problems.Add(item.Place, Value.MustBe(text is null ? "an object in braces" : "a text or an object in braces", item));
        return null;
    }

    private void Read<T>(string field, bool required, Func<Entry, Found<T>> read, Action<T> set, Action? clear = null)
    {
        var entry = source.Fields.GetValueOrDefault(field);
        if (entry is null or NothingEntry)
        {
            if (required)
                Problem(field, "is required");
            else if (entry is NothingEntry && clear is not null)
                clear();
            else if (entry is NothingEntry)
                set(default!);
        }
        else if (entry is not BrokenEntry)
        {
            var (found, problem) = read(entry);
            if (problem is null)
                set(found);
            else
                problems.Add(entry.Place, problem);
        }
    }
}
