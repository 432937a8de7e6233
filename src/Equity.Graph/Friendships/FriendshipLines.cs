using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>
/// Friendships in import and export files, with their check-ins. How to reach the teams is never written: it is for the two alone. Nor is how well
/// the matcher found that they belong together, and why: that quotes texts as they were.
/// </summary>
internal sealed class FriendshipLines : LineKind
{
    /// <summary>How many friendships are read at once.</summary>
    private const int BatchSize = 500;

    private static readonly FieldNames CheckInNames = new("a check-in", ["key", "team", "met", "helped", "note", "noteFor", "at"]);

    /// <summary>What both wrote, when two proposals crossed.</summary>
    private static readonly TextRule Message = FriendshipRules.Message with { Max = (2 * FriendshipRules.Message.Max) + 2 };

    private static readonly TextRule DeclineReason = FriendshipRules.Reason with { Field = "declineReason" };

    public override string Name => "friendship";

    public override FieldNames Names { get; } = new(
        "a friendship",
        [
            "key", "from", "to", "status", "message", "purpose", "workingDays", "boundaries", "declineReason", "proposedAt", "answerBy", "answeredAt", "closedAt",
            "nextCheckIn", "askedAbout",
        ],
        "kind", "checkIns");

    public override Task<int> WriteAsync(EquityDbContext db, LineWriter lines, CancellationToken cancel) => WriteBatchesAsync(lines, async after =>
    {
        // What is said at check-ins is hidden from everybody but the two teams and their leads, and is written all the same.
        var batch = await db.Friendships.IgnoreQueryFilters().AsNoTracking().Where(friendship => friendship.Key.CompareTo(after) > 0 && friendship.From!.DeletedAt == null && friendship.To!.DeletedAt == null).OrderBy(friendship => friendship.Key).Take(BatchSize)
            .Include(friendship => friendship.From).Include(friendship => friendship.To).Include(friendship => friendship.CheckIns).ThenInclude(checkIn => checkIn.Team).AsSplitQuery().ToListAsync(cancel);
        batch.ForEach(friendship => Write(friendship, lines));
        return batch;
    }, cancel);

    public override async Task MergeAsync(IReadOnlyDictionary<string, Fields> lines, LineMerge merge, CancellationToken cancel)
    {
        await merge.KnowTeamsAsync(lines.Values.SelectMany(line => new[] { line.Peek("from"), line.Peek("to") }), cancel);
        var known = merge.HoldsAnything ? await KnownAsync(merge.Db, [.. lines.Keys], cancel) : [];
        var open = merge.HoldsAnything ? await OpenAsync(merge.Db, lines, cancel) : [];
        foreach (var (key, fields) in lines)
        {
            if (merge.Team(fields, "from") is var from && merge.Team(fields, "to") is { } to && from is not null)
                Merge(fields, known.GetValueOrDefault(key) ?? new Friendship { Key = key, Pair = "", From = from, To = to, ProposedAt = merge.Run.Now }, from, to, merge, open);
        }
    }

    private static void Write(Friendship friendship, LineWriter lines)
    {
        lines.Begin("friendship");
        lines.Text("key", friendship.Key);
        lines.Text("from", friendship.From!.Key);
        lines.Text("to", friendship.To!.Key);
        lines.Choice("status", (FriendshipStatus?)friendship.Status);
        lines.Text("message", friendship.Message);
        lines.Text("purpose", friendship.Purpose);
        lines.Number("workingDays", friendship.WorkingDays);
        lines.Text("boundaries", friendship.Boundaries);
        lines.Text("declineReason", friendship.DeclineReason);
        lines.Instant("proposedAt", friendship.ProposedAt);
        lines.Instant("answerBy", friendship.AnswerBy);
        lines.Instant("answeredAt", friendship.AnsweredAt);
        lines.Instant("closedAt", friendship.ClosedAt);
        lines.Day("nextCheckIn", friendship.NextCheckIn);
        lines.Day("askedAbout", friendship.AskedAbout);
        lines.List("checkIns", friendship.CheckIns.OrderBy(checkIn => checkIn.Key, StringComparer.Ordinal), checkIn =>
        {
            lines.Text("key", checkIn.Key);
            lines.Text("team", checkIn.Team!.Key);
            lines.Choice("met", (Met?)checkIn.Met);
            lines.Number("helped", checkIn.Helped);
            lines.Text("note", checkIn.Note);
            lines.Choice("noteFor", (NoteFor?)checkIn.NoteFor);
            lines.Instant("at", checkIn.At);
        });
        lines.End(friendship.Key);
    }

