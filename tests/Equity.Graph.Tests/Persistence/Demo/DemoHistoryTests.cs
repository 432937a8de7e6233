using Equity.Graph.Execution;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Posters.Demo;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Persistence.Demo;

public class DemoHistoryTests(DemoHistoryTests.LivedIn host) : IClassFixture<DemoHistoryTests.LivedIn>
{
    [Fact]
    public async Task The_demo_has_friendships_of_every_status()
    {
        var teams = await host.DataAsync("{ teams(first: 100) { nodes { friendships(first: 10) { nodes { id status } } } } }");
        var statuses = teams.Nodes("teams").SelectMany(team => team.Nodes("friendships")).Select(one => (one.Text("id"), Status: one.Text("status"))).Distinct().ToList();
        Assert.Equal(11, statuses.Count);
        Assert.Equal(["ACCEPTED", "DECLINED", "ENDED", "EXPIRED", "PROPOSED", "WITHDRAWN"], statuses.Select(one => one.Status).Distinct().Order());
    }

    [Fact]
    public async Task One_gathering_is_over_and_one_can_be_joined()
    {
        var events = (await host.DataAsync("{ events { nodes { key startsAt openPlaces } } }", null, EquityHost.Visitor)).Nodes("events");
        var now = host.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal([true, false], events.OrderBy(each => each.At("startsAt").GetDateTime()).Select(each => each.At("startsAt").GetDateTime() < now));
        Assert.Equal(13, events.Single(each => each.Text("key") == "lifeboat-hall-gathering").At("openPlaces").GetInt32());
    }

    [Fact]
    public async Task Nineteen_teams_sat_at_five_tables_in_three_rounds_and_hosts_stayed()
    {
        var gathering = (await host.DataAsync("{ event(key: \"corn-hall-gathering\") { teams { key } cafe { status tables meetings repeatedMeetings rounds { startedAt tables { host { key } teams { key } } } } meetings { becameFriends } } }")).At("event");
        var guests = gathering.At("teams").EnumerateArray().Select(team => team.Text("key")).Order().ToList();
        Assert.Equal(19, guests.Count);
        Assert.Equal("OVER", gathering.At("cafe").Text("status"));
        var rounds = gathering.At("cafe", "rounds").EnumerateArray().Select(round => round.At("tables").EnumerateArray().ToList()).ToList();
        Assert.Equal(3, rounds.Count);
        Assert.All(rounds, round => Assert.Equal(guests, round.SelectMany(table => table.At("teams").EnumerateArray()).Select(team => team.Text("key")).Order()));
        Assert.All(rounds, round => Assert.Equal(rounds[0].Select(table => table.At("host").Text("key")), round.Select(table => table.At("host").Text("key"))));
        var pairs = rounds.SelectMany(round => round).SelectMany(table => Pairs([.. table.At("teams").EnumerateArray().Select(team => team.Text("key")).Order(StringComparer.Ordinal)])).ToList();
        Assert.Equal((pairs.Distinct().Count(), pairs.Count - pairs.Distinct().Count()), (gathering.At("cafe", "meetings").GetInt32(), gathering.At("cafe", "repeatedMeetings").GetInt32()));
        Assert.Equal(4, gathering.At("meetings", "becameFriends").GetInt32());
    }

    [Fact]
    public async Task What_was_heard_is_learning_of_the_teams_whose_idea_it_was()
    {
        var gathering = (await host.DataAsync("{ event(key: \"corn-hall-gathering\") { harvest(first: 20) { nodes { title heardAtEvent { key } } } panel { open advice questions(first: 20) { nodes { votes answers { text } } } } } }")).At("event");
        Assert.Equal(8, gathering.Nodes("harvest").Count);
        Assert.All(gathering.Nodes("harvest"), learning => Assert.Equal("corn-hall-gathering", learning.At("heardAtEvent").Text("key")));
        Assert.Equal(3, gathering.At("panel", "advice").GetArrayLength());
        Assert.Equal([9, 7, 6, 6, 5, 4, 2], gathering.At("panel").Nodes("questions").Select(question => question.At("votes").GetInt32()));
        await using var db = await host.OpenAsync();
        Assert.Equal(39, await db.PanelVotes.IgnoreQueryFilters().CountAsync());
    }

    [Fact]
    public async Task Notes_were_written_by_teams_at_their_table_and_heard_from_teams_that_came()
    {
        await using var db = await host.OpenAsync();
        var notes = await db.HarvestNotes.ToListAsync();
        Assert.Equal(11, notes.Count);
        foreach (var note in notes)
        {
            Assert.True(await db.CafeSeats.AnyAsync(seat => seat.Round!.Number == note.Round && seat.Table == note.Table && seat.TeamId == note.WrittenById), note.Text);
            Assert.True(await db.Attendance.AnyAsync(there => there.EventId == note.EventId && there.TeamId == note.FromId), note.Text);
            Assert.Equal(note.MergedIntoId is null, note.LearningId is not null);
        }
    }

