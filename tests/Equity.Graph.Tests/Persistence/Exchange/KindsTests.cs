using System.Text.RegularExpressions;
using Equity.Graph.Auth;
using Equity.Graph.Events;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Posters.Files;
using Equity.Graph.Tests.Posters;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>Lines of every kind go out and come in: those of docs/exchange.md.</summary>
public partial class KindsTests
{
    private const string Poster = "our-poster.png";

    /// <summary>The lines that the document shows.</summary>
    private static string Documented => Block().Match(File.ReadAllText(Repository.Path("docs", "exchange.md"))).Groups[1].Value;

    [Fact]
    public async Task The_lines_of_the_document_come_back_as_they_were_and_a_second_time_nothing_changes()
    {
        using var exchange = await Exchange.StartAsync();
        var first = await StoreAsync(exchange, Documented);
        Assert.Empty(first.Remarks);
        Assert.EndsWith(" 1 stage. 1 friendship. 1 event. 2 questions. 2 harvest notes. 1 poster. 1 resource. 1 adoption. 1 measure. 1 change idea.", first.Counts.ToString(), StringComparison.Ordinal);
        Assert.Equal(Documented, Named(await exchange.ExportAsync()));
        Assert.Equal(LineKind.All.Select(kind => kind.Name).Order(), Documented.Split('\n').Select(line => KindOf().Match(line).Groups[1].Value).Where(kind => kind is not ("" or "programme")).Distinct().Order());
        var before = await AuditAsync(exchange);
        var again = await StoreAsync(exchange, Documented);
        Assert.Equal((3, before), (again.Counts.TeamsUnchanged, await AuditAsync(exchange)));
    }

    [Fact]
    public async Task An_export_imported_into_an_empty_folder_exports_the_same_bytes_pictures_and_all()
    {
        using var one = await Exchange.StartAsync();
        using var other = Exchange.WithoutDatabase();
        await StoreAsync(one, Documented);
        var exported = await one.ExportAsync();
        await ExportFilesAsync(one, other.Folder);
        var report = await other.ImportAsync(ImportSource.At(other.Write("community.jsonl", exported)));
        Assert.Empty(report.Problems.Concat(report.Remarks));
        Assert.Equal(exported, await other.ExportAsync());
        await using var db = await other.Contexts.OpenAsync(Viewer.System);
        var poster = await db.Posters.SingleAsync();
        Assert.True(other.Blobs.Has(poster.Image!) && other.Blobs.Has(poster.SmallThumbnail!) && other.Blobs.Has(poster.LargeThumbnail!));
        Assert.Equal((CafeStatus.Running, (DateTime?)null), await db.WorldCafes.Select(cafe => new ValueTuple<CafeStatus, DateTime?>(cafe.Status, cafe.OverAt)).SingleAsync());
    }

    [Fact]
    public async Task The_measures_of_a_change_idea_are_those_that_its_line_names()
    {
        using var exchange = await Exchange.StartAsync();
        await StoreAsync(exchange, Documented);
        const string named = "\"measures\":[\"missed-visits\"],", idea = """{"kind":"changeIdea","team":"saltway","key":"evening-hours","title":"Evening hours","measures":""";
        var wrong = await exchange.ImportAsync(idea + "[\"visits\"]}");
        Assert.Equal("teams.jsonl:1: measures: holds \"visits\", which is the key of no measure of the team", Assert.Single(wrong.Problems));
        await exchange.StoreAsync(idea + "[]}");
        Assert.Equal(Documented.Replace(named, "", StringComparison.Ordinal), Named(await exchange.ExportAsync()));
        await exchange.StoreAsync(idea + "[\"missed-visits\"]}");
        Assert.Equal(Documented, Named(await exchange.ExportAsync()));
    }

    [Fact]
    public async Task Lines_come_in_any_order()
    {
        using var exchange = Exchange.WithoutDatabase();
        await StoreAsync(exchange, string.Join('\n', Documented.Split('\n', StringSplitOptions.RemoveEmptyEntries).Reverse()));
        Assert.Equal(Documented, Named(await exchange.ExportAsync()));
    }

