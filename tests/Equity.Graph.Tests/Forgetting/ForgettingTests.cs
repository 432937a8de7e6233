using System.Net.Http.Json;
using System.Text.Json;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Tests.Execution.Mutations;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Forgetting;

public class ForgettingTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Fact]
    public async Task A_name_that_stood_everywhere_stands_nowhere()
    {
        var team = await EverywhereAsync("newcomer", "Zebedee Quartermaine");
        await StoreAnswerAsync("newcomer", "Zebedee Quartermaine");
        var texts = (string[])["Ask zebedee quartermaine about the ramp?", "Once Zebedee said so."];
        await host.WithinAsync(async () => texts.Select(text => ContentHash.Of(text).ToString()).All((await Remains.VectorsAsync(host.Data)).Contains));
        Assert.NotEmpty(await Remains.OfAsync(host.Data, "Quartermaine"));

        var rows = (await host.ChangeAsync("newcomer", "forgetPerson", new { }, "rows")).At("rows").GetInt32();
        Assert.True(rows >= 10, $"{rows}");
        Assert.Empty(await Remains.OfAsync(host.Data, "quartermaine"));
        Assert.Empty(await Remains.OfAsync(host.Data, "zebedee"));
        var vectors = await Remains.VectorsAsync(host.Data);
        Assert.DoesNotContain(texts, text => vectors.Contains(ContentHash.Of(text).ToString()));
        Assert.Contains(ContentHash.Of("Who else has a ramp?").ToString(), vectors);

        var read = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { aim members { role name } asks { text } learning { nodes { title body } } audit(first: 100) { nodes { by before after digest } } } } }", new { id = team.Id })).At("node");
        Assert.Equal("[somebody] leads us to the ramp.", read.Text("aim"));
        Assert.All(read.At("audit", "nodes").EnumerateArray().Where(entry => entry.Text("by") != "server"), entry => Assert.Equal("forgotten", entry.Text("by")));
        Assert.All(read.At("audit", "nodes").EnumerateArray(), entry => Assert.Equal(64, entry.Text("digest").Length));
        Assert.Empty(read.At("members").EnumerateArray());
    }

    [Theory]
    [InlineData("Xanthippe Wolverhampton", "Xanthippe", "Wolverhampton")]
    [InlineData("Ødegård \"Bix\" Quillfeather", "degård", "degard", "Bix", "Quillfeather")]
    [InlineData("Peregrine O'Mordha-Æthelstan", "Peregrine", "Mordha", "thelstan")]
    public async Task A_name_goes_from_json_whatever_is_around_it(string name, params string[] parts)
    {
        await using var own = new EquityHost();
        var team = Row.Of((await own.ChangeAsync("newcomer", "registerTeam", new { name = "Lines", service = "S", myRole = "CARER", myName = name, organisation = $"Dr {name} and partners" }, "team { id key version }")).At("team"));
        await own.ChangeAsync("newcomer", "updateTeam", new { team = team.Id, version = 1, summary = $"They said:\n{name}\tcame.\n{name.Split(' ')[^1]} too.", aim = $"With\u00a0{name.Replace(' ', '\u00a0')}" }, "__typename");
        await own.LearnAsync("newcomer", team, $"{name}'s tip", $"Once\n{name}");
        await own.ChangeAsync("newcomer", "addMember", new { team = team.Id, role = "OTHER", person = "tom" }, "__typename");
        var read = await own.KeyedAsync("tom", new { query = "mutation($team: ID!) { offerHelp(input: { team: $team, text: \"Help\" }) { offer { team { summary aim organisation { name } } } } }", variables = new { team = team.Id } }, ["reads"]);
        Assert.Contains(parts[^1], read.Text, StringComparison.Ordinal);
        await own.ChangeAsync("newcomer", "forgetPerson", new { }, "rows");
        foreach (var part in parts)
            Assert.Empty(await Remains.OfAsync(own.Data, part));
    }

    [Fact]
    public async Task Nobody_takes_words_out_of_others_texts_by_bearing_them_as_a_name()
    {
        var other = await host.PublishAsync("grace", "Words of Ours");
        await host.LearnAsync("grace", other, "We fail safe here");
        await host.ChangeAsync("grace", "updateTeam", new { team = other.Id, version = other.Version, organisation = "Fail Safe Trust" }, "__typename");
        var team = await host.PublishAsync("coach", "Named After Words");
        await host.ChangeAsync("coach", "updateTeam", new { team = team.Id, version = team.Version, organisation = "Fail Safe Trust" }, "__typename");
        await NameAsync("coach", team, "Fail Safe");
        await host.ChangeAsync("coach", "forgetPerson", new { }, "rows");
        var read = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { organisation { name } audit { nodes { after } } } } }", new { id = other.Id }, "grace")).At("node");
        Assert.Equal("Fail Safe Trust", read.At("organisation").Text("name"));
        Assert.Contains(read.Nodes("audit"), entry => entry.Text("after").Contains("We fail safe here", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_of_others_stay()
    {
        var team = await host.PublishAsync("amina", "Two Names");
        await NameAsync("amina", team, "Oluwaseun Adeyemi-Brook");
        await host.ChangeAsync("amina", "addMember", new { team = team.Id, role = "CARER", name = "Oluwaseun Fairweather", nameFor = "ANYONE" }, "__typename");
        await host.ChangeAsync("amina", "addMember", new { team = team.Id, role = "OTHER", person = "tom" }, "__typename");
        await host.ChangeAsync("amina", "updateTeam", new { team = team.Id, version = team.Version, summary = "Adeyemi-Brook and Fairweather; brooks are not named." }, "__typename");
        await host.ChangeAsync("amina", "forgetPerson", new { }, "rows");
        var read = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { summary members { name } } } }", new { id = team.Id }, EquityHost.Visitor)).At("node");
        Assert.Equal("[somebody] and Fairweather; brooks are not named.", read.Text("summary"));
        Assert.Contains("Oluwaseun Fairweather", read.At("members").EnumerateArray().Select(member => member.At("name").GetString()));
    }

    [Fact]
    public async Task A_word_that_is_a_part_of_the_name_stays_in_other_teams_audit()
    {
        var other = await host.PublishAsync("grace", "Hopeful");
        await host.LearnAsync("grace", other, "We hope for a quieter ward");
        var team = await host.PublishAsync("coach", "Where Hope Worked");
        await NameAsync("coach", team, "Hope Larkspur");
        await host.ChangeAsync("coach", "forgetPerson", new { }, "rows");
        Assert.Contains((await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { audit { nodes { after } } } } }", new { id = other.Id }, "grace")).Nodes("node", "audit"),
            entry => entry.Text("after").Contains("We hope for a quieter ward", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Forgetting_twice_is_harmless()
    {
        var team = await host.PublishAsync("tom", "Twice Forgotten");
        await host.ChangeAsync("tom", "addMember", new { team = team.Id, role = "OTHER", person = "grace" }, "__typename");
        await host.ChangeAsync("tom", "forgetPerson", new { }, "rows");
        Assert.Equal(1, (await host.ChangeAsync("tom", "forgetPerson", new { }, "rows")).At("rows").GetInt32());
        await host.RefusedAsync("tom", "updateTeam", new { team = team.Id, version = team.Version, aim = "A" }, "NotAMember");
    }

    [Fact]
    public async Task A_request_with_an_Idempotency_Key_forgets_too()
    {
        await host.PublishAsync("tom", "Keyed");
        using var client = host.ClientFor("tom");
        client.DefaultRequestHeaders.Add(IdempotencyKey.Header, "forget-me");
        foreach (var _ in (int[])[1, 2])
        {
            using var response = await client.PostAsJsonAsync("/graphql", new { query = "mutation { forgetPerson(input: {}) { rows errors { ... on Error { message } } } }" });
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True(answer.At("data", "forgetPerson", "rows").GetInt32() > 0, answer.ToString());
        }
        await using var db = await host.OpenAsync();
        Assert.False(await db.StoredAnswers.AnyAsync(stored => stored.Key == "forget-me"));
    }

    [Fact]
    public async Task Only_an_administrator_forgets_somebody_else()
    {
        Assert.Equal("person", (await host.RefusedAsync("lead", "forgetPerson", new { person = "analyst" }, "NotAnAdministrator", "field")).Text("field"));
        Assert.Equal("person", (await host.RefusedAsync("administrator", "forgetPerson", new { person = "who-never-came" }, "NotFound", "field")).Text("field"));
        var team = await host.PublishAsync("analyst", "Asked by Letter");
        await NameAsync("analyst", team, "Wilhelmina Osterley");
        await host.ChangeAsync("administrator", "forgetPerson", new { person = "analyst" }, "rows");
        Assert.Empty(await Remains.OfAsync(host.Data, "osterley"));
    }

    [Fact]
    public async Task What_a_forgotten_person_is_asked_again_is_not_known_to_the_server()
    {
        await host.PublishAsync("lead", "Led");
        await StoreAnswerAsync("lead", "nothing");
        await host.ChangeAsync("lead", "forgetPerson", new { }, "rows");
        Assert.Empty((await host.DataAsync("{ viewer { teams { key } } }", persona: "lead")).At("viewer", "teams").EnumerateArray());
        await using var db = await host.OpenAsync();
        Assert.False(await db.People.AnyAsync(person => person.Subject == "lead"));
    }

    /// <summary>A team of a persona with the name in every text that it can have; some of it deleted or overwritten.</summary>
    private async Task<Row> EverywhereAsync(string persona, string name)
    {
        var team = Row.Of((await host.ChangeAsync(persona, "registerTeam", new { name = $"Friends of {name}", service = $"{name}'s ward", myRole = "CARER", myName = name, myNameFor = "ANYONE" }, "team { id key version }")).At("team"));
        await host.ChangeAsync(persona, "updateTeam", new { team = team.Id, version = 1, aim = $"{name} leads us.", summary = name.ToUpperInvariant(), locality = $"Near {name}", coProductionPlan = $"With {name}" }, "__typename");
        await host.ChangeAsync(persona, "updateTeam", new { team = team.Id, version = 2, aim = $"{name} leads us to the ramp." }, "__typename");
        await host.ChangeAsync(persona, "publishTeam", new { team = team.Id, version = 3 }, "__typename");
        await host.TackleAsync(persona, team, $"{name} cannot get in", $"People like {name}");
        await host.LearnAsync(persona, team, $"What {name} told us", $"\"{name}\" ({name}) said: {name}, {name}!");
        var old = await host.LearnAsync(persona, team, "Deleted since", $"{name} was here");
        await host.ChangeAsync(persona, "deleteLearning", new { id = old.Id, version = 1 }, "__typename");
        await host.AskForAsync(persona, team, $"Ask {name.ToLowerInvariant()} about the ramp?");
        await host.AskForAsync(persona, team, "Who else has a ramp?");
        await host.OfferAsync(persona, team, $"Once {name.Split(' ')[0]} said so.");
        return team;
    }

    private async Task NameAsync(string persona, Row team, string name)
    {
        var seat = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { members { id isYou } } } }", new { id = team.Id }, persona)).At("node", "members").EnumerateArray().Single(member => member.At("isYou").GetBoolean()).Text("id");
        await host.ChangeAsync(persona, "updateMember", new { member = seat, name }, "__typename");
    }

    private async Task StoreAnswerAsync(string persona, string text)
    {
        await using var db = await host.OpenAsync();
        var person = await db.People.SingleAsync(known => known.Subject == persona);
        db.Add(new StoredAnswer { PersonId = person.Id, Key = text, BodyHash = "0", StartedAt = host.Clock.GetUtcNow().UtcDateTime, Status = 200, ContentType = "application/json", Body = $"{{\"data\":\"{text}\"}}" });
        var other = await db.People.FirstAsync(known => known.Subject == "administrator");
        db.Add(new StoredAnswer { PersonId = other.Id, Key = persona, BodyHash = "0", StartedAt = host.Clock.GetUtcNow().UtcDateTime, Status = 200, ContentType = "application/json", Body = $"{{\"data\":\"{text}\"}}" });
        await db.SaveChangesAsync();
    }

}
