using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Persistence;
using Equity.Graph.Tests.Events.Panels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Persistence;

public class RetentionTests
{
    [Fact]
    public async Task What_was_deleted_goes_for_good_after_thirty_days_with_all_that_belongs_to_it()
    {
        await using var host = new EquityHost();
        var (team, kept) = (await host.PublishAsync("amina", "Vanishing Act"), await host.PublishAsync("amina", "Staying Power"));
        await host.LearnAsync("amina", team, "Child of the vanished");
        var learning = await host.LearnAsync("amina", kept, "Vanishing lesson");
        await host.ChangeAsync("amina", "deleteTeam", new { team = team.Id, version = team.Version }, "__typename");
        await host.ChangeAsync("amina", "deleteLearning", new { id = learning.Id, version = 1 }, "__typename");
        host.Clock.Advance(TimeSpan.FromDays(30) - Retention.Pause);
        await RoundAsync(host);
        await using var db = await host.OpenAsync();
        Assert.True(await db.Teams.IgnoreQueryFilters().AnyAsync(row => row.Key == team.Key));

        host.Clock.Advance(Retention.Pause);
        await RoundAsync(host);
        Assert.False(await db.Teams.IgnoreQueryFilters().AnyAsync(row => row.Key == team.Key));
        Assert.False(await db.Learning.IgnoreQueryFilters().AnyAsync(row => row.Title == "Vanishing lesson" || row.Title == "Child of the vanished"));
        Assert.True(await db.Teams.AnyAsync(row => row.Key == kept.Key));
        var removed = (await host.DataAsync("{ audit(first: 100, where: { action: { eq: REMOVED } }) { nodes { by kind key } } }")).Nodes("audit");
        Assert.Equal(["server Learning vanishing-lesson", "server Team vanishing-act"], removed.Select(entry => $"{entry.Text("by")} {entry.Text("kind")} {entry.Text("key")}").Order(StringComparer.Ordinal));
        Assert.False(await db.ProfileChanges.AnyAsync(change => change.TeamId != null && !db.Teams.IgnoreQueryFilters().Any(row => row.Id == change.TeamId)));
    }

    [Fact]
    public async Task A_stored_answer_goes_after_a_day()
    {
        await using var host = new EquityHost();
        await using var db = await host.OpenAsync();
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var person = await db.People.OrderBy(known => known.Id).FirstAsync();
        for (var i = 0; i < 250; i++)
            db.Add(new StoredAnswer { PersonId = person.Id, Key = $"old-{i}", BodyHash = "0", StartedAt = now.AddHours(-25), Applied = { new AppliedMutation { Path = "0.x", Row = 1 } } });
        db.Add(new StoredAnswer { PersonId = person.Id, Key = "young", BodyHash = "0", StartedAt = now.AddHours(-23) });
        await db.SaveChangesAsync();
        await RoundAsync(host);
        Assert.Equal("young", Assert.Single(await db.StoredAnswers.AsNoTracking().ToListAsync()).Key);
        Assert.Equal(0, await db.Set<AppliedMutation>().CountAsync());
    }

    [Fact]
    public async Task A_notification_goes_after_ninety_days()
    {
        await using var host = new EquityHost();
        await using var db = await host.OpenAsync();
        var now = host.Clock.GetUtcNow().UtcDateTime;
        var (person, team) = (await db.People.OrderBy(known => known.Id).FirstAsync(), await db.Teams.OrderBy(row => row.Id).FirstAsync());
        foreach (var days in new[] { 91, 89 })
            db.Add(new Notification { PersonId = person.Id, TeamId = team.Id, Kind = NotificationKind.StageReached, At = now.AddDays(-days) });
        await db.SaveChangesAsync();
        await RoundAsync(host);
        Assert.Equal(now.AddDays(-89), Assert.Single(await db.Notifications.IgnoreQueryFilters().AsNoTracking().ToListAsync()).At);
    }