    [Fact]
    public async Task What_was_a_photograph_stays_byte_for_byte_as_it_was_exported()
    {
        using var one = await Exchange.StartAsync();
        using var other = await Exchange.StartAsync();
        one.Write($"{PosterFile.FolderName}/photo.jpg", "");
        await File.WriteAllBytesAsync(Path.Combine(one.Folder, PosterFile.FolderName, "photo.jpg"), Pictures.Photograph());
        await StoreAsync(one, Documented.Replace(Poster, "photo.jpg", StringComparison.Ordinal));
        await ExportFilesAsync(one, other.Folder);
        await other.ImportAsync(ImportSource.At(other.Write("community.jsonl", await one.ExportAsync())));
        Assert.Equal(await one.ExportAsync(), await other.ExportAsync());
    }

    [Fact]
    public async Task A_poster_whose_picture_is_missing_is_a_draft_and_a_remark_says_where_the_picture_belongs()
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.StoreAsync(Documented);
        Assert.Equal(
            [
                "teams.jsonl:12: image: \"our-poster.png\" is not in the folder posters/ beside the input; put it there and import again.",
                "teams.jsonl:12: publishedAt: the poster has neither picture nor PDF and stays a draft.",
            ], report.Remarks);
        await StoreAsync(exchange, Documented);
        Assert.Equal(Documented, Named(await exchange.ExportAsync()));
    }

    [Fact]
    public async Task Teams_join_and_wait_in_the_order_of_the_list()
    {
        using var exchange = await Exchange.StartAsync();
        var keys = Enumerable.Range(0, 60).Select(i => $"team-{i * 37 % 60}").ToList();
        var teams = string.Join('\n', keys.Order().Select(key => $$"""{"key":"{{key}}","name":"{{key}}","service":"S","stage":"FORMING"}"""));
        var attendance = string.Join(',', keys.Select((key, i) => $$"""{"team":"{{key}}","waits":{{(i < 40 ? "false" : "true")}}}"""));
        await exchange.StoreAsync($$"""
            {{teams}}
            {"kind":"event","key":"day","name":"A day","startsAt":"2027-03-20T10:00:00Z","capacity":40,"attendance":[{{attendance}}]}
            """);
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        Assert.Equal(keys, await db.Attendance.OrderBy(there => there.Id).Select(there => there.Team!.Key).ToListAsync());
    }

    [Fact]
    public async Task An_event_that_was_deleted_is_brought_back_with_all_that_belongs_to_it()
    {
        using var exchange = await Exchange.StartAsync();
        await StoreAsync(exchange, Documented);
        await using (var db = await exchange.Contexts.OpenAsync(Viewer.System))
        {
            db.Remove(await db.Events.SingleAsync());
            await db.SaveChangesAsync();
        }
        Assert.DoesNotContain("spring-cafe\"", await exchange.ExportAsync(), StringComparison.Ordinal);
        await StoreAsync(exchange, Documented);
        Assert.Equal(Documented, Named(await exchange.ExportAsync()));
    }

    [Fact]
    public async Task A_changed_line_updates_by_key_and_the_seats_of_a_round_are_those_of_the_line()
    {
        using var exchange = await Exchange.StartAsync();
        await StoreAsync(exchange, Documented);
        var changed = Documented
            .Replace("\"place\":\"Town hall\"", "\"place\":\"Library\"", StringComparison.Ordinal)
            .Replace("\"capacity\":2", "\"capacity\":3", StringComparison.Ordinal)
            .Replace("\"hasCaptions\":true", "\"hasCaptions\":false", StringComparison.Ordinal)
            .Replace("\"do\":\"Six people came.\"", "\"do\":\"Seven people came.\"", StringComparison.Ordinal)
            .Replace("\"minutes\":20,\"tables\":[{\"number\":1,\"host\":\"saltway\",\"teams\":[\"blue-door\",\"saltway\"]}]", "\"minutes\":25,\"tables\":[{\"number\":2,\"host\":\"tern\",\"teams\":[\"saltway\",\"tern\"]}]", StringComparison.Ordinal);
        await StoreAsync(exchange, changed);
        Assert.Equal(changed, Named(await exchange.ExportAsync()));
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        Assert.Equal(2, (await db.ChangeIdeas.SingleAsync()).Version);
    }

    [Theory]
    [InlineData("\"startsAt\":\"2026-03-20T10:00:00Z\",\"endsAt\":\"2026-03-20T12:00:00Z\"", "\"startsAt\":\"2026-03-20T10:00:00Z\",\"endsAt\":\"2026-03-20T09:00:00Z\"", "teams.jsonl:7: endsAt: must be later than startsAt")]
    [InlineData("{\"team\":\"tern\",\"joinedAt\"", "{\"team\":\"saltway\",\"joinedAt\"", "teams.jsonl:7: attendance[2].team: is \"saltway\", as earlier in the list; write each team once")]
    [InlineData("\"number\":2,\"question\"", "\"number\":3,\"question\"", "teams.jsonl:7: cafe.rounds: must be numbered 1, 2, 3 and so on, each number once")]
    [InlineData("\"minutes\":20,\"startedAt\":\"2026-03-20T10:05:00Z\",\"tables\":[{\"number\":1,\"host\":\"saltway\"", "\"minutes\":20,\"tables\":[{\"number\":1,\"host\":\"tern\"", "teams.jsonl:7: cafe.rounds[0].tables[0].host: is \"tern\", which is none of the teams at the table")]
    [InlineData("\"key\":\"our-walk\",\"event\":\"spring-cafe\"", "\"key\":\"our-walk\",\"event\":\"spring-caff\"", "teams.jsonl:12: event: is \"spring-caff\", which is the key of no event in the input or in the database. Correct the key, or add the event's line; did you mean spring-cafe?")]
    [InlineData("\"askedBy\":\"tern\",\"askedAt\"", "\"askedBy\":\"tern\",\"mergedInto\":\"spring-cafe-question-2\",\"askedAt\"", "teams.jsonl:8: mergedInto: is \"spring-cafe-question-2\", which is merged into another one itself; name that")]
    [InlineData("\"mergedInto\":\"spring-cafe-note\"", "\"mergedInto\":\"spring-cafe-note-2\"", "teams.jsonl:11: mergedInto: is \"spring-cafe-note-2\", which is the key of no other note at the event")]
    [InlineData("At the bakery, at five.", "Ring 07700 900123", "teams.jsonl:8: answers[0].text:")]
    [InlineData("People walk for two miles.", "Ring 07700 900123", "teams.jsonl:11: text:")]
    [InlineData("\"altText\":\"A map with a long way to the clinic.\",", "", "teams.jsonl:12: altText: is required of a poster that others see; or leave publishedAt out")]
    [InlineData("https://example.org/watch", "http://example.org/watch", "teams.jsonl:13: url: must be a whole address that begins with https://, without a name and password in it")]
    [InlineData("\"learning\":\"blue-door/they-walk\",\"note\"", "\"learning\":\"saltway/ask-first\",\"note\"", "teams.jsonl:14: learning: is the team's own; a team tries what another one has learnt")]
    [InlineData("\"ledTo\":\"saltway/ask-first\"", "\"ledTo\":\"saltway/ask-last\"", "teams.jsonl:14: ledTo: is \"saltway/ask-last\", which names no learning in the input or in the database; write the keys of the team and of the learning, for example \"blue-door/they-walk\"")]
    [InlineData("\"startedOn\":\"2026-04-09\"", "\"startedOn\":\"1926-04-09\"", "teams.jsonl:16: cycles[0].startedOn: is 1926-04-09; allowed are days from 2000-01-01 to 2027-11-01")]
    [InlineData("\"heardAtEvent\":\"spring-cafe\"", "\"heardAtEvent\":\"winter\"", "teams.jsonl:2: learning[0].heardAtEvent: is \"winter\", which is the key of no event in the input or in the database. Correct the key, or add the event's line")]
    [InlineData("\"kind\":\"changeIdea\"", "\"kind\":\"changeidea\"", "teams.jsonl:16: kind: is \"changeidea\"; the kinds of line are team, programme, stageLeft, friendship, event, question, harvestNote, poster, resource, adoption, measure, changeIdea; did you mean changeIdea?")]
    [InlineData("\"numerator\":31,", "\"numerator\":31.5,", "teams.jsonl:15: points[0].numerator: must be a whole number, since the measure counts people")]
    [InlineData("\"date\":\"2026-03-01\",\"stratum\":\"IMD 1\"", "\"date\":\"2029-03-01\",\"stratum\":\"IMD 1\"", "teams.jsonl:15: points[0].date: must be a day from 1990-01-01 to")]
    [InlineData("\"stratum\":\"IMD 2 to 5\"", "\"stratum\":\"IMD 6\"", "teams.jsonl:15: points[1].stratum: must be one of \"IMD 1\", \"IMD 2 to 5\"")]
    [InlineData("\"order\":2}]", "\"order\":1}]", "teams.jsonl:15: strata: must have an order each, every one once, or none at all")]
    [InlineData("\"countsPeople\":true,", "", "teams.jsonl:15: countsPeople: is required: say true where figures count people")]
    public async Task A_line_that_is_wrong_is_refused_with_its_number_and_what_to_do_and_nothing_is_stored(string right, string wrong, string problem)
    {
        using var exchange = await Exchange.StartAsync();
        var report = await exchange.ImportAsync(Documented.Replace(right, wrong, StringComparison.Ordinal));
        Assert.StartsWith(problem, report.Problems[0], StringComparison.Ordinal);
        Assert.Equal(0, (await exchange.CountAsync()).Teams);
    }

    [Theory]
    [InlineData("no picture at all", Poster, "teams.jsonl:12: image: cannot be kept: The file begins like no PNG, JPEG, WebP or PDF")]
    [InlineData("%PDF-1.7", Poster, "teams.jsonl:12: image: is a PDF; name it in pdf")]
    public async Task A_file_that_is_no_picture_is_a_problem(string content, string name, string problem)
    {
        using var exchange = await Exchange.StartAsync();
        exchange.Write($"{PosterFile.FolderName}/{name}", content);
        var report = await exchange.ImportAsync(ImportSource.At(exchange.Write("teams.jsonl", Documented)));
        Assert.StartsWith(problem, Assert.Single(report.Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_that_leads_out_of_the_folder_finds_nothing()
    {
        using var exchange = await Exchange.StartAsync();
        exchange.Write(Poster, "");
        await File.WriteAllBytesAsync(Path.Combine(exchange.Folder, Poster), Pictures.Png());
        exchange.Write($"{PosterFile.FolderName}/other", "");
        var report = await exchange.ImportAsync(ImportSource.At(exchange.Write("teams.jsonl", Documented.Replace(Poster, $"../{Poster}", StringComparison.Ordinal))));
        Assert.Equal(2, report.Remarks.Count);
    }

    private static async Task<ImportReport> StoreAsync(Exchange exchange, string lines)
    {
        exchange.Write($"{PosterFile.FolderName}/{Poster}", "");
        await File.WriteAllBytesAsync(Path.Combine(exchange.Folder, PosterFile.FolderName, Poster), Pictures.Png());
        var report = await exchange.ImportAsync(ImportSource.At(exchange.Write("teams.jsonl", lines)));
        Assert.Empty(report.Problems);
        return report;
    }

    private static async Task ExportFilesAsync(Exchange exchange, string folder)
    {
        var report = await new Exporter(exchange.Contexts).ExportAsync(Stream.Null, withNames: true, CancellationToken.None);
        Assert.Empty(await PosterFile.WriteAsync(report.Files, exchange.Blobs, folder, CancellationToken.None));
    }

    private static async Task<int> AuditAsync(Exchange exchange)
    {
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        return await db.Audit.CountAsync();
    }

    /// <summary>The lines with the name that a person gave the picture.</summary>
    private static string Named(string exported) => Hash().Replace(exported, Poster);

    [GeneratedRegex("```jsonl\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^\\{\"kind\":\"(\\w+)\"")]
    private static partial Regex KindOf();

    [GeneratedRegex("[0-9a-f]{64}\\.png")]
    private static partial Regex Hash();
}
