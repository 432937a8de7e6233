using Equity.Graph.Inequities;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Measures;

/// <summary>Measures in import and export files, with their groups and figures as they were counted.</summary>
internal sealed class MeasureLines() : TeamLineKind<Measure>(TeamRules.MaxOfEach)
{
    /// <summary>How many lines are looked up at once.</summary>
    private const int MaxAtOnce = 500;

    public static readonly FieldNames StratumNames = new("a stratum", ["name", "dimension", "order"]);
    public static readonly FieldNames PointNames = new("a point", ["date", "stratum", "numerator", "denominator"]);
    private static readonly TextRule StratumName = MeasureRules.Stratum with { Field = "name" };
    private static readonly TextRule OfStratum = MeasureRules.Stratum with { Field = "stratum", Required = false };
    private static readonly NumberRule Numerator = new("numerator", 0, MeasureRules.MaxFigure, 0), Denominator = Numerator with { Field = "denominator" };

    public override string Name => "measure";

    /// <summary>The fields of a measure.</summary>
    public static readonly FieldNames MeasureNames = new(
        "a measure", ["team", "key", "name", "measureKind", "unit", "better", "countsPeople", "inequity", "createdAt", "recordedAt"], "kind", "strata", "points");

    public override FieldNames Names => MeasureNames;

    protected override IQueryable<Measure> WithReferences(IQueryable<Measure> rows) => rows.Include(measure => measure.Inequity).Include(measure => measure.Strata).Include(measure => measure.Points).ThenInclude(point => point.Stratum);

    protected override IQueryable<Measure> Known(EquityDbContext db) => db.Measures.Include(measure => measure.Strata).Include(measure => measure.Points).AsSplitQuery();

    /// <summary>What a measure is about stands in the list of its team, once it is looked up.</summary>
    protected override async Task KnowAsync(IEnumerable<Fields> lines, LineMerge merge, CancellationToken cancel)
    {
        foreach (var some in lines.Where(line => merge.HoldsAnything && line.Gives("inequity")).Chunk(MaxAtOnce))
        {
            var (teams, keys) = (some.Select(line => line.Peek("team")).ToHashSet(), some.Select(line => line.Peek("inequity")).ToHashSet());
            await merge.Db.Inequities.Where(inequity => teams.Contains(inequity.Team!.Key) && keys.Contains(inequity.Key)).LoadAsync(cancel);
        }
    }

    protected override Measure New(string key, Team team, DateTime now) => new() { Key = key, Team = team, Name = "", Unit = "", CreatedAt = now };

    protected override void Write(Measure row, LineWriter lines)
    {
        lines.Text("name", row.Name);
        lines.Choice("measureKind", (MeasureKind?)row.Kind);
        lines.Text("unit", row.Unit);
        lines.Choice("better", (Direction?)row.Better);
        lines.Flag("countsPeople", row.CountsPeople);
        lines.Text("inequity", row.Inequity?.Key);
        lines.Instant("createdAt", row.CreatedAt);
        lines.Instant("recordedAt", row.RecordedAt);
        lines.List("strata", row.Strata.OrderBy(stratum => stratum.Id), stratum =>
        {
            lines.Text("name", stratum.Name);
            lines.Choice("dimension", stratum.Dimension);
            lines.Number("order", stratum.Order);
        });
        lines.List("points", row.Points.OrderBy(point => point.Date).ThenBy(point => point.StratumId), point =>
        {
            lines.Day("date", point.Date);
            lines.Text("stratum", point.Stratum?.Name);
            lines.Number("numerator", point.Numerator);
            lines.Number("denominator", point.Denominator);
        });
    }

    protected override void Merge(Fields fields, Measure row, Team team, List<Measure> rows, LineMerge merge)
    {
        if (row.Id == 0 && !fields.Gives("name"))
        {
            fields.Problem("key", $"is {Written.Quoted(row.Key)}, which is the key of no measure of the team. Correct the key, or say first what the measure is");
            return;
        }
        // Figures come alone, once it is known what they are of.
        if (fields.Gives("name"))
            fields.Text(MeasureRules.Name, name => row.Name = name!);
        fields.Choice<MeasureKind>("measureKind", kind => row.Kind = kind!.Value, required: row.Id == 0);
        if (row.Id == 0 || fields.Gives("unit"))
            fields.Text(MeasureRules.Unit, unit => row.Unit = unit!);
        fields.Choice<Direction>("better", better => row.Better = better!.Value, required: row.Id == 0);
        MergePeople(fields, row);
        fields.Text(new TextRule("inequity", Key.Max, Screened: false), key => About(fields, row, team, key));
        fields.Instant("createdAt", at => row.CreatedAt = at);
        fields.OptionalInstant("recordedAt", at => row.RecordedAt = at);
        foreach (var one in fields.Objects("strata") ?? [])
            MergeStratum(new Fields(one, StratumNames, merge.Run.Problems), row, team);
        if (row.Strata.Count > MeasureRules.MaxStrata)
            fields.Problem("strata", $"has {row.Strata.Count} with those in the database; at most {MeasureRules.MaxStrata} are allowed");
        var orders = row.Strata.Select(stratum => stratum.Order).ToList();
        if (orders.Contains(null) ? orders.Exists(order => order is not null) : orders.Distinct().Count() < orders.Count)
            fields.Problem("strata", "must have an order each, every one once, or none at all");
        MergePoints(fields, row, merge);
        merge.Know(row, team);
        // The measure counts the changes of its groups and figures as its own.
        if (row.Id > 0 && row.Points.Cast<object>().Concat(row.Strata).Any(one => merge.Db.Entry(one).State != EntityState.Unchanged))
            merge.Db.Entry(row).Property(changed => changed.UpdatedAt).IsModified = true;
    }