    [Fact]
    public async Task The_vector_of_a_question_stays_as_long_as_the_question_and_goes_with_it()
    {
        await using var host = new EquityHost();
        var gathering = await host.MeetAsync("Asked and Removed");
        var question = await host.AskPanelAsync("amina", gathering, "Whose vector is this one?");
        var hash = Equity.Matching.ContentHash.Of("Whose vector is this one?").ToArray();
        await using var db = await host.OpenAsync();
        await RoundAsync(host);
        Assert.True(await db.Vectors.AnyAsync(vector => vector.Hash == hash));
        await host.ChangeAsync("lead", "removeQuestion", new { question = question.Id, version = 1 }, "__typename");
        await RoundAsync(host);
        Assert.False(await db.Vectors.AnyAsync(vector => vector.Hash == hash));
    }

    [Fact]
    public async Task A_vector_goes_when_no_text_has_it_any_more()
    {
        await using var host = new EquityHost();
        var team = await host.PublishAsync("amina", "Vector Keeper");
        var ask = await host.AskForAsync("amina", team, "Who keeps a glockenspiel?");
        var hash = Equity.Matching.ContentHash.Of("Who keeps a glockenspiel?").ToArray();
        await using var db = await host.OpenAsync();
        await host.SettledAsync(); // all texts are encoded, and none comes while vectors are counted
        await RoundAsync(host);
        Assert.True(await db.Vectors.AnyAsync(vector => vector.Hash == hash));
        var before = await db.Vectors.CountAsync();
        await host.ChangeAsync("amina", "deleteAsk", new { id = ask.Id, version = 1 }, "__typename");
        await RoundAsync(host);
        Assert.False(await db.Vectors.AnyAsync(vector => vector.Hash == hash));
        Assert.Equal(before - 1, await db.Vectors.CountAsync());
    }

    [Fact]
    public async Task Two_processes_remove_each_thing_once()
    {
        await using var host = new EquityHost();
        var team = await host.PublishAsync("amina", "Contested");
        for (var i = 0; i < 5; i++)
        {
            var learning = await host.LearnAsync("amina", team, $"Contested {i}");
            await host.ChangeAsync("amina", "deleteLearning", new { id = learning.Id, version = 1 }, "__typename");
        }
        host.Clock.Advance(Deletion.Kept);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => RoundAsync(host))));
        Assert.Equal(5, (await host.DataAsync("{ audit(where: { action: { eq: REMOVED } }) { totalCount } }")).At("audit", "totalCount").GetInt32());
    }

    [Fact]
    public async Task Nothing_is_removed_in_the_first_minute()
    {
        await using var host = new EquityHost();
        await using var db = await host.OpenAsync();
        var person = await db.People.OrderBy(known => known.Id).FirstAsync();
        db.Add(new StoredAnswer { PersonId = person.Id, Key = "old", BodyHash = "0", StartedAt = host.Clock.GetUtcNow().UtcDateTime.AddDays(-2) });
        await db.SaveChangesAsync();
        host.Clock.Advance(Retention.FirstPause - TimeSpan.FromSeconds(1));
        await host.DataAsync("{ viewer { person } }");
        Assert.True(await db.StoredAnswers.AnyAsync());
        await host.AdvanceUntilAsync(TimeSpan.FromSeconds(1), async () => !await db.StoredAnswers.AnyAsync());
    }

    [Fact]
    public async Task Every_table_stands_in_the_document()
    {
        await using var host = new EquityHost();
        await using var db = await host.OpenAsync();
        var document = await File.ReadAllLinesAsync(Repository.Path("docs", "retention.md"));
        var told = document.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(line => line.Split('|')[1].Split('`').Where((_, i) => i % 2 == 1)).Order(StringComparer.Ordinal);
        var tables = db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Concat(["development.key", "links.key", "page-keys", "blobs"]).Order(StringComparer.Ordinal);
        Assert.Equal(tables, told);
    }

    private static Task RoundAsync(EquityHost host) => host.Background<Retention>().RunAsync(CancellationToken.None);

}
