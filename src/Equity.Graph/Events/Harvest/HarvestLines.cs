using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Harvest;

/// <summary>What was written down at tables, in import and export files, with what became of it. What sort of learning it is stands in "learningKind", since "kind" is that of the line.</summary>
internal sealed class HarvestLines : LineKind
{
    /// <summary>How many notes are read at once.</summary>
    private const int BatchSize = 500;

    private static readonly TextRule MergedInto = new("mergedInto", Key.Max, Screened: false);
    private static readonly NumberRule Round = EventRules.Rounds with { Field = "round" };
    private static readonly NumberRule Table = new("table", 1, EventRules.DefaultCapacity, 1);

    public override string Name => "harvestNote";

    public override string Called => "harvest note";

    public override FieldNames Names { get; } = new(
        "a harvest note", ["key", "event", "round", "table", "learningKind", "title", "text", "from", "writtenBy", "mergedInto", "learning", "publishedAt", "writtenAt"], "kind");

    public override Task<int> WriteAsync(EquityDbContext db, LineWriter lines, CancellationToken cancel) => WriteBatchesAsync(lines, async after =>
    {
        // Notes of and about teams that were deleted stay, and so does that one of them stands for another.
        var batch = await db.HarvestNotes.IgnoreQueryFilters().AsNoTracking().Where(note => note.Key.CompareTo(after) > 0 && note.Event!.DeletedAt == null && note.From!.DeletedAt == null && note.WrittenBy!.DeletedAt == null)
            .OrderBy(note => note.Key).Take(BatchSize).Include(note => note.Event).Include(note => note.From).Include(note => note.WrittenBy)
            .Include(note => note.MergedInto!.From).Include(note => note.MergedInto!.WrittenBy).Include(note => note.Learning!.Team).ToListAsync(cancel);
        batch.ForEach(note => Write(note, lines));
        return batch;
    }, cancel);

    public override async Task MergeAsync(IReadOnlyDictionary<string, Fields> lines, LineMerge merge, CancellationToken cancel)
    {
        await merge.KnowEventsAsync(lines.Values.Select(line => line.Peek("event")), cancel);
        await merge.KnowTeamsAsync(lines.Values.SelectMany(line => new[] { line.Peek("from"), line.Peek("writtenBy") }), cancel);
        await merge.KnowLearningAsync(lines.Values.Select(line => line.Peek("learning")), cancel);
        var known = merge.HoldsAnything ? await KnownAsync(merge.Db, lines, cancel) : [];
        var counts = merge.HoldsAnything ? await merge.Db.HarvestNotes.GroupBy(note => note.EventId).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel) : [];
        var added = new Dictionary<Event, int>();
        foreach (var (key, fields) in lines)
        {
            if (!known.TryGetValue(key, out var note))
                known.Add(key, note = new HarvestNote { Key = key, Text = "", WrittenAt = merge.Run.Now });
            Merge(fields, note, merge);
            if (note is { Id: 0, Event: { } gathering } && (added[gathering] = added.GetValueOrDefault(gathering) + 1) + counts.GetValueOrDefault(gathering.Id) > HarvestRules.MostOfAnEvent)
                fields.Problem("event", $"has more notes than the {HarvestRules.MostOfAnEvent} that an event may have");
            if (note.Id == 0)
                merge.Run.Later(() => merge.Db.Add(note));
        }
        foreach (var (key, fields) in lines)
            fields.Text(MergedInto, into => Stand(fields, known[key], into, known));
        foreach (var (key, fields) in lines)
        {
            if (known[key].MergedInto is { } into && (into.MergedInto is not null || into.MergedIntoId is not null))
                fields.Problem("mergedInto", $"is {Written.Quoted(into.Key)}, which is merged into another one itself; name that");
        }
    }

    private static void Write(HarvestNote note, LineWriter lines)
    {
        lines.Begin("harvestNote");
        lines.Text("key", note.Key);
        lines.Text("event", note.Event!.Key);
        lines.Number("round", note.Round);
        lines.Number("table", note.Table);
        lines.Choice("learningKind", (LearningKind?)note.Kind);
        lines.Text("title", note.Title);
        lines.Text("text", note.Text);
        lines.Text("from", note.From!.Key);
        lines.Text("writtenBy", note.WrittenBy!.Key);
        lines.Text("mergedInto", note.MergedInto is { From.DeletedAt: null, WrittenBy.DeletedAt: null } into ? into.Key : null);
        lines.Text("learning", note.Learning is { DeletedAt: null, Team.DeletedAt: null } learning ? learning.Reference() : null);
        lines.Instant("publishedAt", note.PublishedAt);
        lines.Instant("writtenAt", note.WrittenAt);
        lines.End(note.Key);
    }

    private static void Merge(Fields fields, HarvestNote note, LineMerge merge)
    {
        merge.Event(fields, "event", gathering =>
        {
            if (note.Event is not null && note.Event != gathering)
                fields.Problem("key", $"is {Written.Quoted(note.Key)}, which is that of a note at another event; give this one another key");
            else
                note.Event = gathering;
        }, required: true);
        fields.Number(Round, round => note.Round = (int)round!, required: true);
        fields.Number(Table, table => note.Table = (int)table!, required: true);
        fields.Choice<LearningKind>("learningKind", kind => note.Kind = kind!.Value, required: true);
        fields.Text(HarvestRules.Title, title => note.Title = title);
        fields.Text(HarvestRules.Text, text => note.Text = text!);
        note.From = merge.Team(fields, "from") ?? note.From;
        note.WrittenBy = merge.Team(fields, "writtenBy") ?? note.WrittenBy;
        merge.Learning(fields, "learning", learning => (note.Learning, note.LearningId) = (learning, learning is null ? null : note.LearningId));
        fields.OptionalInstant("publishedAt", at => note.PublishedAt = at);
        fields.Instant("writtenAt", at => note.WrittenAt = at);
    }

    private static void Stand(Fields fields, HarvestNote note, string? key, Dictionary<string, HarvestNote> known)
    {
        if (key is null)
            (note.MergedInto, note.MergedIntoId) = (null, null);
        else if (known.TryGetValue(key, out var into) && into != note && into.Event == note.Event)
            note.MergedInto = into;
        else
            fields.Problem("mergedInto", $"is {Written.Quoted(key)}, which is the key of no other note at the event");
    }

    /// <summary>The notes that lines tell of or name, by key; those of events that were deleted too, which keep their keys.</summary>
    private static async Task<Dictionary<string, HarvestNote>> KnownAsync(EquityDbContext db, IReadOnlyDictionary<string, Fields> lines, CancellationToken cancel)
    {
        var known = new Dictionary<string, HarvestNote>();
        foreach (var some in lines.Keys.Concat(lines.Values.Select(line => line.Peek("mergedInto")).OfType<string>()).Distinct().Chunk(BatchSize))
        {
            foreach (var note in await db.HarvestNotes.IgnoreQueryFilters().Where(note => some.Contains(note.Key)).Include(note => note.Event).ToListAsync(cancel))
                known.Add(note.Key, note);
        }
        return known;
    }
}
