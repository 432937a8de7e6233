using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Equity.Graph.Posters;
using Equity.Graph.Tests.Posters;
using SkiaSharp;

namespace Equity.Graph.Tests.Pages.Teams;

public class TeamPosterTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_poster_is_begun_gets_its_picture_and_is_shown_to_everybody()
    {
        using var tom = await DraftAsync("Showing Team");
        await tom.SendAsync("publish-poster");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tom.Status);
        Assert.NotEmpty(tom.Page.QuerySelectorAll("#errors li"));
        await tom.SendAsync("change-poster", ("altText", "A red half and a blue half."));
        await tom.GoAsync("/teams/showing-team");
        Assert.Contains("What we did (a draft)", tom.Text, StringComparison.Ordinal);

        await OpenAsync(tom, "showing-team");
        await tom.SendFileAsync("poster-file", "file", "photo.jpg", Pictures.Photograph(), "image/jpeg");
        Assert.Contains("The file is there.", tom.Text, StringComparison.Ordinal);
        var draft = tom.Page.QuerySelector<IHtmlImageElement>("figure img")!.GetAttribute("src")!;
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(tom, draft));
        using var visitor = await PlainBrowser.OpenAsync(host);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(visitor, draft));

        await OpenAsync(tom, "showing-team");
        await tom.SendAsync("publish-poster");
        Assert.Contains("Everybody can see your poster now.", tom.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/teams/showing-team");
        Assert.Equal("A red half and a blue half.", visitor.Page.QuerySelector("#poster img, [aria-labelledby=poster] img")!.GetAttribute("alt"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(visitor, draft));
    }

    [Fact]
    public async Task A_file_that_cannot_be_kept_is_refused_beside_its_field_with_a_remedy()
    {
        using var tom = await DraftAsync("Trying Team");
        foreach (var (content, says) in new[]
        {
            ("<svg onload='x'/>"u8.ToArray(), "export it anew as PNG"),
            (Pictures.Png()[..200], "cannot be read to its end"),
            (new byte[PosterRules.MaxBytes + 1], "A file may have 10000000 bytes at most."),
            ([], "must be chosen"),
        })
        {
            await tom.SendFileAsync("poster-file", "file", "poster.png", content, "image/png");
            Assert.True(tom.Status == HttpStatusCode.UnprocessableEntity, $"{says}: {tom.Status} {tom.Text}");
            Assert.Contains(says, tom.Page.GetElementById("poster-file-file-error")!.TextContent, StringComparison.Ordinal);
            Assert.NotNull(tom.Page.QuerySelector("#errors a[href='#poster-file-file']"));
        }
        Assert.Null(tom.Page.QuerySelector("main figure img"));
    }

    [Fact]
    public async Task A_file_is_taken_from_members_by_a_form_of_ours_only()
    {
        using var tom = await DraftAsync("Guarded Team");
        var png = Pictures.Of(SKEncodedImageFormat.Png);
        await tom.SendFileAsync("poster-file", "file", "poster.png", png, "image/png", ("token", ""));
        Assert.Contains("This page was open for a long time", tom.Text, StringComparison.Ordinal);
        var poster = tom.Page.QuerySelector<IHtmlInputElement>("#poster-file input[name=poster]")!.Value;

        using var grace = await DraftAsync("Own Team", "grace");
        await grace.SendFileAsync("poster-file", "file", "poster.png", png, "image/png", ("poster", poster));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, grace.Status);

        using var visitor = await PlainBrowser.OpenAsync(host);
        using var body = new MultipartFormDataContent { { new StringContent("SendPosterFile"), "operation" }, { new StringContent(poster), "poster" }, { new ByteArrayContent(png), "file", "poster.png" } };
        using var answer = await host.CreateClient().PostAsync("/teams/guarded-team/poster", body);
        Assert.Equal("/sign-in", answer.RequestMessage!.RequestUri!.AbsolutePath);

        await OpenAsync(tom, "guarded-team");
        Assert.Null(tom.Page.QuerySelector("main figure img"));
    }

    /// <summary>A browser at the draft of a poster of a new team.</summary>
    private async Task<PlainBrowser> DraftAsync(string team, string persona = "tom")
    {
        await host.PublishAsync(persona, team);
        var browser = await PlainBrowser.OpenAsync(host, persona);
        await browser.GoAsync($"/teams/{team.ToLowerInvariant().Replace(' ', '-')}/poster");
        await browser.SendAsync("draft-poster", ("title", "What we did"), ("summary", "We asked people. They told us."));
        return browser;
    }

    private static async Task OpenAsync(PlainBrowser browser, string team)
    {
        await browser.GoAsync($"/teams/{team}/poster");
        await browser.GoAsync(browser.Page.QuerySelector("a[href*='poster?poster=']")!.GetAttribute("href")!);
    }

    private static async Task<HttpStatusCode> StatusAsync(PlainBrowser browser, string address)
    {
        await browser.GoAsync(address);
        return browser.Status;
    }
}