    private static void Merge(Fields fields, Friendship friendship, Team from, Team to, LineMerge merge, Dictionary<(string, string), string> open)
    {
        if (from == to)
            fields.Problem("to", "is the same team as from; a friend to call on is another one");
        if (friendship.From != from || friendship.To != to)
            fields.Problem("key", $"is {Written.Quoted(friendship.Key)}, which is a friendship of other teams in the database; give this one another key");
        MergeOwn(fields, friendship, merge.Run);
        if (friendship.ClosedAt is null && !open.TryAdd(PairOf(from.Key, to.Key), friendship.Key))
            fields.Problem("status", $"makes it a second open friendship of the two teams, beside {Written.Quoted(open[PairOf(from.Key, to.Key)])}; end one of them");
        foreach (var checkIn in fields.Objects("checkIns") ?? [])
            MergeCheckIn(new Fields(checkIn, CheckInNames, merge.Run.Problems), friendship, merge);
        // A pair is made of the numbers of teams, which new ones have when they are stored.
        if (friendship.Id == 0)
            merge.Run.Later(() =>
            {
                (friendship.Pair, friendship.FromId, friendship.ToId) = (Friendship.PairOf(from.Id, to.Id), from.Id, to.Id);
                merge.Db.Add(friendship);
            });
    }

    private static void MergeOwn(Fields fields, Friendship friendship, ImportRun run)
    {
        fields.Choice<FriendshipStatus>("status", status => friendship.Status = status!.Value, required: true);
        fields.Text(Message, text => friendship.Message = text);
        fields.Text(FriendshipRules.Purpose, text => friendship.Purpose = text);
        fields.Number(FriendshipRules.WorkingDays, days => friendship.WorkingDays = (int?)days);
        fields.Text(FriendshipRules.Boundaries, text => friendship.Boundaries = text);
        fields.Text(DeclineReason, text => friendship.DeclineReason = text);
        fields.Instant("proposedAt", at => friendship.ProposedAt = at);
        fields.Instant("answerBy", at => friendship.AnswerBy = at);
        if (friendship.AnswerBy == default)
            fields.Problem("answerBy", "is required");
        fields.Instant("answeredAt", at => friendship.AnsweredAt = at);
        fields.Instant("closedAt", at => friendship.ClosedAt = at);
        fields.Day("nextCheckIn", day => friendship.NextCheckIn = day);
        fields.Day("askedAbout", day => friendship.AskedAbout = day);
        if (friendship.Status is FriendshipStatus.Proposed or FriendshipStatus.Accepted)
            friendship.ClosedAt = null;
        else
            // How to reach each other goes with it.
            friendship.Close(friendship.Status, friendship.ClosedAt ?? friendship.AnsweredAt ?? run.Now);
    }

    private static void MergeCheckIn(Fields fields, Friendship friendship, LineMerge merge)
    {
        if (fields.Key(required: true) is not { } key || merge.Team(fields, "team") is not { } team)
            return;
        if (team != friendship.From && team != friendship.To)
            fields.Problem("team", $"is {Written.Quoted(team.Key)}, which is none of the two");
        if (friendship.CheckIns.Find(known => known.Key == key) is not { } checkIn)
            friendship.CheckIns.Add(checkIn = new CheckIn { Key = key, At = merge.Run.Now });
        if (checkIn.Team != team)
            checkIn.Team = team;
        fields.Choice<Met>("met", met => checkIn.Met = met!.Value, required: true);
        fields.Number(FriendshipRules.Helped, helped => checkIn.Helped = (int?)helped);
        fields.Text(FriendshipRules.Note, note => checkIn.Note = note);
        fields.Choice<NoteFor>("noteFor", noteFor => checkIn.NoteFor = noteFor ?? NoteFor.Nobody);
        fields.Instant("at", at => checkIn.At = at);
    }

    private static async Task<Dictionary<string, Friendship>> KnownAsync(EquityDbContext db, List<string> keys, CancellationToken cancel)
    {
        var known = new Dictionary<string, Friendship>();
        foreach (var some in keys.Chunk(BatchSize))
        {
            foreach (var friendship in await db.Friendships.IgnoreQueryFilters().Where(friendship => some.Contains(friendship.Key))
                .Include(friendship => friendship.From).Include(friendship => friendship.To).Include(friendship => friendship.Contacts).Include(friendship => friendship.CheckIns).AsSplitQuery().ToListAsync(cancel))
                known.Add(friendship.Key, friendship);
        }
        return known;
    }

    /// <summary>The open friendships of the database that no line tells of, by the keys of their teams.</summary>
    private static async Task<Dictionary<(string, string), string>> OpenAsync(EquityDbContext db, IReadOnlyDictionary<string, Fields> lines, CancellationToken cancel)
    {
        var rows = await db.Friendships.IgnoreQueryFilters().Where(friendship => friendship.ClosedAt == null)
            .Select(friendship => new { friendship.Key, From = friendship.From!.Key, To = friendship.To!.Key }).ToListAsync(cancel);
        return rows.Where(row => !lines.ContainsKey(row.Key)).ToDictionary(row => PairOf(row.From, row.To), row => row.Key);
    }

    private static (string, string) PairOf(string one, string other) => string.CompareOrdinal(one, other) < 0 ? (one, other) : (other, one);
}
