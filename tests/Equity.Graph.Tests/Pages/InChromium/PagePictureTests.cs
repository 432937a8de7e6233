using Microsoft.Playwright;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>
/// The pictures of docs/pictures. They are drawn anew by
/// PICTURES=$PWD/docs/pictures dotnet test tests/Equity.Graph.Tests --filter FullyQualifiedName~PagePictureTests
/// </summary>
[Collection(nameof(Chromium))]
public class PagePictureTests(Chromium chromium)
{
    /// <summary>A picture's name, whose page it is, where it is, and how wide it is shown.</summary>
    public static TheoryData<string, string, string, int, bool> Pictures => new()
    {
        { "home", EquityHost.Visitor, "/", 1280, false },
        { "find", "ruth", "/find?q=our+older+patients+cannot+use+the+video+link", 1280, false },
        { "my-team", "tom", "/my-team", 1280, true },
        { "measure", EquityHost.Visitor, "/insights/measures/{corridor}", 1280, false },
        { "network", "lead", "/network", 1280, false },
    };

    [BrowserTheory]
    [MemberData(nameof(Pictures))]
    public async Task A_page_can_be_taken_as_a_picture(string name, string persona, string address, int width, bool dark)
    {
        await using var window = await chromium.OpenAsync(persona, dark, width);
        var corridor = (await chromium.Host.DataAsync("{ team(key: \"corridor-d-heart-clinics\") { measures { id } } }")).At("team", "measures")[0].Text("id");
        var response = await window.Page.GotoAsync(address.Replace("{corridor}", corridor, StringComparison.Ordinal), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.True(response!.Ok, $"{address}: {response.Status}");
        var folder = Environment.GetEnvironmentVariable("PICTURES");
        var picture = await window.Page.ScreenshotAsync(new PageScreenshotOptions { Path = folder is null ? null : Path.Combine(folder, name + ".png"), Clip = new Clip { X = 0, Y = 0, Width = width, Height = width > 400 ? 900 : 700 }, FullPage = true });
        Assert.InRange(picture.Length, 10_000, 400_000);
    }
}
