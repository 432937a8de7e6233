using System.Text.Json;
using Equity.Graph.Execution;
using Equity.Graph.Persistence;
using Equity.Graph.Posters;
using Equity.Graph.Tests.Events;
using Equity.Graph.Tests.Forgetting;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Posters;

public class PosterTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Read = "query($id: ID!) { node(id: $id) { ... on Poster { title altText summary readingAge imageUrl thumbnailUrl pdfUrl publishedAt version team { name } event { key } } } }";

    [Fact]
    public async Task A_draft_is_read_by_its_team_and_its_leads_and_by_everybody_once_it_is_published()
    {
        var team = await host.PublishAsync("amina", "Shows A Poster");
        var poster = await host.DraftAsync("amina", team);
        foreach (var persona in (string[])[EquityHost.Visitor, "grace", "analyst"])
            Assert.Null(await host.NodeAsync(persona, poster));
        Assert.Equal("Poster", await host.NodeAsync("amina", poster));
        Assert.Equal("Poster", await host.NodeAsync("administrator", poster));
        var version = (await host.TakenAsync("amina", poster, Pictures.Png())).At("version").GetInt32();
        await host.ChangeAsync("amina", "publishPoster", new { poster = poster.Id, version }, "poster { id }");
        var read = (await host.DataAsync(Read, new { id = poster.Id }, EquityHost.Visitor)).At("node");
        Assert.Equal(("Our poster", "Three bars: 20, 30 and 40.", "2026-11-11T09:00:00Z", "Shows A Poster"), (read.Text("title"), read.Text("altText"), read.Text("publishedAt"), read.At("team").Text("name")));
        Assert.Equal(5, read.At("readingAge").GetInt32());
    }

    [Fact]
    public async Task A_poster_without_alt_text_summary_and_file_is_not_published()
    {
        var team = await host.PublishAsync("amina", "Incomplete Poster");
        var poster = Row.Of((await host.ChangeAsync("amina", "draftPoster", new { team = team.Id, title = "Bare" }, "poster { id version }")).At("poster"));
        var refusal = await host.RefusedAsync("amina", "publishPoster", new { poster = poster.Id, version = 1 }, "PosterIncomplete", "missing");
        Assert.Equal("""["altText","summary","image"]""", refusal.At("missing").GetRawText());
        await host.ChangeAsync("amina", "updatePoster", new { poster = poster.Id, version = 1, altText = "A chart.", summary = "It went up." }, "poster { id }");
        Assert.Equal("""["image"]""", (await host.RefusedAsync("amina", "publishPoster", new { poster = poster.Id, version = 2 }, "PosterIncomplete", "missing")).At("missing").GetRawText());
        await host.TakenAsync("amina", poster, Pictures.Pdf());
        await host.ChangeAsync("amina", "publishPoster", new { poster = poster.Id, version = 3 }, "poster { id }");
    }

    [Fact]
    public async Task What_others_see_keeps_its_alt_text_and_its_file()
    {
        var poster = await host.ShowAsync("amina", await host.PublishAsync("amina", "Keeps Its Alt Text"));
        Assert.Equal("""["altText"]""", (await host.RefusedAsync("amina", "updatePoster", new { poster = poster.Id, version = poster.Version, altText = "" }, "PosterIncomplete", "missing")).At("missing").GetRawText());
        Assert.Equal("""["image"]""", (await host.RefusedAsync("amina", "updatePoster", new { poster = poster.Id, version = poster.Version, removeImage = true }, "PosterIncomplete", "missing")).At("missing").GetRawText());
        await host.TakenAsync("amina", poster, Pictures.Pdf());
        await host.ChangeAsync("amina", "updatePoster", new { poster = poster.Id, version = poster.Version + 1, removeImage = true }, "poster { id }");
        var read = (await host.DataAsync(Read, new { id = poster.Id }, EquityHost.Visitor)).At("node");
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.String), (read.At("imageUrl").ValueKind, read.At("thumbnailUrl").ValueKind, read.At("pdfUrl").ValueKind));
    }

    [Fact]
    public async Task The_gallery_of_an_event_is_one_query()
    {
        var (first, second, stranger) = (await host.PublishAsync("amina", "Gallery One"), await host.PublishAsync("grace", "Gallery Two"), await host.PublishAsync("grace", "Gallery None"));
        var gathering = await host.EventAsync("Gallery");
        foreach (var (persona, team) in new[] { ("amina", first), ("grace", second) })
        {
            await host.JoinAsync(persona, gathering, team);
            var poster = await host.ShowAsync(persona, team, $"Of {team.Key}");
            await host.ChangeAsync(persona, "updatePoster", new { poster = poster.Id, version = poster.Version, @event = gathering.Id }, "poster { id }");
            await host.ChangeAsync(persona, "draftPoster", new { team = team.Id, title = "Not yet", @event = gathering.Id }, "poster { id }");
        }
        Assert.Equal("event", (await host.RefusedAsync("grace", "draftPoster", new { team = stranger.Id, title = "From outside", @event = gathering.Id }, "NotAtEvent", "field")).Text("field"));
        host.Statements.Take();
        var posters = (await host.DataAsync(Operations.Text("EventGallery"), new { key = "gallery" }, EquityHost.Visitor)).At("event", "posters").EnumerateArray().ToList();
        Assert.Equal(["Of gallery-one", "Of gallery-two"], posters.Select(poster => poster.Text("title")));
        Assert.Equal(["Gallery One", "Gallery Two"], posters.Select(poster => poster.At("team").Text("name")));
        Assert.Equal(4, host.Statements.Take().Count);
        Assert.Equal(["Of gallery-one", "Of gallery-two", "Not yet"], (await host.DataAsync("{ event(key: \"gallery\") { posters { title } } }", null, "amina")).At("event", "posters").EnumerateArray().Select(poster => poster.Text("title")));
        Assert.Single((await host.DataAsync("{ event(key: \"gallery\") { posters(first: 1) { title } } }", null, "amina")).At("event", "posters").EnumerateArray());
        Assert.Equal(2, (await host.DataAsync("{ posters(where: { event: { key: { eq: \"gallery\" } } }) { totalCount } }", null, EquityHost.Visitor)).At("posters", "totalCount").GetInt32());
    }

    [Fact]
    public async Task A_team_s_poster_is_the_one_that_it_published_last()
    {
        var team = await host.PublishAsync("amina", "Two Posters");
        const string read = "query($id: ID!) { node(id: $id) { ... on Team { poster { title } posters { title } } } }";
        await host.DraftAsync("amina", team, "A draft");
        Assert.Equal("A draft", (await host.DataAsync(read, new { id = team.Id }, "amina")).At("node", "poster").Text("title"));
        Assert.Equal(JsonValueKind.Null, (await host.DataAsync(read, new { id = team.Id }, "grace")).At("node", "poster").ValueKind);
        await host.ShowAsync("amina", team, "Shown");
        await host.DraftAsync("amina", team, "A later draft");
        Assert.Equal("Shown", (await host.DataAsync(read, new { id = team.Id }, "amina")).At("node", "poster").Text("title"));
        Assert.Equal(["Shown"], (await host.DataAsync(read, new { id = team.Id }, "grace")).At("node", "posters").EnumerateArray().Select(poster => poster.Text("title")));
    }

    [Fact]
    public async Task Texts_are_screened_and_a_stale_version_overwrites_nothing()
    {
        var team = await host.PublishAsync("amina", "Screens Posters");
        Assert.Equal("altText", (await host.RefusedAsync("amina", "draftPoster", new { team = team.Id, title = "T", altText = "Ring me on 020 7946 0958" }, "ContainsPersonalDetails", "field")).Text("field"));
        var poster = await host.DraftAsync("amina", team);
        await host.ChangeAsync("amina", "updatePoster", new { poster = poster.Id, version = 1, title = "Second" }, "poster { id }");
        await host.RefusedAsync("amina", "updatePoster", new { poster = poster.Id, version = 1, title = "Lost" }, "StaleVersion", "current");
        await host.RefusedAsync("grace", "updatePoster", new { poster = poster.Id, version = 2, title = "Theirs" }, "NotFound", "field");
    }

    [Fact]
    public async Task A_poster_that_is_gone_for_good_leaves_no_file()
    {
        await using var own = new EquityHost();
        var team = await own.PublishAsync("amina", "Goes For Good");
        var poster = await own.ShowAsync("amina", team, file: Pictures.Png(500, 500));
        var kept = await own.ShowAsync("amina", team, "Kept");
        Assert.Equal(6, own.Blobs().Count);
        await own.ChangeAsync("amina", "deletePoster", new { id = poster.Id, version = poster.Version }, "__typename");
        own.Clock.Advance(Deletion.Kept - TimeSpan.FromHours(2));
        await RoundAsync(own);
        Assert.Equal(6, own.Blobs().Count);
        own.Clock.Advance(TimeSpan.FromHours(2));
        await RoundAsync(own);
        Assert.Equal(3, own.Blobs().Count);
        Assert.Equal("Poster", await own.NodeAsync("amina", kept));
        Assert.Null(await own.NodeAsync("amina", poster));
    }

    [Fact]
    public async Task A_deleted_poster_comes_back_with_its_picture()
    {
        var poster = await host.ShowAsync("amina", await host.PublishAsync("amina", "Poster Comes Back"));
        await host.ChangeAsync("amina", "deletePoster", new { id = poster.Id, version = poster.Version }, "__typename");
        Assert.Null(await host.NodeAsync("amina", poster));
        await host.ChangeAsync("amina", "restorePoster", new { id = poster.Id }, "poster { id }");
        var address = (await host.DataAsync(Read, new { id = poster.Id }, EquityHost.Visitor)).At("node").Text("imageUrl");
        Assert.True((await host.CreateClient().GetAsync(address)).IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_file_that_was_replaced_goes_after_a_day()
    {
        await using var own = new EquityHost();
        var poster = await own.DraftAsync("amina", await own.PublishAsync("amina", "Replaces"));
        await own.TakenAsync("amina", poster, Pictures.Png());
        await own.TakenAsync("amina", poster, Pictures.Png(410));
        await RoundAsync(own);
        Assert.Equal(6, own.Blobs().Count);
        own.Clock.Advance(UnnamedBlobs.Kept + TimeSpan.FromMinutes(1));
        await RoundAsync(own);
        Assert.Equal(3, own.Blobs().Count);
    }

    [Fact]
    public async Task What_was_begun_and_never_finished_goes_after_a_day()
    {
        await using var own = new EquityHost();
        await own.ShowAsync("amina", await own.PublishAsync("amina", "Never Finished"));
        var half = Path.Combine(own.Data, "blobs", "incoming", "half");
        await File.WriteAllBytesAsync(half, [1, 2, 3]);
        File.SetLastWriteTimeUtc(half, own.Clock.GetUtcNow().UtcDateTime);
        await RoundAsync(own);
        Assert.True(File.Exists(half));
        own.Clock.Advance(UnnamedBlobs.Kept + TimeSpan.FromMinutes(1));
        await RoundAsync(own);
        Assert.False(File.Exists(half));
        Assert.Equal(3, own.Blobs().Count);
    }

    [Fact]
    public async Task A_person_who_is_forgotten_is_in_no_poster_and_no_resource()
    {
        await using var own = new EquityHost();
        var team = Row.Of((await own.ChangeAsync("newcomer", "registerTeam", new { name = "Forgets Posters", service = "S", myRole = "CARER", myName = "Philippa Nightingale" }, "team { id key version }")).At("team"));
        await own.ChangeAsync("newcomer", "draftPoster", new { team = team.Id, title = "By Philippa", altText = "Philippa Nightingale at a desk.", summary = "What Philippa did." }, "poster { id }");
        await own.ChangeAsync("newcomer", "addResource", new { team = team.Id, kind = "VIDEO", title = "Philippa speaks", url = "https://example.org/v", transcript = "I am Philippa." }, "resource { id }");
        await own.ChangeAsync("newcomer", "forgetPerson", new { }, "rows");
        Assert.Empty(await Remains.OfAsync(own.Data, "Philippa"));
    }

    private static Task RoundAsync(EquityHost host) => host.Background<Retention>().RunAsync(CancellationToken.None);
}
