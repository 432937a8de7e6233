using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events;

/// <summary>Events in import and export files: who comes, in order, and the world café in use. Plans that are not in use are left out, and who made an event is.</summary>
internal sealed class EventLines : LineKind
{
    /// <summary>How many events are read at once: each may have thousands of seats.</summary>
    private const int BatchSize = 20;

    private static readonly FieldNames AttendanceNames = new("a team that comes", ["team", "joinedAt", "waits"]);

    private static readonly TextRule ProgrammeName = ProgrammeRules.Name with { Field = "programme", Required = false };

    public override string Name => "event";

    public override FieldNames Names { get; } = new(
        "an event", ["key", "name", "programme", "description", "startsAt", "endsAt", "place", "capacity", "publishedAt", "cancelledAt", "createdAt"], "kind", "attendance", "cafe");

    public override async Task<int> WriteAsync(EquityDbContext db, LineWriter lines, CancellationToken cancel)
    {
        var programmes = new NamedRows<Programme>(await db.Programmes.AsNoTracking().ToListAsync(cancel), programme => programme.Key, programme => programme.Name);
        return await WriteBatchesAsync(lines, async after =>
        {
            var batch = await WithAll(db.Events.Where(gathering => gathering.Key.CompareTo(after) > 0).OrderBy(gathering => gathering.Key).Take(BatchSize)).Include(gathering => gathering.Programme).AsNoTracking().ToListAsync(cancel);
            batch.ForEach(gathering => Write(gathering, lines, programmes));
            return batch;
        }, cancel);
    }

    public override async Task MergeAsync(IReadOnlyDictionary<string, Fields> lines, LineMerge merge, CancellationToken cancel)
    {
        await merge.KnowAllTeamsAsync(cancel);
        var keys = merge.HoldsAnything ? await CafeLines.KeysAsync(merge.Db, cancel) : [];
        foreach (var some in lines.Chunk(BatchSize))
        {
            var named = some.Select(line => line.Key).ToList();
            // One that was deleted is brought back: what is known of it must not fall to a new one.
            var known = merge.HoldsAnything ? await WithAll(merge.Db.Events.IgnoreQueryFilters().Where(gathering => named.Contains(gathering.Key))).ToListAsync(cancel) : [];
            foreach (var (key, fields) in some)
                Merge(fields, known.Where(gathering => gathering.Key == key).OrderBy(gathering => gathering.DeletedAt is not null).ThenByDescending(gathering => gathering.Id).FirstOrDefault(), key, merge, keys);
        }
    }

    private static IQueryable<Event> WithAll(IQueryable<Event> events) => events
        .Include(gathering => gathering.Attendance.OrderBy(there => there.Id)).ThenInclude(there => there.Team)
        .Include(gathering => gathering.Cafes.Where(cafe => cafe.Status != CafeStatus.Planned)).ThenInclude(cafe => cafe.Rounds).ThenInclude(round => round.Seats).ThenInclude(seat => seat.Team)
        .AsSplitQuery();

    private static void Write(Event gathering, LineWriter lines, NamedRows<Programme> programmes)
    {
        lines.Begin("event");
        lines.Text("key", gathering.Key);
        lines.Text("name", gathering.Name);
        lines.Text("programme", gathering.Programme is { } programme ? programmes.ReferenceTo(programmes.Find(programme.Key)!) : null);
        lines.Text("description", gathering.Description);
        lines.Instant("startsAt", gathering.StartsAt);
        lines.Instant("endsAt", gathering.EndsAt);
        lines.Text("place", gathering.Place);
        lines.Number("capacity", gathering.Capacity);
        lines.Instant("publishedAt", gathering.PublishedAt);
        lines.Instant("cancelledAt", gathering.CancelledAt);
        lines.Instant("createdAt", gathering.CreatedAt);
        lines.List("attendance", gathering.Attendance.OrderBy(there => there.Id), there =>
        {
            lines.Text("team", there.Team!.Key);
            lines.Instant("joinedAt", there.JoinedAt);
            lines.Flag("waits", there.Waits);
        });
        lines.Object("cafe", gathering.Cafes.SingleOrDefault(), cafe => CafeLines.Write(cafe, lines));
        lines.End(gathering.Key);
    }

    private static void Merge(Fields fields, Event? known, string key, LineMerge merge, HashSet<string> keys)
    {
        var gathering = known ?? new Event { Key = key, Name = "", CreatedAt = merge.Run.Now };
        gathering.DeletedAt = null;
        MergeOwn(fields, gathering, merge);
        merge.Know(gathering);
        if (known is null)
            merge.Run.Later(() => merge.Db.Add(gathering));
        MergeAttendance(fields, gathering, merge);
        if (fields.Object("cafe") is { } cafe)
            CafeLines.Merge(new Fields(cafe, CafeLines.Names, merge.Run.Problems), gathering, merge, keys);
    }

    private static void MergeOwn(Fields fields, Event gathering, LineMerge merge)
    {
        fields.Text(EventRules.Name, name => gathering.Name = name!);
        fields.Text(ProgrammeName, name => (gathering.Programme, gathering.ProgrammeId) = name is null ? (null, null) : (merge.Programme(name), gathering.ProgrammeId));
        fields.Text(EventRules.Description, description => gathering.Description = description);
        fields.Instant("startsAt", at => gathering.StartsAt = at);
        if (gathering.StartsAt == default)
            fields.Problem("startsAt", "is required");
        fields.OptionalInstant("endsAt", at => gathering.EndsAt = at);
        if (gathering.EndsAt <= gathering.StartsAt)
            fields.Problem("endsAt", "must be later than startsAt");
        fields.Text(EventRules.Place, place => gathering.Place = place);
        fields.Number(EventRules.Capacity, capacity => gathering.Capacity = (int?)capacity ?? EventRules.DefaultCapacity);
        fields.OptionalInstant("publishedAt", at => gathering.PublishedAt = at);
        fields.OptionalInstant("cancelledAt", at => gathering.CancelledAt = at);
        fields.Instant("createdAt", at => gathering.CreatedAt = at);
    }

    /// <summary>Who is new comes after who is there, in the order of the list.</summary>
    private static void MergeAttendance(Fields fields, Event gathering, LineMerge merge)
    {
        var all = gathering.Attendance.ToDictionary(there => there.Team!);
        var listed = new HashSet<Team>();
        foreach (var one in fields.Objects("attendance") ?? [])
        {
            var item = new Fields(one, AttendanceNames, merge.Run.Problems);
            if (merge.Team(item, "team") is not { } team)
                continue;
            if (!listed.Add(team))
                item.Problem("team", $"is {Written.Quoted(team.Key)}, as earlier in the list; write each team once");
            if (!all.TryGetValue(team, out var there))
            {
                all.Add(team, there = new Attendance { Key = Key.From($"{team.Key} at {gathering.Key}"), Team = team, JoinedAt = merge.Run.Now });
                merge.Run.Later(() => gathering.Attendance.Add(there));
            }
            item.Instant("joinedAt", at => there.JoinedAt = at);
            item.Flag("waits", waits => there.Waits = waits ?? false);
        }
        if (all.Values.Count(there => !there.Waits) > EventRules.DefaultCapacity || all.Values.Count(there => there.Waits) > EventRules.MostWaiting)
            fields.Problem("attendance", $"is too long with those in the database; at most {EventRules.DefaultCapacity} teams come and {EventRules.MostWaiting} wait");
    }
}
