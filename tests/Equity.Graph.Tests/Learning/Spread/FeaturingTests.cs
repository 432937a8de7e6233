using Equity.Graph.Tests.Friendships;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Learning.Spread;

public class FeaturingTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_lead_puts_learning_forward_the_team_is_told_and_a_list_finds_it()
    {
        var team = await host.PublishAsync("amina", "Put Forward");
        var learning = await host.LearnAsync("amina", team, "Worth reading");
        await using (var db = await host.OpenAsync())
            await db.Teams.Where(row => row.Key == team.Key).ExecuteUpdateAsync(set => set.SetProperty(row => row.ProgrammeId, db.Programmes.Single(programme => programme.Key == "pursuing-equity").Id));
        foreach (var featured in (bool[])[true, true, false, true])
            await host.ChangeAsync("lead", "featureLearning", new { learning = learning.Id, featured }, "__typename");
        Assert.Equal(["LEARNING_FEATURED", "LEARNING_FEATURED"], await host.ToldAsync("amina", learning));
        var found = (await host.DataAsync("{ learning(where: { featuredAt: { neq: null } }, order: [{ featuredAt: DESC }]) { nodes { title featuredAt } } }", null, EquityHost.Visitor)).At("learning", "nodes");
        Assert.Equal("""[{"title":"Worth reading","featuredAt":"2026-11-11T09:00:00Z"}]""", found.GetRawText());
    }

    [Fact]
    public async Task Nobody_else_puts_learning_forward()
    {
        var learning = await host.LearnAsync("amina", await host.PublishAsync("amina", "Not Put Forward"), "Quiet");
        foreach (var persona in (string[])["amina", "grace", "lead", "administrator"])
            await host.RefusedAsync(persona, "featureLearning", new { learning = learning.Id, featured = true }, "NotALead", "field");
    }
}
