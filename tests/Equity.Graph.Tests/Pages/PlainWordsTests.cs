using Equity.Graph.Posters;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Pages;

/// <summary>Our own sentences are short and their words common; what teams wrote is theirs.</summary>
public class PlainWordsTests(Lived lived, ITestOutputHelper output) : IClassFixture<Lived>
{
    /// <summary>From what age our sentences can be read, on all pages together, in years.</summary>
    private const int Age = 11;

    [Fact]
    public async Task All_pages_together_can_be_read_at_eleven()
    {
        var sentences = new HashSet<string>();
        foreach (var persona in new[] { EquityHost.Visitor, "tom", "lead", "newcomer" })
        {
            using var browser = await PlainBrowser.OpenAsync(lived.Host, persona);
            foreach (var address in await EveryPage.OfAsync(lived.Host))
            {
                var page = await browser.GoAsync(address);
                foreach (var theirs in page.QuerySelectorAll("[dir=auto], time, code, pre, b, .from, .reason, .unseen, table, svg").ToList())
                    theirs.Remove();
                sentences.UnionWith(page.QuerySelectorAll("main p, main li, main dd").Where(each => each.QuerySelector("p, li, form, ul") is null).Select(each => string.Join(' ', each.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))
                    .Where(text => text.Length > 20 && text[^1] is '.' or '?' or ':'));
            }
        }
        var age = ReadingAge.Of(string.Join('\n', sentences));
        output.WriteLine($"{sentences.Count} of our sentences on all pages can be read from {age} years on. Hardest: {string.Join(" | ", sentences.Where(text => text.Length > 60).OrderByDescending(ReadingAge.Of).Take(5))}");
        Assert.True(sentences.Count > 100, $"{sentences.Count} sentences");
        Assert.InRange(age!.Value, 6, Age);
    }
}
