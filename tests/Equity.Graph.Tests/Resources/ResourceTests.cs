using Equity.Graph.Tests.Events;

namespace Equity.Graph.Tests.Resources;

public class ResourceTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_video_needs_a_transcript_or_captions_before_others_see_it()
    {
        var team = await host.PublishAsync("amina", "Shows A Video");
        var video = await AddAsync(team, "VIDEO");
        Assert.Equal("transcript", (await host.RefusedAsync("amina", "publishResource", new { resource = video.Id, version = 1 }, "TranscriptMissing", "field")).Text("field"));
        Assert.Null(await host.NodeAsync(EquityHost.Visitor, video));
        await host.ChangeAsync("amina", "updateResource", new { resource = video.Id, version = 1, transcript = "We rang people first." }, "resource { id }");
        await host.ChangeAsync("amina", "publishResource", new { resource = video.Id, version = 2 }, "resource { id }");
        Assert.Equal("Resource", await host.NodeAsync(EquityHost.Visitor, video));
        await host.RefusedAsync("amina", "updateResource", new { resource = video.Id, version = 3, transcript = (string?)null }, "TranscriptMissing");
        await host.ChangeAsync("amina", "updateResource", new { resource = video.Id, version = 3, transcript = (string?)null, hasCaptions = true }, "resource { id }");
    }

    [Theory]
    [InlineData("LINK")]
    [InlineData("DOCUMENT")]
    public async Task A_page_or_document_needs_none(string kind)
    {
        var resource = await AddAsync(await host.PublishAsync("amina", $"Shows A {kind}"), kind);
        await host.ChangeAsync("amina", "publishResource", new { resource = resource.Id, version = 1 }, "resource { id }");
        Assert.Equal("TranscriptMissing", (await host.RefusedAsync("amina", "updateResource", new { resource = resource.Id, version = 2, kind = "VIDEO" }, "TranscriptMissing")).Text("__typename"));
    }

    [Theory]
    [InlineData("http://example.org/video")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://name:password@example.org/")]
    [InlineData("//example.org/video")]
    [InlineData("https://")]
    [InlineData("data:text/html,hello")]
    public async Task Only_a_whole_https_address_is_taken(string url)
    {
        var team = await host.PublishAsync("amina", $"Address {url.Length}");
        Assert.Equal("url", (await host.RefusedAsync("amina", "addResource", new { team = team.Id, kind = "LINK", title = "T", url }, "InvalidText", "field")).Text("field"));
    }

    [Fact]
    public async Task A_video_is_a_message_to_an_event()
    {
        var team = await host.PublishAsync("amina", "Video Message");
        var gathering = await host.EventAsync("Messages");
        await host.JoinAsync("amina", gathering, team);
        foreach (var (kind, title) in new[] { ("VIDEO", "A message"), ("LINK", "A page") })
        {
            var id = (await host.ChangeAsync("amina", "addResource", new { team = team.Id, kind, title, url = "https://example.org/1234567890", transcript = "Hello.", @event = gathering.Id }, "resource { id }")).At("resource").Text("id");
            await host.ChangeAsync("amina", "publishResource", new { resource = id, version = 1 }, "resource { id }");
        }
        var shown = (await host.DataAsync("{ event(key: \"messages\") { videos { title transcript team { key } } resources { title } } }", null, EquityHost.Visitor)).At("event");
        Assert.Equal("""{"videos":[{"title":"A message","transcript":"Hello.","team":{"key":"video-message"}}],"resources":[{"title":"A page"}]}""", shown.GetRawText());
        Assert.Equal(2, (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { resources { title } } } }", new { id = team.Id }, EquityHost.Visitor)).At("node", "resources").GetArrayLength());
        Assert.Equal(1, (await host.DataAsync("{ resources(where: { kind: { eq: VIDEO }, event: { key: { eq: \"messages\" } } }) { totalCount } }", null, EquityHost.Visitor)).At("resources", "totalCount").GetInt32());
    }

    [Fact]
    public async Task What_is_deleted_comes_back()
    {
        var resource = await AddAsync(await host.PublishAsync("amina", "Deletes A Resource"), "LINK");
        await host.ChangeAsync("amina", "deleteResource", new { id = resource.Id, version = 1 }, "__typename");
        Assert.Null(await host.NodeAsync("amina", resource));
        await host.ChangeAsync("amina", "restoreResource", new { id = resource.Id }, "resource { id }");
        Assert.Equal("Resource", await host.NodeAsync("amina", resource));
    }

    [Fact]
    public async Task A_transcript_is_screened()
    {
        var team = await host.PublishAsync("amina", "Screens Transcripts");
        var error = await host.RefusedAsync("amina", "addResource", new { team = team.Id, kind = "VIDEO", title = "T", url = "https://example.org", transcript = "Write to sam@example.org" }, "ContainsPersonalDetails", "field");
        Assert.Equal("transcript", error.Text("field"));
    }

    private async Task<Row> AddAsync(Row team, string kind) =>
        Row.Of((await host.ChangeAsync("amina", "addResource", new { team = team.Id, kind, title = "See this", url = "https://example.org/see" }, "resource { id version }")).At("resource"));
}
