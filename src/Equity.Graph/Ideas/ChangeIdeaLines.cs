using System.Globalization;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Measures;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Ideas;

/// <summary>Change ideas in import and export files, with their cycles.</summary>
internal sealed class ChangeIdeaLines() : TeamLineKind<ChangeIdea>(TeamRules.MaxOfEach)
{
    private static readonly FieldNames CycleNames = new("a cycle", ["number", "plan", "do", "study", "act", "decision", "startedOn"]);
    private static readonly NumberRule Number = new("number", 1, 1_000_000, 1);

    public override string Name => "changeIdea";

    public override string Called => "change idea";

    public override FieldNames Names { get; } = new("a change idea", ["team", "key", "title", "description", "from", "createdAt"], "kind", "measures", "cycles");

    protected override IQueryable<ChangeIdea> WithReferences(IQueryable<ChangeIdea> rows) => rows.Include(idea => idea.From!.Team).Include(idea => idea.Cycles).Include(idea => idea.Measures).ThenInclude(link => link.Measure);

    protected override IQueryable<ChangeIdea> Known(EquityDbContext db) => db.ChangeIdeas.Include(idea => idea.Cycles).Include(idea => idea.Measures).AsSplitQuery();

    protected override async Task KnowAsync(IEnumerable<Fields> lines, LineMerge merge, CancellationToken cancel)
    {
        var known = lines.ToList();
        await merge.KnowLearningAsync(known.Select(line => line.Peek("from")), cancel);
        await merge.KnowMeasuresAsync(known.Where(line => line.Gives("measures")).Select(line => line.Peek("team")), cancel);
    }

    protected override ChangeIdea New(string key, Team team, DateTime now) => new() { Key = key, Team = team, Title = "", CreatedAt = now };

    protected override void Write(ChangeIdea row, LineWriter lines)
    {
        lines.Text("title", row.Title);
        lines.Text("description", row.Description);
        lines.Text("from", row.From.Reference());
        lines.Instant("createdAt", row.CreatedAt);
        if (row.Measures.Count > 0)
            lines.Texts("measures", row.Measures.Select(link => link.Measure!.Key).Order(StringComparer.Ordinal));
        lines.List("cycles", row.Cycles.OrderBy(cycle => cycle.Number), cycle =>
        {
            lines.Number("number", cycle.Number);
            lines.Text("plan", cycle.Plan);
            lines.Text("do", cycle.Do);
            lines.Text("study", cycle.Study);
            lines.Text("act", cycle.Act);
            lines.Choice("decision", cycle.Decision);
            lines.Day("startedOn", cycle.StartedOn);
        });
    }

    protected override void Merge(Fields fields, ChangeIdea row, Team team, List<ChangeIdea> rows, LineMerge merge)
    {
        fields.Text(IdeaRules.Title, title => row.Title = title!);
        fields.Text(IdeaRules.Description, description => row.Description = description);
        merge.Learning(fields, "from", learning => (row.From, row.FromId) = (learning, learning is null ? null : row.FromId));
        fields.Instant("createdAt", at => row.CreatedAt = at);
        MergeMeasures(fields, row, team, merge);
        var numbers = new HashSet<int>();
        foreach (var cycle in fields.Objects("cycles") ?? [])
            MergeCycle(new Fields(cycle, CycleNames, merge.Run.Problems), row, team, numbers, merge.Run.Now);
        if (row.Cycles.Count > IdeaRules.MaxCycles)
            fields.Problem("cycles", $"has {row.Cycles.Count} with those in the database; at most {IdeaRules.MaxCycles} are allowed");
        // The idea counts the changes of its cycles and of what it is measured by as its own.
        if (row.Id > 0 && row.Cycles.Cast<object>().Concat(row.Measures).Any(one => merge.Db.Entry(one).State != EntityState.Unchanged))
            merge.Db.Entry(row).Property(changed => changed.UpdatedAt).IsModified = true;
    }

    /// <summary>The list says all: what is not in it is looked at no more.</summary>
    private static void MergeMeasures(Fields fields, ChangeIdea idea, Team team, LineMerge merge)
    {
        if (fields.Texts(new TextRule("measures", Key.Max, Required: true, Screened: false)) is not { } keys)
            return;
        var found = new List<Measure>();
        foreach (var key in keys.Distinct())
        {
            if (merge.Measure(team, key) is { } measure)
                found.Add(measure);
            else
                fields.Problem("measures", $"holds {Written.Quoted(key)}, which is the key of no measure of the team");
        }
        if (found.Count > IdeaRules.MaxMeasures)
            fields.Problem("measures", $"names {found.Count}; at most {IdeaRules.MaxMeasures} are allowed");
        foreach (var gone in idea.Measures.Where(link => !found.Exists(measure => IsOf(link, measure))).ToList())
        {
            idea.Measures.Remove(gone);
            merge.Db.Remove(gone);
            merge.Db.Entry(idea).Property(changed => changed.UpdatedAt).IsModified = true;
        }
        foreach (var measure in found.Where(measure => !idea.Measures.Exists(link => IsOf(link, measure))).ToList())
            idea.Measures.Add(new IdeaMeasure { Measure = measure });
    }

    private static bool IsOf(IdeaMeasure link, Measure measure) => link.Measure == measure || (measure.Id > 0 && link.MeasureId == measure.Id);

    private static void MergeCycle(Fields fields, ChangeIdea idea, Team team, HashSet<int> numbers, DateTime now)
    {
        var number = 0;
        fields.Number(Number, given => number = (int)given!, required: true);
        if (number == 0)
            return;
        if (!numbers.Add(number))
            fields.Problem("number", $"is {number}, as an earlier cycle of the idea is");
        if (idea.Cycles.Find(known => known.Number == number) is not { } cycle)
            idea.Cycles.Add(cycle = new PdsaCycle { Team = team, Key = string.Create(CultureInfo.InvariantCulture, $"{idea.Key}-cycle-{number}"), Number = number });
        fields.Text(IdeaRules.Plan, text => cycle.Plan = text);
        fields.Text(IdeaRules.Do, text => cycle.Do = text);
        fields.Text(IdeaRules.Study, text => cycle.Study = text);
        fields.Text(IdeaRules.Act, text => cycle.Act = text);
        fields.Choice<AdoptionOutcome>("decision", decision => cycle.Decision = decision);
        fields.Day("startedOn", day =>
        {
            var latest = DateOnly.FromDateTime(now).AddDays(IdeaRules.LatestStart);
            if (day < IdeaRules.EarliestStart || day > latest)
                fields.Problem("startedOn", $"is {Written.Day(day.Value)}; allowed are days from {Written.Day(IdeaRules.EarliestStart)} to {Written.Day(latest)}");
            cycle.StartedOn = day;
        });
        if ((cycle.Plan ?? cycle.Do ?? cycle.Study ?? cycle.Act) is null)
            fields.Problem("plan", "is required, or else do, study or act: a cycle says something");
    }
}