    /// <summary>Said once: figures that were counted as people's are shown to nobody because a line says otherwise later.</summary>
    private static void MergePeople(Fields fields, Measure row)
    {
        if (row.Id == 0 && !fields.Gives("countsPeople"))
            fields.Problem("countsPeople", "is required: say true where figures count people, or what happens to people");
        fields.Flag("countsPeople", counts =>
        {
            if (row.Id > 0 && counts != row.CountsPeople)
                fields.Problem("countsPeople", "cannot be changed; write another measure, under another key");
            row.CountsPeople = counts ?? true;
        });
    }

    private static void About(Fields fields, Measure row, Team team, string? key)
    {
        var about = key is null ? null : team.Inequities.Find(inequity => inequity.Key == key);
        if (key is not null && about is null)
            fields.Problem("inequity", $"is {Written.Quoted(key)}, which is the key of no inequity of the team");
        else
            (row.Inequity, row.InequityId) = (about, about is null ? null : row.InequityId);
    }

    private static void MergeStratum(Fields fields, Measure row, Team team)
    {
        string? name = null;
        fields.Text(StratumName, text => name = text);
        if (name is null)
            return;
        var stratum = row.Strata.Find(known => Folding.Fold(known.Name) == Folding.Fold(name));
        if (stratum is null)
            row.Strata.Add(stratum = new Stratum { Team = team, Key = Key.From(name, row.Strata.Select(other => other.Key).ToHashSet()), Name = name });
        stratum.Name = name;
        fields.Choice<InequityDimension>("dimension", dimension => stratum.Dimension = dimension);
        fields.Number(MeasureRules.Order, order => stratum.Order = (int?)order);
    }

    private static void MergePoints(Fields fields, Measure row, LineMerge merge)
    {
        var strata = row.Strata.ToLookup(stratum => Folding.Fold(stratum.Name));
        var known = row.Points.ToDictionary(point => (point.Date, row.Strata.Find(stratum => stratum.Id == point.StratumId && stratum.Id > 0)));
        if (!MeasureRules.TakesEverybody(row) && row.Points.Exists(point => point.StratumId is null))
            fields.Problem("strata", $"come to a measure with figures for everybody, and {MeasureRules.NoEverybody}. Remove those figures first, or write another measure, under another key");
        var given = new HashSet<(DateOnly, Stratum?)>();
        foreach (var one in fields.Objects("points") ?? [])
        {
            var item = new Fields(one, PointNames, merge.Run.Problems);
            if (Read(item, row, strata, merge.Run.Now) is not { } read)
                continue;
            if (!given.Add((read.Date, read.Stratum)))
                item.Problem("date", "is there already in an earlier point of the same stratum; write each date and stratum once");
            if (!known.TryGetValue((read.Date, read.Stratum), out var point))
                row.Points.Add(point = known[(read.Date, read.Stratum)] = new MeasurePoint { Date = read.Date, Stratum = read.Stratum });
            (point.Numerator, point.Denominator) = (read.Numerator, read.Denominator);
        }
        if (row.Points.Count > MeasureRules.MaxPoints)
            fields.Problem("points", $"has {row.Points.Count} with those in the database; at most {MeasureRules.MaxPoints} are allowed");
    }

    /// <summary>A figure as it is written; null, with the problems noted, when it cannot be stored.</summary>
    private static (DateOnly Date, Stratum? Stratum, double Numerator, double Denominator)? Read(Fields item, Measure row, ILookup<string, Stratum> strata, DateTime now)
    {
        var (date, name, numerator, denominator) = (default(DateOnly?), default(string), default(double?), default(double?));
        item.Day("date", day => date = day);
        item.Text(OfStratum, text => name = text);
        item.Number(Numerator, figure => numerator = figure, required: true);
        item.Number(Denominator, figure => denominator = figure, required: true);
        var today = DateOnly.FromDateTime(now);
        if (date is null || date < MeasureRules.Earliest || date > today)
            item.Problem("date", $"must be a day from {Written.Day(MeasureRules.Earliest)} to {Written.Day(today)}");
        var stratum = name is null ? null : strata[Folding.Fold(name)].FirstOrDefault();
        if (stratum is null && (name is not null || !MeasureRules.TakesEverybody(row)))
            item.Problem("stratum", row.Strata.Count == 0 ? "must be left out, since the measure compares no groups"
                : $"must be one of {string.Join(", ", row.Strata.Select(known => Written.Quoted(known.Name)))}; {(MeasureRules.TakesEverybody(row) ? "or be left out for everybody" : MeasureRules.NoEverybody)}");
        foreach (var (field, figure) in new[] { ("numerator", numerator), ("denominator", denominator) })
        {
            if (figure is { } counted && MeasureRules.Problem(counted, row.CountsPeople) is { } problem)
                item.Problem(field, problem);
        }
        if (numerator is { } of && denominator is { } whole && MeasureRules.Problem(of, whole, row.CountsPeople) is { } both)
            item.Problem("numerator", both);
        return date is { } at && numerator is { } above && denominator is { } below ? (at, stratum, above, below) : null;
    }
}
