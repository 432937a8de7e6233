using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Pages;

/// <summary>What holds for every page, whoever looks at it.</summary>
public class EveryPageTests(Lived lived, ITestOutputHelper output) : IClassFixture<Lived>
{
    private const int Heaviest = 60_000;

    public static TheoryData<string> People => [EquityHost.Visitor, "amina", "tom", "ruth", "newcomer", "lead", "coach", "analyst", "administrator"];

    [Fact]
    public async Task Every_page_is_there_for_somebody()
    {
        var missing = (await EveryPage.OfAsync(lived.Host)).Where(address => address != "/nothing-here").ToHashSet();
        foreach (var persona in new[] { "tom", "lead", "ruth" })
        {
            using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
            foreach (var address in missing.ToList())
            {
                await browser.GoAsync(address);
                if (browser.Status == HttpStatusCode.OK && browser.Address == address)
                    missing.Remove(address);
            }
        }
        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(People))]
    public async Task Pages_are_light_have_one_heading_and_run_nothing_of_their_own(string persona)
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
        var (wrong, heaviest) = (new List<string>(), (Bytes: 0, Address: ""));
        foreach (var address in await EveryPage.OfAsync(lived.Host))
        {
            var page = await browser.GoAsync(address);
            wrong.AddRange(Wrong(page).Append(browser.Status == HttpStatusCode.InternalServerError ? "status 500" : null).Append(browser.Bytes > Heaviest ? $"{browser.Bytes} bytes" : null).OfType<string>().Select(what => $"{address}: {what}"));
            heaviest = browser.Bytes > heaviest.Bytes ? (browser.Bytes, address) : heaviest;
        }
        output.WriteLine($"As {(persona.Length == 0 ? "a visitor" : persona)} the heaviest page has {heaviest.Bytes} bytes: {heaviest.Address}");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40)));
    }

    [Theory]
    [InlineData(EquityHost.Visitor)]
    [InlineData("tom")]
    [InlineData("lead")]
    public async Task Every_link_leads_somewhere(string persona)
    {
        using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
        var links = new Dictionary<string, string>();
        foreach (var address in await EveryPage.OfAsync(lived.Host))
        {
            var page = await browser.GoAsync(address);
            foreach (var link in page.QuerySelectorAll("a[href], img[src]").Select(each => each.GetAttribute("href") ?? each.GetAttribute("src")!))
            {
                if (link.StartsWith('#'))
                    Assert.True(page.GetElementById(link[1..]) is not null, $"{address}: nothing has the id of {link}");
                else if (link.StartsWith('/'))
                    links.TryAdd(link.Split('#')[0], address);
            }
        }
        var broken = new List<string>();
        foreach (var (link, from) in links)
        {
            await browser.GoAsync(link);
            if (browser.Status is not (HttpStatusCode.OK or HttpStatusCode.Forbidden))
                broken.Add($"{link} on {from}: {(int)browser.Status}");
        }
        output.WriteLine($"{links.Count} links lead somewhere.");
        Assert.True(broken.Count == 0, string.Join('\n', broken.Take(40)));
    }

    private static IEnumerable<string?> Wrong(IHtmlDocument page)
    {
        yield return page.QuerySelectorAll("h1").Length == 1 ? null : $"{page.QuerySelectorAll("h1").Length} h1";
        yield return page.QuerySelectorAll("main").Length == 1 && page.Title is { Length: > 0 } ? null : "no main or title";
        yield return page.QuerySelector("[style], style, script:not([src])") is { } inline ? $"inline {inline.OuterHtml[..Math.Min(80, inline.OuterHtml.Length)]}" : null;
        yield return page.All.FirstOrDefault(each => each.Attributes.Any(attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal))) is { } handler ? $"handler {handler.TagName}" : null;
        var twice = page.QuerySelectorAll("[id]").GroupBy(each => each.Id).FirstOrDefault(each => each.Count() > 1);
        yield return twice is null ? null : $"two have the id {twice.Key}";
        yield return page.QuerySelectorAll("form[method=post]").All(form => form.QuerySelector("input[name=token]") is not null) ? null : "a form without its token";
        yield return page.QuerySelectorAll("input:not([type=hidden]), select, textarea").FirstOrDefault(field => page.QuerySelector($"label[for='{field.Id}']") is null && field.Closest("label") is null) is { } unnamed ? $"no label: {unnamed.OuterHtml}" : null;
        yield return page.QuerySelectorAll(".unseen").FirstOrDefault(said => said.PreviousSibling?.TextContent is [.., var last] && char.IsLetterOrDigit(last) && said.TextContent is [var first, ..] && char.IsLetterOrDigit(first)) is { } glued ? $"read as one word: {glued.ParentElement!.TextContent}" : null;
    }
}
