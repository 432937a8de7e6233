using System.Text;
using System.Text.Json;
using Equity.Graph.Measures.Release;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Reports;

/// <summary>A host where a few teams measure, in groups with awkward names, with many small figures, and all that may be released is.</summary>
public sealed class ReportHost : EquityHost, IAsyncLifetime
{
    /// <summary>The names of teams as they are written: a formula, the marks of CSV, a new line, and scripts that run from the right.</summary>
    public static readonly IReadOnlyList<string> Names = ["=HYPERLINK(\"https://evil.example\"), a \"formula\"", "Two\nlines, \"quoted\"", "צוות א, فريق ب", "@Sum+1;-2", "Plain"];

    /// <summary>The key of the team whose programme the persona lead leads.</summary>
    public string Led { get; private set; } = "";

    /// <summary>The keys of all the teams, of which the last is a draft.</summary>
    public List<string> Keys { get; } = [];

    public async Task InitializeAsync()
    {
        foreach (var (i, name) in Names.Index())
        {
            var team = await this.PublishAsync("amina", name);
            Keys.Add(team.Key);
            await MeasureAsync(team, "Missed visits", countsPeople: true, i);
            await MeasureAsync(team, "-1 Leaflets\tprinted", countsPeople: false, i);
        }
        var draft = await this.RegisterAsync("amina", "Never Published");
        Keys.Add(draft.Key);
        await MeasureAsync(draft, "Missed visits", countsPeople: true, 0);
        Led = Keys[^2];
        await using var db = await OpenAsync();
        var programme = await db.Programmes.Where(one => one.Key == "pursuing-equity").Select(one => one.Id).SingleAsync();
        await db.Teams.Where(team => team.Key == Led || team.Key == draft.Key).ExecuteUpdateAsync(team => team.SetProperty(one => one.ProgrammeId, programme));
        await Background<Releasing>().RunAsync(CancellationToken.None);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    /// <summary>The body of a file that must be there.</summary>
    public async Task<string> FileAsync(string address, string persona = Visitor)
    {
        using var response = await ClientFor(persona).GetAsync(address);
        var body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync());
        Assert.True(response.IsSuccessStatusCode, body);
        return body;
    }

    /// <summary>The records of a CSV file, the header first.</summary>
    public async Task<IReadOnlyList<string[]>> CsvAsync(string address, string persona = Visitor) => Rfc4180.Read(await FileAsync(address, persona));

    /// <summary>The rows of a JSON file.</summary>
    public async Task<IReadOnlyList<JsonElement>> JsonAsync(string address, string persona = Visitor) =>
        [.. JsonDocument.Parse(await FileAsync(address, persona)).RootElement.EnumerateArray()];

    /// <summary>A measure of two years of months, whose figures come from nowhere but their place.</summary>
    private async Task MeasureAsync(Row team, string name, bool countsPeople, int seed)
    {
        // One team compares groups that have no order.
        var ordered = seed != 1;
        var strata = new[] { ("Most, \"deprived\"", "DEPRIVATION", 1), ("=Least", "DEPRIVATION", 5), ("Ungrouped", null, 0) }
            .Select(group => new { name = group.Item1, dimension = group.Item2, order = ordered ? group.Item3 : (int?)null }).Take(ordered ? 2 : 3).ToList();
        var measure = (await this.ChangeAsync("amina", "createMeasure", new { team = team.Id, name, kind = "OUTCOME", unit = "+ of all", better = "LOWER", countsPeople, strata }, "measure { id }")).At("measure").Text("id");
        var points = Enumerable.Range(0, 24).SelectMany(month => strata.Select((group, place) => new
        {
            date = new DateOnly(2024, 9, 1).AddMonths(month),
            stratum = group.name,
            numerator = (month * 7 + place * 5 + seed * 3) % 19,
            denominator = 19 + (month * 11 + place * 13 + seed) % 60,
        }));
        await this.ChangeAsync("amina", "recordMeasurements", new { measure, points }, "__typename");
    }
}

/// <summary>CSV as RFC 4180 describes it, read character by character: what the writer is held against.</summary>
internal static class Rfc4180
{
    /// <summary>The records. Fails where a file is not as the RFC has it.</summary>
    public static IReadOnlyList<string[]> Read(string file)
    {
        var (records, fields, field, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < file.Length; i++)
        {
            if (quoted)
            {
                if (file[i] != '"')
                    field.Append(file[i]);
                else if (i + 1 < file.Length && file[i + 1] == '"')
                    field.Append(file[i++]);
                else
                    quoted = false;
            }
            else if (file[i] == '"')
            {
                Assert.True(field.Length == 0 && (i == 0 || file[i - 1] is ',' or '\n'), "A quote stands within a cell that is not quoted.");
                quoted = true;
            }
            else if (file[i] is ',' or '\r')
            {
                fields.Add(field.ToString());
                field.Clear();
                if (file[i] == '\r')
                {
                    Assert.Equal('\n', file[++i]);
                    records.Add([.. fields]);
                    fields.Clear();
                }
            }
            else
            {
                Assert.NotEqual('\n', file[i]);
                field.Append(file[i]);
            }
        }
        Assert.True(!quoted && fields.Count == 0 && field.Length == 0, "The last record is not ended.");
        return records;
    }
}
