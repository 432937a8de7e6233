using Equity.Graph.Measures;
using Equity.Graph.Rules;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>A folder of CSV files: teams.csv, and beside it what belongs to the teams, joined by their key.</summary>
/// <param name="folder">The folder.</param>
/// <param name="only">The one file that is read; null for all.</param>
internal sealed class CsvFolder(string folder, string? only = null) : ImportSource
{
    /// <summary>Figures of measures, which may come alone.</summary>
    public const string Measurements = "measurements.csv";

    public const string Measures = "measures.csv";
    public const string Strata = "strata.csv";

    /// <summary>The columns of strata.csv and of measurements.csv.</summary>
    public static readonly string[] StrataColumns = ["team", "measure", .. MeasureLines.StratumNames.Columns], MeasurementsColumns = ["team", "measure", .. MeasureLines.PointNames.Columns];

    private const string Teams = "teams.csv";
    private const string Programmes = "programmes.csv";
    private const string Phases = "phases.csv";

    /// <summary>The lists of a team, each in a file of its own.</summary>
    private static readonly (string List, FieldNames Names)[] Lists =
    [
        ("members", FieldNames.Member), ("inequities", FieldNames.Inequity), ("asks", FieldNames.Ask), ("offers", FieldNames.Offer), ("learning", FieldNames.Learning),
    ];

