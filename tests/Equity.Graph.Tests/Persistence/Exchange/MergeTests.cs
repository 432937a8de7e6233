using Equity.Graph.Auth;
using Equity.Graph.Inequities;
using Equity.Graph.Persistence;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>What importing does to what is there already.</summary>
public class MergeTests
{
    [Fact]
    public async Task Importing_twice_changes_nothing()
    {
        using var exchange = await Exchange.StartAsync();
        var demo = await File.ReadAllTextAsync(Repository.Path("src", "Equity.Graph", "Persistence", "Demo", "community.jsonl"));
        await exchange.StoreAsync(demo);
        var (before, counts) = (await VersionsAsync(exchange), await exchange.CountAsync());
        exchange.Time.Advance(TimeSpan.FromDays(1));
        var report = await exchange.StoreAsync(demo);
        Assert.Equal((0, 0, 48), (report.Counts.TeamsNew, report.Counts.TeamsChanged, report.Counts.TeamsUnchanged));
        Assert.Empty(report.Remarks);
        Assert.Equal(before, await VersionsAsync(exchange));
        Assert.Equal(counts, await exchange.CountAsync());
    }

    [Fact]
    public async Task A_new_team_is_published_and_recorded_now()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync("""{"key":"a","name":"A","service":"S","stage":"FORMING","asks":["Help"],"offers":["Tea"],"inequities":[{"title":"T","dimension":"AGE","population":"P"}],"learning":[{"kind":"ADVICE","title":"L","body":"B"}]}""");
        var team = await exchange.ReadTeamAsync("a");
        var now = exchange.Time.GetUtcNow().UtcDateTime;
        Assert.Equal((now, now, now, 1, TeamRules.DefaultFriendCapacity), (team.CreatedAt, team.PublishedAt, team.UpdatedAt, team.Version, team.FriendCapacity));
        Assert.Equal([now, now, now, now], [team.Asks[0].CreatedAt, team.Offers[0].CreatedAt, team.Inequities[0].CreatedAt, team.Learning[0].SharedAt]);
        Assert.Equal((AskStatus.Open, true, InequityStatus.BeingTackled), (team.Asks[0].Status, team.Offers[0].Available, team.Inequities[0].Status));
        Assert.Equal(("help", "tea", "t", "l"), (team.Asks[0].Key, team.Offers[0].Key, team.Inequities[0].Key, team.Learning[0].Key));
    }

    [Fact]
    public async Task A_changed_line_changes_that_team_and_no_other()
    {
        using var exchange = await Exchange.StartAsync();
        var other = """{"key":"other","name":"Other","service":"Dental","stage":"FORMING"}""";
        await exchange.StoreAsync($"{Exchange.Team}\n{other}");
        var report = await exchange.StoreAsync($"{Exchange.Team.Replace("FORMING", "TESTING", StringComparison.Ordinal)}\n{other}");
        Assert.Equal((0, 1, 1), (report.Counts.TeamsNew, report.Counts.TeamsChanged, report.Counts.TeamsUnchanged));
        Assert.Equal((2, Stage.Testing), ((await exchange.ReadTeamAsync()).Version, (await exchange.ReadTeamAsync()).Stage));
        Assert.Equal(1, (await exchange.ReadTeamAsync("other")).Version);
    }

    [Fact]
    public async Task What_is_absent_is_kept_and_null_clears_it()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Line(""" "locality":"North","organisation":"Trust","programme":"P","phase":2,"involvement":"BIG_I","progressScore":2.5,"friendCapacity":5,"pausedUntil":"2027-01-31","createdAt":"2025-01-01T00:00:00+01:00" """));
        await exchange.StoreAsync(Exchange.Team);
        var kept = await exchange.ReadTeamAsync();
        Assert.Equal(("North", "Trust", "P", 2, Involvement.BigI, 2.5, 5), (kept.Locality, kept.Organisation!.Name, kept.Programme!.Name, kept.Phase, kept.Involvement, kept.ProgressScore, kept.FriendCapacity));
        Assert.Equal((new DateOnly(2027, 1, 31), new DateTime(2024, 12, 31, 23, 0, 0, DateTimeKind.Utc), 1), (kept.PausedUntil, kept.CreatedAt, kept.Version));
        await exchange.StoreAsync(Line(""" "locality":null,"organisation":null,"programme":null,"phase":null,"involvement":null,"progressScore":null,"friendCapacity":null,"pausedUntil":null,"createdAt":null """));
        var cleared = await exchange.ReadTeamAsync();
        Assert.Equal((null, null, null, null, null, null, TeamRules.DefaultFriendCapacity), (cleared.Locality, cleared.Organisation, cleared.Programme, cleared.Phase, cleared.Involvement, cleared.ProgressScore, cleared.FriendCapacity));
        Assert.Equal((null, kept.CreatedAt, 2), (cleared.PausedUntil, cleared.CreatedAt, cleared.Version));
    }

    [Fact]
    public async Task A_child_with_the_same_key_is_changed()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Line(""" "asks":[{"key":"rooms","text":"Where do you meet?"}] """));
        await exchange.StoreAsync(Line(""" "asks":[{"key":"rooms","text":"Where do you meet now?","status":"ANSWERED"}] """));
        var ask = Assert.Single((await exchange.ReadTeamAsync()).Asks);
        Assert.Equal(("Where do you meet now?", AskStatus.Answered, 2), (ask.Text, ask.Status, ask.Version));
        Assert.Equal(1, (await exchange.ReadTeamAsync()).Version);
    }

    [Fact]
    public async Task A_child_that_the_line_leaves_out_is_kept_and_reported()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Line(""" "asks":["One","Two","Three"],"offers":["Tea"] """));
        var report = await exchange.StoreAsync("\n\n" + Line(""" "asks":["Two"] """));
        Assert.Equal("teams.jsonl:3: asks: 2 are in the database and not in the file (\"one\", \"three\"); they are kept. Write \"remove\": true to delete them.", Assert.Single(report.Remarks));
        Assert.Equal(3, (await exchange.ReadTeamAsync()).Asks.Count);
    }

    [Fact]
    public async Task Only_remove_deletes_a_child()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Line(""" "asks":["One","Two"],"members":[{"role":"CARER"}],"inequities":[{"key":"i","title":"T","dimension":"AGE","population":"P"}],"learning":[{"key":"l","kind":"ADVICE","title":"L","body":"B","inequity":"i"}] """));
        var changes = (await exchange.CountAsync()).Changes;
        var report = await exchange.StoreAsync(Line(""" "asks":[{"text":"One","remove":true},"Two",{"key":"never-there","remove":true}],"members":[{"key":"carer","remove":true}],"inequities":[{"key":"i","remove":true}] """));
        var team = await exchange.ReadTeamAsync();
        Assert.Equal(("two", 0, 0, 1), (Assert.Single(team.Asks).Key, team.Members.Count, team.Inequities.Count, team.Learning.Count));
        Assert.Null(team.Learning[0].Inequity);
        Assert.Equal((3, 1, 0), (report.Counts.Removed, report.Counts.TeamsChanged, report.Remarks.Count));
        Assert.Equal(changes + 1, (await exchange.CountAsync()).Changes);
    }

    [Fact]
    public async Task Learning_names_an_inequity_of_its_team()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Line(""" "learning":[{"kind":"ADVICE","title":"L","body":"B","inequity":"buses"}],"inequities":[{"key":"buses","title":"T","dimension":"GEOGRAPHY","population":"P"}] """));
        Assert.Equal("buses", (await exchange.ReadTeamAsync()).Learning[0].Inequity!.Key);
        var wrong = await exchange.ImportAsync(Line(""" "learning":[{"kind":"ADVICE","title":"L","body":"B","inequity":"busses"}] """));
        Assert.Equal("teams.jsonl:1: learning[0].inequity: is \"busses\", which is the key of no inequity of this team; did you mean buses?", Assert.Single(wrong.Problems));
        var removed = await exchange.ImportAsync(Line(""" "learning":[{"kind":"ADVICE","title":"L","body":"B","inequity":"buses"}],"inequities":[{"key":"buses","remove":true}] """));
        Assert.Equal("teams.jsonl:1: learning[0].inequity: is \"buses\", which is the key of no inequity of this team", Assert.Single(removed.Problems));
    }

    [Fact]
    public async Task Two_children_with_one_text_get_two_keys_each_time_the_same()
    {
        using var exchange = await Exchange.StartAsync();
        var line = Line(""" "asks":["Help","Help",{"key":"help-2","text":"Other"}],"members":[{"role":"CARER","name":"Ann"},{"role":"CARER","name":"Bo"}] """);
        await exchange.StoreAsync(line);
        Assert.Equal((0, 1), ((await exchange.StoreAsync(line)).Counts.TeamsChanged, (await exchange.ReadTeamAsync()).Version));
        var team = await exchange.ReadTeamAsync();
        Assert.Equal(["help", "help-2", "help-3"], team.Asks.Select(a => a.Key).Order());
        Assert.Equal(["carer", "carer-2"], team.Members.Select(m => m.Key).Order());
    }

    [Fact]
    public async Task Programmes_and_teams_come_in_any_order()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync($$"""
            {{Line(""" "programme":"Pursuing Equity","phase":3 """)}}
            {"key":"b","name":"B","service":"S","stage":"FORMING","programme":"pe","phase":1}
            {"kind":"programme","key":"pe","name":"Pursuing Equity","sharedAim":"Halve the gap","phases":[{"number":1,"name":"One"}]}
            {"kind":"team","key":"c","name":"C","service":"S","stage":"FORMING","programme":"Another"}
            """);
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        var programmes = await db.Programmes.Include(p => p.Phases).OrderBy(p => p.Key).ToListAsync();
        Assert.Equal([("another", "Another", null), ("pe", "Pursuing Equity", "Halve the gap")], programmes.Select(p => (p.Key, p.Name, p.SharedAim)));
        Assert.Equal([(1, "One"), (3, null)], programmes[1].Phases.OrderBy(p => p.Number).Select(p => (p.Number, p.Name)));
        Assert.Equal(["another", "pe", "pe"], (await db.Teams.Select(t => t.Programme!.Key).ToListAsync()).Order());
    }

    [Fact]
    public async Task A_programme_line_changes_what_it_gives()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync("""{"kind":"programme","key":"p","name":"P","sharedAim":"A","phases":[{"number":1,"name":"One"},{"number":2}]}""");
        await exchange.StoreAsync("""{"kind":"programme","key":"p","name":"Q","phases":[{"number":2,"name":"Two"}]}""");
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        var programme = await db.Programmes.Include(p => p.Phases).SingleAsync();
        Assert.Equal(("Q", "A"), (programme.Name, programme.SharedAim));
        Assert.Equal([(1, "One"), (2, "Two")], programme.Phases.OrderBy(p => p.Number).Select(p => (p.Number, p.Name)));
        var report = await exchange.ImportAsync("""{"kind":"programme","key":"p","name":"Q"}""" + "\n" + """{"kind":"programme","key":"p","name":"R"}""");
        Assert.Equal("teams.jsonl:2: key: is \"p\", as in teams.jsonl:1; write all that belongs to one key in one line", Assert.Single(report.Problems));
    }

    [Fact]
    public async Task An_organisation_is_one_however_its_name_is_spelt()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync($$"""
            {"key":"a","name":"A","service":"S","stage":"FORMING","organisation":"Saltway Trust"}
            {"key":"b","name":"B","service":"S","stage":"FORMING","organisation":"saltway trust"}
            {"key":"c","name":"C","service":"S","stage":"FORMING","organisation":"saltway-trust"}
            """);
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        Assert.Equal("Saltway Trust", (await db.Organisations.SingleAsync()).Name);
        Assert.Equal(3, await db.Teams.CountAsync(t => t.Organisation!.Key == "saltway-trust"));
    }

    [Fact]
    public async Task A_team_beyond_the_co_production_gate_without_service_users_is_flagged_and_stored()
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.StoreAsync("""
            {"key":"a","name":"A","service":"S","stage":"TESTING","involvement":"BIG_I","members":[{"role":"CLINICIAN"}]}
            {"key":"b","name":"B","service":"S","stage":"SHARING","involvement":"LITTLE_I","members":[{"role":"CARER"}]}
            {"key":"c","name":"C","service":"S","stage":"IMPLEMENTING","coProductionPlan":"By May"}
            {"key":"d","name":"D","service":"S","stage":"DESIGNING"}
            """);
        Assert.StartsWith("teams.jsonl:1: stage: from TESTING on, a team has a SERVICE_USER or CARER", Assert.Single(report.Remarks), StringComparison.Ordinal);
        Assert.Equal(4, (await exchange.CountAsync()).Teams);
    }

    [Fact]
    public async Task A_dry_run_reports_the_same_and_stores_nothing()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Line(""" "asks":["One"] """));
        var line = Line(""" "asks":["Two"] """).Replace("FORMING", "TESTING", StringComparison.Ordinal) + "\n" + """{"key":"b","name":"B","service":"S","stage":"FORMING"}""";
        var checkedOnly = await exchange.ImportAsync(line, dryRun: true);
        Assert.Equal((1, 1, 1), ((await exchange.CountAsync()).Teams, (await exchange.ReadTeamAsync()).Version, (await exchange.ReadTeamAsync()).Asks.Count));
        var stored = await exchange.StoreAsync(line);
        Assert.Equal((stored.Counts, false, true), (checkedOnly.Counts, checkedOnly.Stored, stored.Stored));
        Assert.Equal(stored.Remarks, checkedOnly.Remarks);
    }

    private static string Line(string fields) => $"{Exchange.Team[..^1]},{fields.Trim()}}}";

    private static async Task<string> VersionsAsync(Exchange exchange)
    {
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        var teams = await db.Teams.OrderBy(t => t.Id).Select(t => new { t.Id, t.Version, t.UpdatedAt }).ToListAsync();
        var inequities = await db.Inequities.OrderBy(t => t.Id).Select(t => new { t.Id, t.Version, t.UpdatedAt }).ToListAsync();
        var learning = await db.Learning.OrderBy(t => t.Id).Select(t => new { t.Id, t.Version, t.UpdatedAt }).ToListAsync();
        var asks = await db.Asks.OrderBy(t => t.Id).Select(t => new { t.Id, t.Version, t.UpdatedAt }).ToListAsync();
        var offers = await db.Offers.OrderBy(t => t.Id).Select(t => new { t.Id, t.Version, t.UpdatedAt }).ToListAsync();
        return string.Join('\n', [.. teams, .. inequities, .. learning, .. asks, .. offers]);
    }
}