    [Fact]
    public async Task A_video_has_a_transcript_and_posters_have_words_for_who_cannot_see_them()
    {
        var gallery = (await host.DataAsync(Operations.Text("EventGallery"), new { key = "corn-hall-gathering" }, EquityHost.Visitor)).At("event");
        Assert.NotEmpty(Assert.Single(gallery.At("videos").EnumerateArray()).Text("transcript"));
        Assert.Equal(6, gallery.At("posters").GetArrayLength());
        Assert.All(gallery.At("posters").EnumerateArray(), poster => Assert.NotEmpty(poster.Text("altText")));
    }

    [Theory]
    [InlineData("amina")]
    [InlineData("tom")]
    public async Task The_personas_find_something_of_each(string persona)
    {
        var viewer = (await host.DataAsync("{ viewer { notifications(unreadOnly: true) { kind } teams { friendships(first: 10) { nodes { status nextCheckIn to { key } } } changeIdeas { title cycles { number decision } } } } event(key: \"corn-hall-gathering\") { harvestNotes { nodes { title } } } }", null, persona));
        Assert.Equal(["CHECK_IN_DUE", "FRIENDSHIP_PROPOSED", "LEARNING_THANKED"], viewer.At("viewer", "notifications").EnumerateArray().Select(one => one.Text("kind")));
        var team = Assert.Single(viewer.At("viewer", "teams").EnumerateArray());
        Assert.Equal(["ACCEPTED", "PROPOSED"], team.Nodes("friendships").Select(one => one.Text("status")).Order());
        Assert.All(team.Nodes("friendships"), one => Assert.Equal("tablet-table-quayside", one.At("to").Text("key")));
        Assert.Contains(team.Nodes("friendships"), one => one.Text("status") == "ACCEPTED" && one.Text("nextCheckIn") == "2026-11-11");
        Assert.Equal(2, team.At("changeIdeas").GetArrayLength());
        Assert.Single(viewer.At("event").Nodes("harvestNotes"));
    }

    [Fact]
    public async Task Ten_teams_and_more_have_measured_for_two_years_to_last_month_and_what_they_say_is_whole()
    {
        await using var db = await host.OpenAsync();
        var measures = await db.Measures.Include(measure => measure.Points).Include(measure => measure.Strata).AsSplitQuery().ToListAsync();
        Assert.Equal(14, measures.Count);
        var today = host.Clock.GetUtcNow().UtcDateTime;
        Assert.All(measures, measure => Assert.Equal(new DateOnly(today.Year, today.Month, 1).AddMonths(-1), measure.Points.Max(point => point.Date)));
        Assert.All(measures, measure => Assert.True(measure.Points.TrueForAll(point => point.Numerator <= point.Denominator && (measure.Strata.Count == 0) == (point.StratumId is null)), measure.Name));
        Assert.True(measures.Where(measure => measure.Points.Select(point => point.Date).Distinct().Count() is >= 24 and <= 36).Select(measure => measure.TeamId).Distinct().Count() >= 10);
        Assert.Single(measures, measure => measure.InequityId is null);
    }

    [Fact]
    public async Task One_thing_that_a_team_learnt_went_on_over_two_steps()
    {
        var learning = (await host.DataAsync("{ learning(where: { title: { eq: \"Ringing two days ahead, with one question\" } }) { nodes { id thanks } } }")).Nodes("learning")[0];
        Assert.Equal(7, learning.At("thanks").GetInt32());
        var spread = (await host.DataAsync(Operations.Text("HowItSpread"), new { learning = learning.Text("id") })).At("node", "wentTo");
        Assert.Equal([1, 2], spread.EnumerateArray().Select(link => link.At("steps").GetInt32()));
    }

    [Fact]
    public async Task A_second_start_adds_nothing()
    {
        var before = await CountAsync();
        await host.Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
        Assert.Equal(before, await CountAsync());
    }

    private async Task<int> CountAsync()
    {
        await using var db = await host.OpenAsync();
        return await db.Audit.CountAsync() + await db.Notifications.CountAsync() + await db.People.CountAsync();
    }

    private static IEnumerable<(string, string)> Pairs(IReadOnlyList<string> teams) => teams.SelectMany((team, i) => teams.Skip(i + 1).Select(other => (team, other)));

    /// <summary>A host whose demo community has met.</summary>
    public sealed class LivedIn : EquityHost, IAsyncLifetime
    {
        public async Task InitializeAsync()
        {
            _ = await DataAsync("{ viewer { person } }");
            await Services.GetRequiredService<DemoHistory>().TellAsync(CancellationToken.None);
            await Services.GetRequiredService<DemoPosters>().ShowAsync(CancellationToken.None);
        }

        Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();
    }
}
