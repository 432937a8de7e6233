using System.Text;
using Microsoft.Playwright;
using UglyToad.PdfPig;

namespace Equity.Graph.Tests.Pages.InChromium;

/// <summary>What comes out of a printer.</summary>
[Collection(nameof(Chromium))]
public class PrintTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Cafe_seats_print_a_card_for_each_team_and_table_and_nothing_of_the_frame()
    {
        var (pages, text) = await PrintAsync("lead", "/events/corn-hall-gathering/cafe/print");
        Assert.InRange(pages, 5, 60);
        var teams = (await chromium.Host.DataAsync("{ event(key: \"corn-hall-gathering\") { teams { name } } }")).At("event", "teams").EnumerateArray().Select(team => team.Text("name")).ToList();
        Assert.Equal(19, teams.Count);
        Assert.All(teams, team => Assert.Contains(Letters(team), text, StringComparison.Ordinal));
        Assert.DoesNotContain(Letters("Find a peer"), text, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task Insights_print_with_their_figures_and_nothing_of_the_frame()
    {
        var (pages, text) = await PrintAsync("analyst", "/insights");
        Assert.InRange(pages, 1, 30);
        Assert.Contains(Letters("The community in figures"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Letters("Find a peer"), text, StringComparison.Ordinal);
        Assert.DoesNotContain(Letters("Sign out"), text, StringComparison.Ordinal);
    }

    [BrowserFact]
    public async Task A_picture_prints_with_the_table_that_is_closed_on_the_screen()
    {
        var (_, text) = await PrintAsync(EquityHost.Visitor, "/inequities");
        Assert.Contains(Letters("What it is about"), text, StringComparison.Ordinal);
    }

    private async Task<(int Pages, string Text)> PrintAsync(string persona, string address)
    {
        await using var window = await chromium.OpenAsync(persona);
        await window.Page.GotoAsync(address);
        using var printed = PdfDocument.Open(await window.Page.PdfAsync(new PagePdfOptions { Format = "A4" }));
        return (printed.NumberOfPages, Letters(string.Concat(printed.GetPages().Select(page => page.Text))));
    }

    /// <summary>Only letters, and no ligatures: where words part is not part of a printed page.</summary>
    private static string Letters(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit));
}
