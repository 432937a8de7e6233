using System.Text.Json;
using Equity.Graph.Persistence.Exchange.Reading;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>Personal details in free text keep an import out, and are never repeated.</summary>
public class ScreenedImportTests
{
    private const string Phone = "07700 900123";

    public static TheoryData<string, string> Fields { get; } = new()
    {
        { "name", Team("Ring 07700 900123") },
        { "organisation", With("organisation", Text) },
        { "service", With("service", Text) },
        { "locality", With("locality", Text) },
        { "programme", With("programme", Text) },
        { "aim", With("aim", Text) },
        { "summary", With("summary", Text) },
        { "coProductionPlan", With("coProductionPlan", Text) },
        { "members[0].name", With("members", new[] { new { role = "CARER", name = Text } }) },
        { "inequities[0].title", Inequity(Text, "b", "c") },
        { "inequities[0].population", Inequity("a", Text, "c") },
        { "inequities[0].evidence", Inequity("a", "b", Text) },
        { "asks[0]", With("asks", (string[])[Text]) },
        { "offers[0].text", With("offers", new[] { new { text = Text } }) },
        { "learning[0].title", With("learning", new[] { new { kind = "WORKED", title = Text, body = "b" } }) },
        { "learning[0].body", With("learning", new[] { new { kind = "WORKED", title = "a", body = Text } }) },
        { "name", Programme(new { kind = "programme", key = "p", name = Text }) },
        { "sharedAim", Programme(new { kind = "programme", key = "p", name = "P", sharedAim = Text }) },
        { "phases[0].name", Programme(new { kind = "programme", key = "p", name = "P", phases = new[] { new { number = 1, name = Text } } }) },
        { "phases[0].sharedAim", Programme(new { kind = "programme", key = "p", name = "P", phases = new[] { new { number = 1, sharedAim = Text } } }) },
    };

    private static string Text => $"Ring {Phone}";

    [Theory]
    [MemberData(nameof(Fields))]
    public async Task A_detail_in_any_free_text_is_refused_by_kind_and_place(string field, string line)
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.ImportAsync($"{Exchange.Team}\n{line}");
        Assert.Equal($"teams.jsonl:2: {field}: holds a phone number at characters 6 to 17; leave it out: free text must not tell who or where a person is", Assert.Single(report.Problems));
        Assert.Equal((0, 0, 0), await exchange.CountAsync());
    }

    [Fact]
    public async Task Several_details_are_told_at_once_with_the_other_problems()
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.ImportAsync($"{With("summary", $"{Phone}, sam@team.example and LS1 4AP")}\n{{}}");
        Assert.Equal(
            "teams.jsonl:1: summary: holds a phone number at characters 1 to 12, an e-mail address at characters 15 to 30 and a postcode at characters 36 to 42; leave them out: free text must not tell who or where a person is",
            report.Problems[0]);
        Assert.Equal(5, report.ProblemCount);
    }

    [Fact]
    public async Task A_cell_of_a_spreadsheet_is_screened_too()
    {
        using var exchange = await Exchange.StartAsync();
        exchange.Write("sheets/teams.csv", $"key,name,service,stage,summary\na,A,S,FORMING,Ring {Phone}\n");
        var report = await exchange.ImportAsync(ImportSource.At(Path.Combine(exchange.Folder, "sheets")));
        Assert.StartsWith("teams.csv:2: summary: holds a phone number at characters 6 to 17", Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_not_screened()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(With("members", new[] { new { key = "ls1-4ap", role = "CARER" } }));
    }

    [Theory]
    [InlineData("stage")]
    [InlineData("phase")]
    [InlineData("createdAt")]
    [InlineData("pausedUntil")]
    [InlineData("asks")]
    [InlineData("kind")]
    [InlineData("key")]
    [InlineData($"Ring {Phone}")]
    public async Task A_detail_where_it_does_not_belong_is_not_repeated(string field)
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.ImportAsync(With(field, $"Our own long way of asking: ring {Phone}"));
        Assert.DoesNotContain("900", Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_community_holds_none()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(await File.ReadAllTextAsync(Repository.Path("src", "Equity.Graph", "Persistence", "Demo", "community.jsonl")));
    }

    private static string Team(string name) => With("name", name);

    private static string Inequity(string title, string population, string evidence) => With("inequities", new[] { new { title, dimension = "AGE", population, evidence } });

    private static string Programme(object programme) => JsonSerializer.Serialize(programme);

    private static string With(string field, object value)
    {
        var team = new Dictionary<string, object> { ["key"] = "other", ["name"] = "Other", ["service"] = "Dental", ["stage"] = "FORMING", [field] = value };
        return JsonSerializer.Serialize(team);
    }
}
