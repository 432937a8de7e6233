using Equity.Graph.Posters;
using Equity.Graph.Posters.Demo;
using Equity.Graph.Screening;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Posters.Demo;

public class DemoPostersTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task Six_teams_of_the_demo_show_a_poster_each_and_a_second_start_draws_none()
    {
        var demo = host.Services.GetRequiredService<DemoPosters>();
        _ = await host.DataAsync("{ viewer { person } }");
        Assert.Equal(6, await demo.ShowAsync(CancellationToken.None));
        Assert.Equal(0, await demo.ShowAsync(CancellationToken.None));
        var posters = (await host.DataAsync("{ posters(first: 100) { nodes { altText summary readingAge publishedAt thumbnailUrl imageWidth team { poster { imageUrl } } } } }", null, EquityHost.Visitor)).Nodes("posters");
        Assert.Equal(6, posters.Count);
        foreach (var poster in posters)
        {
            Assert.InRange(poster.At("readingAge").GetInt32(), 5, 11);
            Assert.InRange(poster.At("publishedAt").GetDateTime(), host.Clock.GetUtcNow().UtcDateTime.AddDays(-90), host.Clock.GetUtcNow().UtcDateTime);
            Assert.True((await host.CreateClient().GetAsync(poster.Text("thumbnailUrl"))).IsSuccessStatusCode);
        }
    }

    [Fact]
    public void What_they_say_could_be_stored_by_anybody()
    {
        foreach (var poster in DemoPosters.Read())
        {
            foreach (var (rule, text) in new[] { (PosterRules.Title, poster.Drawing.Title), (PosterRules.AltText, poster.Drawing.AltText), (PosterRules.Summary, poster.Summary) })
                Assert.True(rule.Problem(text) is null && Screen.Find(text).Count == 0, text);
        }
    }
}
