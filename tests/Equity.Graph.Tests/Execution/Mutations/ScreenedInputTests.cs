using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Tests.Events;
using Equity.Graph.Tests.Events.Harvest;
using Equity.Graph.Tests.Events.Panels;
using Equity.Graph.Tests.Friendships;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Execution.Mutations;

/// <summary>Walks the inputs of all mutations as the schema has them: a text field that nobody screens cannot be added unseen.</summary>
public class ScreenedInputTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Phone = "07700 900123";

    /// <summary>Texts that name something and are stored by no mutation, or not as a text: a person's subject at the issuer, the key of a programme, a kind of notification, an address on the web.</summary>
    private static readonly string[] Names = ["addMember.person", "addResource.url", "chooseMail.kind", "createEvent.programme", "forgetPerson.person", "removeMeasurements.stratum", "updateTeam.programme", "updateResource.url"];

    /// <summary>Texts that are there to hold how a person is reached.</summary>
    private static readonly string[] Contacts = ["proposeFriendship.contact", "acceptFriendship.contact", "updateFriendship.contact"];

    [Fact]
    public async Task Every_text_that_a_mutation_takes_is_screened()
    {
        var schema = host.Services.GetRequiredService<EquitySchema>();
        schema.Initialize();
        var rows = await RowsAsync();
        var screened = new List<string>();
        foreach (var mutation in schema.Mutation!.Fields.OrderBy(field => field.Name, StringComparer.Ordinal))
        {
            var input = (IInputObjectGraphType)Bare(Assert.Single(mutation.Arguments!).ResolvedType!);
            foreach (var text in input.Fields.Where(field => HoldsTexts(field.ResolvedType!) && !Names.Concat(Contacts).Contains($"{mutation.Name}.{field.Name}")))
            {
                var given = input.Fields.Where(field => field.ResolvedType is NonNullGraphType).ToDictionary(field => field.Name, field => Valid(mutation.Name, field, rows));
                given[text.Name] = $"Ring {Phone}";
                var error = await host.RefusedAsync(Runs(mutation.Name) ? "administrator" : "amina", mutation.Name, given, nameof(ContainsPersonalDetails), "field kinds places { start length }");
                Assert.Equal((text.Name, "PHONE_NUMBER", 5, 12), (error.Text("field"), error.At("kinds")[0].GetString(), error.At("places")[0].At("start").GetInt32(), error.At("places")[0].At("length").GetInt32()));
                Assert.DoesNotContain("900", error.GetRawText(), StringComparison.Ordinal);
                screened.Add($"{mutation.Name}.{text.Name}");
            }
        }
        // That the walk finds them: one of each sort of thing.
        Assert.Empty(((string[])["registerTeam.myName", "updateTeam.coProductionPlan", "addMember.name", "updateInequity.evidence", "shareLearning.body", "offerHelp.text", "planWorldCafe.questions"]).Except(screened));
    }

    /// <summary>One of each kind that inputs name, all at version 1; where a mutation needs another one, under the mutation's name too.</summary>
    private async Task<Dictionary<string, object>> RowsAsync()
    {
        var team = await host.RegisterAsync("amina", "Screened");
        var (asking, asked) = (await host.PublishAsync("amina", "Asking"), await host.PublishAsync("tom", "Asked"));
        var proposal = await host.ProposeAsync("tom", await host.PublishAsync("tom", "Waiting"), asking);
        var friendship = await host.BefriendAsync("tom", await host.PublishAsync("tom", "Friend"), "amina", asking);
        var draft = Row.Of((await host.ChangeAsync("administrator", "createEvent", new { name = "Screened", startsAt = "2026-12-02T10:00:00Z" }, "event { id version }")).At("event"));
        var gathering = Row.Of((await host.ChangeAsync("administrator", "publishEvent", new { @event = draft.Id, version = draft.Version }, "event { id version }")).At("event"));
        await host.JoinAsync("amina", gathering, asking);
        await host.SeatAsync(gathering.Id, [asking]);
        var bare = Row.Of((await host.ChangeAsync("administrator", "createEvent", new { name = "Without a Café", startsAt = "2026-12-02T10:00:00Z" }, "event { id version }")).At("event"));
        return new()
        {
            ["planWorldCafe.event"] = bare.Id,
            ["from"] = asking.Id,
            ["to"] = asked.Id,
            ["friendship"] = friendship.Id,
            ["acceptFriendship.friendship"] = proposal.Id,
            ["declineFriendship.friendship"] = proposal.Id,
            ["updateFriendship.version"] = friendship.Version,
            ["team"] = team.Id,
            ["member"] = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { members { id } } } }", new { id = team.Id }, "amina")).At("node", "members")[0].Text("id"),
            ["inequity"] = (await host.TackleAsync("amina", team, "T")).Id,
            ["event"] = gathering.Id,
            ["updateEvent.version"] = gathering.Version,
            ["question"] = (await host.AskPanelAsync("amina", gathering.Id, "Who pays?")).Id,
            ["note"] = (await host.HearAsync("amina", gathering.Id, asking, "They do.")).Id,
            ["learning"] = (await host.LearnAsync("amina", team, "T")).Id,
            ["poster"] = (await host.ChangeAsync("amina", "draftPoster", new { team = team.Id, title = "T" }, "poster { id }")).At("poster").Text("id"),
            ["resource"] = (await host.ChangeAsync("amina", "addResource", new { team = team.Id, kind = "LINK", title = "T", url = "https://example.org" }, "resource { id }")).At("resource").Text("id"),
            ["adoptLearning.learning"] = (await host.LearnAsync("tom", asked, "T")).Id,
            ["adoption"] = (await host.AdoptAsync("amina", team, await host.LearnAsync("tom", asked, "Tried"))).Id,
            ["measure"] = (await host.ChangeAsync("amina", "createMeasure", new { team = team.Id, name = "T", kind = "OUTCOME", unit = "U", better = "LOWER", countsPeople = true }, "measure { id }")).At("measure").Text("id"),
            ["changeIdea"] = (await host.IdeaAsync("amina", team, "T")).Id,
        };
    }

    private static object Valid(string mutation, FieldType field, Dictionary<string, object> rows) => Bare(field.ResolvedType!) switch
    {
        _ when rows.TryGetValue($"{mutation}.{field.Name}", out var own) => own,
        IdGraphType => rows[field.Name],
        IntGraphType => 1,
        BooleanGraphType => true,
        InstantType => "2026-12-02T10:00:00Z",
        EnumerationGraphType choices => choices.Values.First().Name,
        _ when field.Name == "url" => "https://example.org",
        _ => "Some text",
    };

    /// <summary>What those do who run an event.</summary>
    private static bool Runs(string mutation) => mutation is "createEvent" or "updateEvent" or "planWorldCafe" or "answerQuestion";

    private static bool HoldsTexts(IGraphType type) => Bare(type) is StringGraphType;

    private static IGraphType Bare(IGraphType type) => type is IProvideResolvedType { ResolvedType: { } inner } ? Bare(inner) : type;
}
