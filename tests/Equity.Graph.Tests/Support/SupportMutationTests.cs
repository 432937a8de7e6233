using System.Text.Json;

namespace Equity.Graph.Tests.Support;

public class SupportMutationTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task An_ask_is_read_by_those_who_are_signed_in()
    {
        var team = await host.PublishAsync("amina", "Asks");
        var ask = await host.AskForAsync("amina", team, "Who has a hoist to lend?");
        var read = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Ask { text status version team { key } } } }", new { id = ask.Id }, "grace")).At("node");
        Assert.Equal(("Who has a hoist to lend?", "OPEN", 1, team.Key), (read.Text("text"), read.Text("status"), read.At("version").GetInt32(), read.At("team").Text("key")));
        Assert.Null(await host.NodeAsync(EquityHost.Visitor, ask));
    }

    [Theory]
    [InlineData(true, "ANSWERED")]
    [InlineData(false, "CLOSED")]
    public async Task An_ask_is_closed_with_or_without_an_answer(bool answered, string status)
    {
        var ask = await host.AskForAsync("amina", await host.PublishAsync("amina", $"Closes {status}"), "For how long?");
        Assert.Equal(status, (await host.ChangeAsync("amina", "closeAsk", new { ask = ask.Id, version = 1, answered }, "ask { status }")).At("ask").Text("status"));
        Assert.Equal(2, (await host.RefusedAsync("amina", "closeAsk", new { ask = ask.Id, version = 1, answered }, "StaleVersion", "current")).At("current").GetInt32());
    }

    [Theory]
    [InlineData("lead")]
    [InlineData("coach")]
    public async Task An_ask_is_closed_by_the_lead_and_the_coach_of_the_programme(string persona)
    {
        var tablet = (await host.DataAsync("{ team(key: \"tablet-table-quayside\") { id key version } }")).At("team");
        var ask = await host.AskForAsync("amina", Row.Of(tablet), $"Will the {persona} close this?");
        Assert.Equal("CLOSED", (await host.ChangeAsync(persona, "closeAsk", new { ask = ask.Id, version = 1, answered = false }, "ask { status }")).At("ask").Text("status"));
    }

    [Fact]
    public async Task An_ask_of_a_team_outside_the_programme_is_not_the_leads()
    {
        var ask = await host.AskForAsync("amina", await host.PublishAsync("amina", "In No Programme"), "Whose is this?");
        await host.RefusedAsync("lead", "closeAsk", new { ask = ask.Id, version = 1, answered = false }, "NotAMember");
        await host.RefusedAsync("administrator", "closeAsk", new { ask = ask.Id, version = 1, answered = false }, "NotAMember");
    }

    [Fact]
    public async Task An_offer_is_made_and_withdrawn()
    {
        var team = await host.PublishAsync("amina", "Offers");
        var offer = await host.OfferAsync("amina", team, "A day with our interpreter.");
        Assert.True((await OfferOfAsync(offer)).At("available").GetBoolean());
        await host.RefusedAsync("grace", "withdrawOffer", new { offer = offer.Id, version = 1 }, "NotAMember");
        await host.ChangeAsync("amina", "withdrawOffer", new { offer = offer.Id, version = 1 }, "offer { id }");
        Assert.False((await OfferOfAsync(offer)).At("available").GetBoolean());
        Assert.Equal(2, (await host.RefusedAsync("amina", "withdrawOffer", new { offer = offer.Id, version = 1 }, "StaleVersion", "current")).At("current").GetInt32());
    }

    [Fact]
    public async Task Only_members_ask_and_offer()
    {
        var team = await host.PublishAsync("amina", "Asks Alone");
        foreach (var persona in (string[])["grace", "lead", "administrator"])
        {
            await host.RefusedAsync(persona, "askForHelp", new { team = team.Id, text = "T?" }, "NotAMember");
            await host.RefusedAsync(persona, "offerHelp", new { team = team.Id, text = "T." }, "NotAMember");
        }
    }

    [Fact]
    public async Task Texts_are_checked()
    {
        var team = await host.PublishAsync("amina", "Checks Support");
        Assert.Equal("text", (await host.RefusedAsync("amina", "askForHelp", new { team = team.Id, text = " " }, "InvalidText", "field")).Text("field"));
        Assert.Equal("text", (await host.RefusedAsync("amina", "offerHelp", new { team = team.Id, text = new string('x', 5_000) }, "TextTooLong", "field")).Text("field"));
    }

    [Theory]
    [InlineData("askForHelp", "asks")]
    [InlineData("offerHelp", "offers")]
    public async Task Fifty_are_the_most(string mutation, string field)
    {
        var team = await host.RegisterAsync("amina", $"Fifty {field}");
        await host.ManyAsync("amina", team, 50, i => $"{mutation}(input: {{ team: $team, text: \"Number {i}\" }})");
        Assert.Equal(field, (await host.RefusedAsync("amina", mutation, new { team = team.Id, text = "One more" }, "TooMany", "field limit")).Text("field"));
    }

    [Fact]
    public async Task What_is_deleted_vanishes_and_comes_back()
    {
        var team = await host.PublishAsync("amina", "Deletes Support");
        var (ask, offer) = (await host.AskForAsync("amina", team, "Who tunes a celesta?"), await host.OfferAsync("amina", team, "We tune a celesta."));
        const string counts = """
            query($team: ID!) {
              asks(where: { text: { contains: "celesta" } }) { totalCount } offers(where: { text: { contains: "celesta" } }) { totalCount }
              teams(where: { asks: { some: { text: { contains: "celesta" } } } }) { totalCount }
              team: node(id: $team) { ... on Team { asks { id } offers { id } } }
            }
            """;
        async Task<IReadOnlyList<int>> CountAsync()
        {
            var data = await host.DataAsync(counts, new { team = team.Id }, "grace");
            return [data.At("asks", "totalCount").GetInt32(), data.At("offers", "totalCount").GetInt32(), data.At("teams", "totalCount").GetInt32(), data.At("team", "asks").GetArrayLength(), data.At("team", "offers").GetArrayLength()];
        }
        Assert.Equal([1, 1, 1, 1, 1], await CountAsync());
        await host.ChangeAsync("amina", "deleteAsk", new { id = ask.Id, version = 1 }, "ask { id }");
        await host.ChangeAsync("amina", "deleteOffer", new { id = offer.Id, version = 1 }, "offer { id }");
        Assert.Equal([0, 0, 0, 0, 0], await CountAsync());
        await host.RefusedAsync("grace", "restoreAsk", new { id = ask.Id }, "NotAMember");
        await host.ChangeAsync("amina", "restoreAsk", new { id = ask.Id }, "ask { id }");
        await host.ChangeAsync("amina", "restoreOffer", new { id = offer.Id }, "offer { id }");
        Assert.Equal([1, 1, 1, 1, 1], await CountAsync());
    }

    private async Task<JsonElement> OfferOfAsync(Row offer) => (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Offer { available } } }", new { id = offer.Id }, "grace")).At("node");
}
