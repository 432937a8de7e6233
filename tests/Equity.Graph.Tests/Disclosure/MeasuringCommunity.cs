using Equity.Graph.Disclosure;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Release;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Teams that record counts of people, through the public door, from a seed.</summary>
internal sealed class MeasuringCommunity(EquityHost host, RecordedTables tables)
{
    /// <summary>What the teams measure.</summary>
    public List<AttackedMeasure> Measures { get; } = [];

    /// <summary>A team with a measure of people, without figures yet.</summary>
    public async Task<AttackedMeasure> CreateAsync(string persona, string team, IReadOnlyList<string> groups, bool inOrder = false)
    {
        var row = await host.PublishAsync(persona, team);
        var inequity = await host.TackleAsync(persona, row, $"Inequity of {team}");
        var measure = new Measure { Key = "", Name = $"Measure of {team}", Unit = "missed of booked", Better = Direction.Lower };
        var strata = groups.Select((name, at) => new Stratum { Id = at + 1, Key = name, Name = name, Order = inOrder ? at + 1 : null }).ToList();
        var id = (await host.ChangeAsync(persona, "createMeasure", new
        {
            team = row.Id,
            name = measure.Name,
            kind = "OUTCOME",
            unit = measure.Unit,
            better = "LOWER",
            countsPeople = true,
            inequity = inequity.Id,
            strata = strata.Select(stratum => new { name = stratum.Name, order = stratum.Order }),
        }, "measure { id }")).At("measure").Text("id");
        Measures.Add(new AttackedMeasure(id, persona, row, measure, strata));
        return Measures[^1];
    }

    /// <summary>Records a figure of each group and date; now and then a group comes later.</summary>
    /// <param name="measure">Of which measure.</param>
    /// <param name="dates">At which dates.</param>
    /// <param name="large">Whether most counts are large enough to be shown.</param>
    public Task RecordAsync(AttackedMeasure measure, IEnumerable<DateOnly> dates, bool large) => RecordAsync(measure, [.. dates.SelectMany(date =>
        (large ? tables.Large(measure.Groups) : tables.Next(measure.Groups)).Strata.Where((_, group) => group == 0 || !tables.Once(outOf: 12)).Select(stratum => (date, stratum)))]);

    /// <summary>Records late corrections, and what came late.</summary>
    public Task CorrectAsync(AttackedMeasure measure) => RecordAsync(measure, [.. measure.Recorded.ToList().Where(_ => tables.Once(outOf: 2)).SelectMany(date =>
        tables.Corrected(new RawTable(Proportion: true, [.. measure.Groups.Select(group => date.Value.GetValueOrDefault(group) ?? new RawStratum(group, 0, 0))]))
            .Strata.Select(stratum => (date.Key, stratum)))]);

    /// <summary>Records figures.</summary>
    public async Task RecordAsync(AttackedMeasure measure, IReadOnlyList<(DateOnly Date, RawStratum Stratum)> figures)
    {
        await host.ChangeAsync(measure.Owner, "recordMeasurements", new
        {
            measure = measure.Id,
            points = figures.Select(figure => new { date = figure.Date, stratum = figure.Stratum.Name.Length == 0 ? null : figure.Stratum.Name, numerator = figure.Stratum.Numerator, denominator = figure.Stratum.Denominator }),
        }, "__typename");
        foreach (var (date, stratum) in figures)
            (measure.Recorded.TryGetValue(date, out var known) ? known : measure.Recorded[date] = [])[stratum.Name] = stratum;
    }

    /// <summary>Takes back all figures of a date.</summary>
    public async Task RemoveAsync(AttackedMeasure measure, DateOnly date)
    {
        var version = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Measure { version } } }", new { id = measure.Id }, measure.Owner)).At("node", "version").GetInt32();
        await host.ChangeAsync(measure.Owner, "removeMeasurements", new { measure = measure.Id, version, from = date, to = date }, "__typename");
        measure.Recorded[date].Clear();
    }

    /// <summary>Releases what was recorded of closed months, once the days have passed.</summary>
    public async Task ReleaseAsync(int afterDays = 0)
    {
        host.Clock.Advance(TimeSpan.FromDays(afterDays));
        await host.Background<Releasing>().RunAsync(CancellationToken.None);
    }
}
