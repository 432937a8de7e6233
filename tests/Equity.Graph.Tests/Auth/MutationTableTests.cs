using System.Globalization;
using System.Text;
using System.Text.Json;
using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;
using Equity.Graph.Persistence;
using GraphQL;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Auth;

/// <summary>Every mutation, tried by each role on an own and on foreign teams, published and drafts, does as roles.csv says; a refused one changes nothing.</summary>
public class MutationTableTests(RoleHost host, ITestOutputHelper output) : IClassFixture<RoleHost>
{
    private const int AtOnce = 20;

    private static readonly (string Place, bool Draft)[] Places = [("home", false), ("near", false), ("far", false), ("home", true), ("near", true), ("far", true)];

    [Fact]
    public async Task Whoever_may_writes()
    {
        var tries = (from what in Target.Inputs.Keys
                     from role in Role.All
                     from at in PlacesOf(what)
                     where Expected(what, role, at.Place, at.Draft) == "written"
                     select (what, role, at.Place, at.Draft)).ToList();
        await using var db = await host.OpenAsync();
        var targets = await Target.MakeAsync(db, [.. tries.Select(each => (each.Place, each.Draft, each.what == "restoreTeam"))]);
        db.Add(new Person { Issuer = DevelopmentTokens.Issuer, Subject = "leaver", CreatedAt = DateTime.UnixEpoch });
        await db.SaveChangesAsync();
        foreach (var ((what, role, _, _), target) in tries.Zip(targets))
        {
            // Who asks to be forgotten has another name than who is needed later.
            var answer = await host.DataAsync(what == "forgetPerson: oneself" ? role.As($"leaving {role}") : role, $"mutation {{ done: {Field(what, Target.Inputs[what](target))} }}");
            Assert.True(answer.At("done").GetProperty("errors").ValueKind == JsonValueKind.Null, $"{what} by {role} on {target.Key}: {answer}");
            // What was deleted is not there to be shown.
            Assert.True(what.StartsWith("delete", StringComparison.Ordinal) || answer.At("done").EnumerateObject().Any(field => field.Value.ValueKind != JsonValueKind.Null), $"{what} by {role} on {target.Key}: {answer}");
        }
        output.WriteLine($"{tries.Count} mutations were written as decided.");
    }

    [Fact]
    public async Task Whoever_may_not_is_told_why_and_changes_nothing()
    {
        await using var db = await host.OpenAsync();
        var kept = await Target.MakeAsync(db, [.. Places.Select(at => (at.Place, at.Draft, false))]);
        var gone = await Target.MakeAsync(db, [.. Places.Select(at => (at.Place, at.Draft, true))]);
        var targets = Places.Zip(kept, gone).ToList();
        var before = await DumpAsync(db);
        var refused = 0;
        foreach (var role in Role.All)
        {
            var tried = new List<(string Field, string What, string Expected)>();
            foreach (var (what, input) in Target.Inputs)
            {
                foreach (var ((place, draft), target, deleted) in targets.Where(each => PlacesOf(what).Contains(each.First)))
                {
                    if (Expected(what, role, place, draft) is not "written" and var expected)
                        tried.Add((Field(what, input(what == "restoreTeam" ? deleted : target)), $"{what} by {role} on {target.Key}", expected));
                }
            }
            foreach (var some in tried.Chunk(AtOnce))
                AssertRefused(some, await host.AskAsync(role, $"mutation {{ {string.Join(' ', some.Select((each, i) => $"a{i}: {each.Field}"))} }}"));
            refused += tried.Count;
        }
        Assert.Equal(before, await DumpAsync(db));
        output.WriteLine($"{refused} mutations were refused as decided, and the database is as it was.");
    }

