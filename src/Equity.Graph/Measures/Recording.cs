using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Measures;

/// <summary>What changes the figures of a measure.</summary>
internal sealed class Recording : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<RecordMeasurementsInput, Measure, MeasureType>(
            "recordMeasurements", $"Records figures of your team's measure, at most {MeasureRules.MaxAtOnce} at once: all of them or none. One of a date and group that is there is overwritten.", RecordAsync,
            typeof(NotAMember), typeof(NotFound), typeof(TooMany), typeof(InvalidMeasurement));
        type.Add<RemoveMeasurementsInput, Measure, MeasureType>(
            "removeMeasurements", "Removes figures of your team's measure for good.", RemoveAsync, [.. InputErrors.OfRows, typeof(InvalidText)]);
    }

    private static async Task<Measure?> RecordAsync(Change change, RecordMeasurementsInput input)
    {
        if (await change.OwnAsync(input.Measure, "measure", change.Db.Measures.Include(known => known.Strata)) is not { } measure)
            return null;
        if (input.Points.Count is 0 or > MeasureRules.MaxAtOnce)
            change.Refuse(input.Points.Count == 0 ? new InvalidMeasurement(0, "date", "is required: record at least one figure") : new TooMany("points", MeasureRules.MaxAtOnce));
        var figures = change.Errors.Count > 0 ? [] : Read(change, measure, input.Points);
        if (change.Errors.Count > 0)
            return null;
        var (first, last) = (figures.Keys.Min(key => key.Date), figures.Keys.Max(key => key.Date));
        var known = await change.Db.MeasurePoints.Where(point => point.MeasureId == measure.Id && point.Date >= first && point.Date <= last)
            .ToDictionaryAsync(point => (point.Date, point.StratumId), change.Cancel);
        if (await change.Db.MeasurePoints.CountAsync(point => point.MeasureId == measure.Id, change.Cancel) + figures.Keys.Count(key => !known.ContainsKey(key)) > MeasureRules.MaxPoints)
            change.Refuse(new TooMany("points", MeasureRules.MaxPoints));
        foreach (var ((date, stratum), figure) in figures)
        {
            if (!known.TryGetValue((date, stratum), out var point))
                change.Db.Add(point = new MeasurePoint { MeasureId = measure.Id, StratumId = stratum, Date = date });
            (point.Numerator, point.Denominator) = (figure.Numerator, figure.Denominator);
        }
        Note(change, measure);
        return measure;
    }

    /// <summary>The figures by date and group; what is wrong with each row is noted.</summary>
    private static Dictionary<(DateOnly Date, int? Stratum), MeasurementInput> Read(Change change, Measure measure, IReadOnlyList<MeasurementInput> points)
    {
        var figures = new Dictionary<(DateOnly, int?), MeasurementInput>();
        var strata = measure.Strata.ToDictionary(stratum => Folding.Fold(stratum.Name), stratum => stratum.Id);
        var today = DateOnly.FromDateTime(change.Now);
        foreach (var (row, point) in points.Index().TakeWhile(_ => change.Errors.Count < MeasureRules.MaxProblems))
        {
            int? stratum = TextRule.Clean(point.Stratum) is { } name && strata.TryGetValue(Folding.Fold(name), out var id) ? id : null;
            var problems = Problems(measure, point, stratum, today).ToList();
            problems.ForEach(problem => change.Refuse(new InvalidMeasurement(row, problem.Field, problem.Problem)));
            if (problems.Count == 0 && !figures.TryAdd((point.Date, stratum), point))
                change.Refuse(new InvalidMeasurement(row, "date", "is there already in an earlier row for the same group; give each date and group once"));
        }
        return figures;
    }

    private static IEnumerable<(string Field, string Problem)> Problems(Measure measure, MeasurementInput point, int? stratum, DateOnly today)
    {
        if (point.Date < MeasureRules.Earliest || point.Date > today)
            yield return ("date", FormattableString.Invariant($"must lie between {MeasureRules.Earliest:yyyy-MM-dd} and {today:yyyy-MM-dd}"));
        if (measure.Strata.Count > 0 && stratum is null && (point.Stratum is not null || !MeasureRules.TakesEverybody(measure)))
            yield return ("stratum", $"must be one of the measure's groups: {string.Join(", ", measure.Strata.OrderBy(known => known.Order).ThenBy(known => known.Id).Select(known => $"“{known.Name}”"))}; {(MeasureRules.TakesEverybody(measure) ? "or be left out for everybody" : MeasureRules.NoEverybody)}");
        else if (measure.Strata.Count == 0 && point.Stratum is not null)
            yield return ("stratum", "must be left out, since the measure compares no groups; or add groups with updateMeasure");
        if (MeasureRules.Problem(point.Numerator, measure.CountsPeople) is { } numerator)
            yield return ("numerator", numerator);
        if (MeasureRules.Problem(point.Denominator, measure.CountsPeople) is { } denominator)
            yield return ("denominator", denominator);
        if (MeasureRules.Problem(point.Numerator, point.Denominator, measure.CountsPeople) is { } both)
            yield return ("numerator", both);
    }

    private static async Task<Measure?> RemoveAsync(Change change, RemoveMeasurementsInput input)
    {
        if (await change.OwnAsync(input.Measure, "measure", change.Db.Measures.Include(known => known.Strata)) is not { } measure || !change.IsCurrent(measure, input.Version))
            return null;
        var stratum = TextRule.Clean(input.Stratum) is { } name ? measure.Strata.Find(known => Folding.Fold(known.Name) == Folding.Fold(name)) : null;
        if (input.Stratum is not null && stratum is null)
            change.Refuse(new NotFound("stratum"));
        if (input.To < input.From)
            change.Refuse(new InvalidText("to", "must not be before from"));
        if (change.Errors.Count > 0)
            return null;
        change.Db.RemoveRange(await change.Db.MeasurePoints.Where(point => point.MeasureId == measure.Id && point.Date >= input.From && point.Date <= input.To && (stratum == null || point.StratumId == stratum.Id))
            .ToListAsync(change.Cancel));
        Note(change, measure);
        return measure;
    }

    /// <summary>The measure counts the changes of its figures as its own, two in one moment too; the audit tells when, and never which.</summary>
    private static void Note(Change change, Measure measure)
    {
        measure.RecordedAt = change.Now;
        change.Db.Entry(measure).Property(changed => changed.RecordedAt).IsModified = true;
    }
}