    /// <summary>The folder itself.</summary>
    private Place Here => new(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))));

    public override IEnumerable<ObjectEntry> Read(Remarks problems, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        if (!FilesAreRight(problems))
            return [];
        var programmes = Table(Programmes, FieldNames.Programme.Columns, "key");
        var phases = new Joined("programme", Table(Phases, ["programme", .. FieldNames.Phase.Columns], "programme"));
        var teams = Table(Teams, FieldNames.Team.Columns, "key") ?? [];
        var measures = MeasuresOf(Table(Measures, MeasureLines.MeasureNames.Columns, "key"),
            Table(Strata, StrataColumns, "measure"), Table(Measurements, MeasurementsColumns, "measure"));
        if (teams.Count == 0 && measures.Count == 0 && problems.Count == 0)
            problems.Add(Here, "holds no team");
        var lists = Lists.Select(list => (list.List, new Joined("team", Table($"{list.List}.csv", ["team", .. list.Names.Columns], "team")))).ToList();
        return Joined.All(programmes ?? [], "programme", [("phases", phases)], Programmes, problems)
            .Concat(Joined.All(teams, "team", lists, Teams, problems)).Concat(measures);

        List<ObjectEntry>? Table(string name, IReadOnlyList<string> columns, string required) => (only is null || only == name) && File.Exists(Path.Combine(folder, name))
            ? [.. new CsvTable(name, columns, required).Rows(() => Open(name, () => File.OpenRead(Path.Combine(folder, name)), problems), problems, cancel)]
            : null;
    }

    /// <summary>A misspelt file would be missed without a word; so no other CSV file may lie there.</summary>
    private bool FilesAreRight(Remarks problems)
    {
        if (only is not null)
            return true;
        string[] known = [Programmes, Phases, Teams, .. Lists.Select(list => $"{list.List}.csv"), Measures, Strata, Measurements];
        var before = problems.Count;
        foreach (var file in Directory.EnumerateFiles(folder, "*.csv").Select(path => Path.GetFileName(path)).Except(known).Order(StringComparer.Ordinal))
            problems.Add(new Place(file), $"is none of the files that are read: {string.Join(", ", known)}{Nearest.Hint(file, known)}");
        if (problems.Count == before && !File.Exists(Path.Combine(folder, Teams)) && !File.Exists(Path.Combine(folder, Measures)) && !File.Exists(Path.Combine(folder, Measurements)))
            problems.Add(Here, $"is a folder without {Teams}");
        return problems.Count == before;
    }

    /// <summary>Measures with their strata and figures, joined by the keys of team and measure; of one that has no row of its own, those alone.</summary>
    private static List<ObjectEntry> MeasuresOf(List<ObjectEntry>? measures, List<ObjectEntry>? strata, List<ObjectEntry>? points)
    {
        var (ofStrata, ofPoints) = ((strata ?? []).ToLookup(row => Names(row, "measure")), (points ?? []).ToLookup(row => Names(row, "measure")));
        var rows = measures ?? [];
        var known = rows.Select(row => Names(row, "key")).ToHashSet();
        var others = ofStrata.Concat(ofPoints).Where(own => known.Add(own.Key)).Select(own => own.First()).ToList();
        return
        [
            .. rows.Select(row => Whole(row, Names(row, "key"), row.Fields)),
            .. others.Select(row => Whole(row, Names(row, "measure"), row.Fields.Where(field => field.Key is "team" or "measure").ToDictionary(field => field.Key == "measure" ? "key" : field.Key, field => field.Value))),
        ];

        ObjectEntry Whole(ObjectEntry row, (string?, string?) names, IEnumerable<KeyValuePair<string, Entry>> fields)
        {
            var whole = new Dictionary<string, Entry>(fields) { ["kind"] = new TextEntry(row.Place.Of("kind"), "measure") };
            foreach (var (list, items) in new[] { ("strata", ofStrata[names].ToList()), ("points", ofPoints[names].ToList()) })
            {
                if (items.Count > 0)
                    whole[list] = new ListEntry(row.Place.Of(list), [.. items.Select(item => item with { Fields = item.Fields.Where(field => field.Key is not ("team" or "measure")).ToDictionary() })]);
            }
            return row with { Fields = whole };
        }
    }

    private static (string? Team, string? Measure) Names(ObjectEntry row, string column) => (Value.Text(row.Fields.GetValueOrDefault("team")), Value.Text(row.Fields.GetValueOrDefault(column)));

    /// <summary>The rows of a file, grouped by the key that they are joined by.</summary>
    private sealed class Joined(string column, List<ObjectEntry>? rows)
    {
        private readonly Dictionary<string, List<ObjectEntry>> byKey = (rows ?? [])
            .GroupBy(row => Key(row, column), row => row with { Fields = row.Fields.Where(field => field.Key != column).ToDictionary() })
            .ToDictionary(group => group.Key, group => group.ToList());

        /// <summary>Objects, each with the rows of other files that belong to it as its lists. A list without a file is absent.</summary>
        public static List<ObjectEntry> All(List<ObjectEntry> objects, string kind, IReadOnlyList<(string List, Joined Rows)> lists, string file, Remarks problems)
        {
            var keys = objects.Select(one => Key(one, "key")).Where(key => key.Length > 0).ToHashSet();
            foreach (var (_, rows) in lists)
                rows.Orphans(keys, file, problems);
            return [.. objects.Select(one => one with { Fields = Whole(one, kind, lists) })];
        }

        private static Dictionary<string, Entry> Whole(ObjectEntry one, string kind, IReadOnlyList<(string List, Joined Rows)> lists)
        {
            var fields = new Dictionary<string, Entry>(one.Fields) { ["kind"] = new TextEntry(one.Place.Of("kind"), kind) };
            foreach (var (list, rows) in lists.Where(list => list.Rows.IsThere))
                fields[list] = new ListEntry(one.Place.Of(list), [.. rows.byKey.GetValueOrDefault(Key(one, "key"), [])]);
            return fields;
        }

        private bool IsThere => rows is not null;

        private void Orphans(HashSet<string> keys, string joinedTo, Remarks problems)
        {
            foreach (var orphan in (rows ?? []).Where(row => !keys.Contains(Key(row, column))))
            {
                var key = Key(orphan, column);
                problems.Add(orphan.Place.Of(column), key.Length == 0 ? "is required" : $"is {Written.Quoted(key)}, which is no key in {joinedTo}{Nearest.Hint(key, keys)}");
            }
        }

        private static string Key(ObjectEntry row, string column) => Value.Text(row.Fields.GetValueOrDefault(column)) ?? "";
    }
}
