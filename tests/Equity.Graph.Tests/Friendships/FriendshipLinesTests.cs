using Equity.Graph.Auth;
using Equity.Graph.Friendships;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;
using ExchangeFolder = Equity.Graph.Tests.Persistence.Exchange.Exchange;

namespace Equity.Graph.Tests.Friendships;

/// <summary>Friendships go out and come in as lines, beside teams.</summary>
public class FriendshipLinesTests
{
    private const string Teams = """
        {"key":"one","name":"One","service":"S","stage":"FORMING","friendCapacity":3,"createdAt":"2025-03-01T10:00:00Z"}
        {"key":"two","name":"Two","service":"S","stage":"FORMING","friendCapacity":3,"createdAt":"2025-03-01T10:00:00Z"}

        """;

    private const string Friends = """
        {"kind":"friendship","key":"one-and-two","from":"one","to":"two","status":"ACCEPTED","message":"Shall we?","purpose":"To start well","workingDays":5,"boundaries":"Between us.","proposedAt":"2026-03-01T10:00:00Z","answerBy":"2026-03-15T10:00:00Z","answeredAt":"2026-03-02T10:00:00Z","nextCheckIn":"2026-12-01","askedAbout":"2026-11-01","checkIns":[{"key":"check-in","team":"two","met":"YES","helped":4,"note":"A good talk.","noteFor":"LEADS","at":"2026-11-01T10:00:00.5Z"}]}
        {"kind":"friendship","key":"two-and-one","from":"two","to":"one","status":"DECLINED","declineReason":"No time.","proposedAt":"2026-01-01T10:00:00Z","answerBy":"2026-01-15T10:00:00Z","answeredAt":"2026-01-02T10:00:00Z","closedAt":"2026-01-02T10:00:00Z"}

        """;

    [Fact]
    public async Task Friendships_come_back_as_they_were_whatever_the_order_of_lines_and_a_second_time_nothing_changes()
    {
        using var exchange = await ExchangeFolder.StartAsync();
        var first = await exchange.StoreAsync(Friends + Teams);
        Assert.EndsWith(" 2 friendships.", first.Counts.ToString(), StringComparison.Ordinal);
        Assert.Equal(Teams + Friends, await exchange.ExportAsync());
        await exchange.StoreAsync(await exchange.ExportAsync());
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        Assert.All(await db.Friendships.ToListAsync(), friendship => Assert.Equal((1, Friendship.PairOf(friendship.FromId, friendship.ToId)), (friendship.Version, friendship.Pair)));
        Assert.Equal(2, await db.Audit.CountAsync(entry => entry.Kind == "Friendship"));
    }

    [Fact]
    public async Task The_first_import_makes_the_database_for_them_too()
    {
        using var exchange = ExchangeFolder.WithoutDatabase();
        await exchange.StoreAsync(Friends + Teams);
        Assert.Equal(Teams + Friends, await exchange.ExportAsync());
    }

    [Fact]
    public async Task How_friends_reach_each_other_never_leaves_and_goes_when_a_line_ends_the_friendship()
    {
        using var exchange = await ExchangeFolder.StartAsync();
        await exchange.StoreAsync(Teams + Friends);
        await using (var db = await exchange.Contexts.OpenAsync(Viewer.System))
        {
            var friendship = await db.Friendships.SingleAsync(row => row.Key == "one-and-two");
            db.Add(new FriendContact { FriendshipId = friendship.Id, TeamId = friendship.FromId, PersonId = await People.KnownAsync(db, new Viewer { Identity = new("here", "somebody", null, null) }, DateTime.UnixEpoch, default), How = "Ring 4711" });
            await db.SaveChangesAsync();
        }
        Assert.DoesNotContain("4711", await exchange.ExportAsync(), StringComparison.Ordinal);
        await exchange.StoreAsync("""{"kind":"friendship","key":"one-and-two","from":"one","to":"two","status":"ENDED","closedAt":"2026-10-31T09:00:00Z"}""");
        await using var after = await exchange.Contexts.OpenAsync(Viewer.System);
        Assert.Equal(0, await after.Set<FriendContact>().IgnoreQueryFilters().CountAsync());
        var ended = await after.Friendships.IgnoreQueryFilters().Include(row => row.CheckIns).SingleAsync(row => row.Key == "one-and-two");
        // What the line leaves out is kept.
        Assert.Equal((FriendshipStatus.Ended, "Shall we?", 1, 2), (ended.Status, ended.Message, ended.CheckIns.Count, ended.Version));
    }

    [Theory]
    [InlineData("""{"kind":"friendship","key":"x","from":"one","to":"nobody","status":"PROPOSED","answerBy":"2026-12-01T10:00:00Z"}""", "teams.jsonl:3: to: is \"nobody\", which is the key of no team in the input or in the database. Correct the key, or add the team's line")]
    [InlineData("""{"kind":"friendship","key":"x","from":"one","to":"one","status":"PROPOSED","answerBy":"2026-12-01T10:00:00Z"}""", "teams.jsonl:3: to: is the same team as from; a friend to call on is another one")]
    [InlineData("""{"kind":"friendship","key":"x","from":"one","to":"two","status":"PROPOSED"}""", "teams.jsonl:3: answerBy: is required")]
    [InlineData("""{"kind":"friendship","key":"x","from":"one","to":"two","status":"MARRIED","answerBy":"2026-12-01T10:00:00Z"}""", "teams.jsonl:3: status: is \"MARRIED\"")]
    [InlineData("""{"kind":"friendship","key":"x","from":"one","to":"two","status":"PROPOSED","answerBy":"2026-12-01T10:00:00Z","message":"Ring me on 07700 900123"}""", "teams.jsonl:3: message:")]
    [InlineData("""{"kind":"friendship","key":"x","from":"one","to":"two","status":"PROPOSED","answerBy":"2026-12-01T10:00:00Z","contacts":"4711"}""", "teams.jsonl:3: contacts: is no field of a friendship")]
    [InlineData("""{"kind":"freindship","key":"x"}""", "teams.jsonl:3: kind: is \"freindship\"; the kinds of line are team, programme, stageLeft, friendship")]
    public async Task A_line_that_is_wrong_is_refused_with_its_number_and_what_to_do_and_nothing_is_stored(string line, string problem)
    {
        using var exchange = await ExchangeFolder.StartAsync();
        var report = await exchange.ImportAsync(Teams + line);
        Assert.StartsWith(problem, Assert.Single(report.Problems), StringComparison.Ordinal);
        Assert.Equal(0, (await exchange.CountAsync()).Teams);
    }

    [Fact]
    public async Task A_pair_has_one_open_friendship_also_when_lines_say_otherwise()
    {
        using var exchange = await ExchangeFolder.StartAsync();
        await exchange.StoreAsync(Teams + Friends);
        const string second = """{"kind":"friendship","key":"again","from":"two","to":"one","status":"PROPOSED","answerBy":"2026-12-01T10:00:00Z"}""";
        Assert.StartsWith("teams.jsonl:1: status: makes it a second open friendship of the two teams, beside \"one-and-two\"", Assert.Single((await exchange.ImportAsync(second)).Problems), StringComparison.Ordinal);
        // Once a line ends the first, another may open.
        await exchange.StoreAsync(second + "\n" + """{"kind":"friendship","key":"one-and-two","from":"one","to":"two","status":"ENDED"}""");
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        Assert.Equal("again", (await db.Friendships.SingleAsync(row => row.ClosedAt == null)).Key);
    }
}