    [Fact]
    public void Every_line_about_a_mutation_is_tried() =>
        Assert.Equal(RoleTable.Of("mutation").Select(line => line.What).Order(StringComparer.Ordinal), Target.Inputs.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task A_lead_takes_a_team_of_no_programme_into_the_own_one_and_scores_none_before()
    {
        await using var db = await host.OpenAsync();
        var target = (await Target.MakeAsync(db, [("near", false, false)]))[0];
        await db.Teams.Where(team => team.Key == target.Key).ExecuteUpdateAsync(set => set.SetProperty(team => team.ProgrammeId, (int?)null));
        async Task<string> ErrorsAsync(string what) => (await host.DataAsync(Role.Of("lead"), $"mutation {{ done: updateTeam(input: {{ team: \"{target.Ids["Team"]}\", version: 1, {what} }}) {{ errors {{ __typename }} }} }}")).At("done").GetProperty("errors").GetRawText();
        Assert.Equal("""[{"__typename":"NotALead"}]""", await ErrorsAsync("coachScore: 1.5"));
        Assert.Equal("""[{"__typename":"NotALead"}]""", await ErrorsAsync("coachScore: 1.5, programme: \"far\""));
        Assert.Equal("null", await ErrorsAsync("coachScore: 1.5, programme: \"near\""));
    }

    private static IEnumerable<(string Place, bool Draft)> PlacesOf(string what) => Target.IsOfNoTeam(what) ? Places.Take(1) : Places.Where(at => !at.Draft || !Target.IsOfPublished(what));

    private static string Expected(string what, Role role, string place, bool draft)
    {
        var decision = RoleTable.Find("mutation", what).For(role, place);
        var isHidden = draft && !Target.IsOfNoTeam(what) && RoleTable.Find("row", "Team draft").For(role, place) == "hidden";
        return isHidden && decision != "FORBIDDEN" ? "NotFound" : decision;
    }

    private static string Field(string what, string input)
    {
        var name = what.Split(':')[0];
        var changed = name switch
        {
            "forgetPerson" => "rows",
            "markNotificationsRead" => "marked",
            "introduceTeams" => "introduced",
            "chooseMail" => "refused",
            "renewCalendar" => "addresses",
            "rateRecommendation" => "rating { id }",
            "addMember" or "updateMember" => "teamMember { id }",
            "recordCheckIn" => "friendship { id }",
            "adoptLearning" or "recordAdoptionOutcome" => "adoption { id }",
            "takeBackThanks" => "learning { id }",
            "recordPdsaCycle" => "changeIdea { id }",
            "recordMeasurements" or "removeMeasurements" => "measure { id }",
            "removeMember" => "team { id }",
            "startCafeRound" => "cafeRound { id }",
            "askPanel" or "voteForQuestion" or "takeBackVote" or "mergeQuestions" or "answerQuestion" => "panelQuestion { id }",
            "harvest" or "updateHarvestNote" or "mergeHarvestNotes" => "harvestNote { id }",
            "removeQuestion" or "removeHarvestNote" or "publishHarvest" => "event { id }",
            _ when name.EndsWith("WorldCafe", StringComparison.Ordinal) => "worldCafe { id }",
            "askForHelp" or "closeAsk" => "ask { id }",
            "offerHelp" or "withdrawOffer" => "offer { id }",
            _ => new[] { "Team", "Inequity", "Learning", "Adoption", "ChangeIdea", "Measure", "Ask", "Offer", "Friendship", "Event", "Poster", "Resource" }.First(kind => name.EndsWith(kind, StringComparison.Ordinal)).ToCamelCase() + " { id }",
        };
        return $"{name}(input: {{ {input} }}) {{ {changed} errors {{ __typename }} }}";
    }

    /// <summary>A document with a field that may not be used is refused whole, with an error for each such field.</summary>
    private static void AssertRefused((string Field, string What, string Expected)[] tried, JsonElement answer)
    {
        if (tried[0].Expected == "FORBIDDEN")
        {
            Assert.All(tried, each => Assert.Equal("FORBIDDEN", each.Expected));
            Assert.Equal(tried.Select(_ => "FORBIDDEN"), answer.GetProperty("errors").EnumerateArray().Select(error => error.At("extensions").Text("code")));
            return;
        }
        foreach (var (i, (_, what, expected)) in tried.Index())
        {
            var payload = answer.At("data", $"a{i}");
            Assert.True($$"""[{"__typename":"{{expected}}"}]""" == payload.GetProperty("errors").GetRawText(), $"{what}: {expected}, but {payload}");
            Assert.Single(payload.EnumerateObject(), field => field.Value.ValueKind != JsonValueKind.Null);
        }
    }

    /// <summary>All that is stored, but vectors, which are made of texts in the background.</summary>
    private static async Task<string> DumpAsync(EquityDbContext db)
    {
        var connection = db.Database.GetDbConnection();
        await db.Database.OpenConnectionAsync();
        var dump = new StringBuilder();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()!).Where(table => table != "Vectors").Distinct().Order(StringComparer.Ordinal))
        {
            await using var all = connection.CreateCommand();
            all.CommandText = $"SELECT * FROM \"{table}\" ORDER BY 1";
            await using var rows = await all.ExecuteReaderAsync();
            while (await rows.ReadAsync())
                dump.AppendLine(CultureInfo.InvariantCulture, $"{table} {string.Join('|', Enumerable.Range(0, rows.FieldCount).Select(rows.GetValue))}");
        }
        await db.Database.CloseConnectionAsync();
        return dump.ToString();
    }
}
