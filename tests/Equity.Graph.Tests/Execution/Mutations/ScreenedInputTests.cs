using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Execution.Mutations;

/// <summary>Walks the inputs of all mutations as the schema has them: a text field that nobody screens cannot be added unseen.</summary>
public class ScreenedInputTests(EquityHost host) : IClassFixture<EquityHost>
{
    private const string Phone = "07700 900123";

    /// <summary>Texts that name something and are stored by no mutation, or not as a text: a person's subject at the issuer, the key of a programme, an address on the web.</summary>
    private static readonly string[] Names = ["addMember.person", "addResource.url", "forgetPerson.person", "updateTeam.programme", "updateResource.url", "createEvent.programme"];

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
            foreach (var text in input.Fields.Where(field => HoldsTexts(field.ResolvedType!) && !Names.Contains($"{mutation.Name}.{field.Name}")))
            {
                var given = input.Fields.Where(field => field.ResolvedType is NonNullGraphType).ToDictionary(field => field.Name, field => Valid(field, rows));
                given[text.Name] = $"Ring {Phone}";
                var error = await host.RefusedAsync(Runs(mutation.Name) ? "administrator" : "amina", mutation.Name, given, nameof(ContainsPersonalDetails), "field kinds places { start length }");
                Assert.Equal((text.Name, "PHONE_NUMBER", 5, 12), (error.Text("field"), error.At("kinds")[0].GetString(), error.At("places")[0].At("start").GetInt32(), error.At("places")[0].At("length").GetInt32()));
                Assert.DoesNotContain("900", error.GetRawText(), StringComparison.Ordinal);
                screened.Add($"{mutation.Name}.{text.Name}");
            }
        }
        // That the walk finds them: one of each sort of thing.
        Assert.Empty(((string[])["registerTeam.myName", "updateTeam.coProductionPlan", "addMember.name", "updateInequity.evidence", "shareLearning.body", "offerHelp.text"]).Except(screened));
    }

    /// <summary>One of each kind that inputs name, all at version 1.</summary>
    private async Task<Dictionary<string, string>> RowsAsync()
    {
        var team = await host.RegisterAsync("amina", "Screened");
        return new()
        {
            ["team"] = team.Id,
            ["member"] = (await host.DataAsync("query($id: ID!) { node(id: $id) { ... on Team { members { id } } } }", new { id = team.Id }, "amina")).At("node", "members")[0].Text("id"),
            ["inequity"] = (await host.TackleAsync("amina", team, "T")).Id,
            ["event"] = Row.Of((await host.ChangeAsync("administrator", "createEvent", new { name = "Screened", startsAt = "2026-12-02T10:00:00Z" }, "event { id version }")).At("event")).Id,
            ["learning"] = (await host.LearnAsync("amina", team, "T")).Id,
            ["poster"] = (await host.ChangeAsync("amina", "draftPoster", new { team = team.Id, title = "T" }, "poster { id }")).At("poster").Text("id"),
            ["resource"] = (await host.ChangeAsync("amina", "addResource", new { team = team.Id, kind = "LINK", title = "T", url = "https://example.org" }, "resource { id }")).At("resource").Text("id"),
        };
    }

    private static object Valid(FieldType field, Dictionary<string, string> rows) => Bare(field.ResolvedType!) switch
    {
        IdGraphType => rows[field.Name],
        IntGraphType => 1,
        InstantType => "2026-12-02T10:00:00Z",
        EnumerationGraphType choices => choices.Values.First().Name,
        _ when field.Name == "url" => "https://example.org",
        _ => "Some text",
    };

    /// <summary>What those do who run an event.</summary>
    private static bool Runs(string mutation) => mutation is "createEvent" or "updateEvent" or "planWorldCafe";

    private static bool HoldsTexts(IGraphType type) => Bare(type) is StringGraphType;

    private static IGraphType Bare(IGraphType type) => type is IProvideResolvedType { ResolvedType: { } inner } ? Bare(inner) : type;
}
