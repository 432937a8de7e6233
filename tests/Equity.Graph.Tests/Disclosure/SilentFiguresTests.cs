using System.Globalization;
using System.Text.Json;
using Equity.Graph.Disclosure;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>
/// Logs at their finest, traces, the audit, search, notifications and answers hold no figure. A small number is everywhere in a log and cannot be looked for by itself; so these
/// figures and their date are like no other number, and a group has a name like no other: a line that told a small number would have to say of what it is.
/// </summary>
public class SilentFiguresTests(ListeningHost host) : IClassFixture<ListeningHost>
{
    private const string Group = "Quokkas", Everywhere = "Measure of Silent";
    private const int Booked = 48_611_903, Missed = 7_919_647;
    private static readonly DateOnly Date = new(1997, 2, 13);

    [Fact]
    public async Task Nothing_but_the_figures_themselves_holds_a_figure()
    {
        var community = new MeasuringCommunity(host, new RecordedTables(seed: 1));
        var measure = await community.CreateAsync("amina", "Silent", [Group, "B"]);
        await community.RecordAsync(measure, [(Date, new RawStratum(Group, 3, Booked)), (Date, new RawStratum("B", Missed, Booked + 1))]);
        await community.ReleaseAsync();
        await community.RecordAsync(measure, [(Date, new RawStratum(Group, 5, Booked + 2))]);
        await community.ReleaseAsync(afterDays: 31);
        var attack = new HttpAttack(host, HttpAttack.Doors);
        await attack.LookAsync(measure, EquityHost.Visitor, frozen: false, thorough: true);
        await attack.CompareAsync(measure, "grace");

        var answers = new List<JsonElement>();
        foreach (var (persona, missed) in new[] { ("amina", Missed + 0.5), ("amina", Booked + 9.0), ("grace", Missed), (EquityHost.Visitor, Missed) })
            answers.Add(await RefusedAsync(measure, persona, missed));
        foreach (var persona in new[] { "amina", "administrator", "grace" })
            answers.Add(await host.AskAsync($"{{ audit(first: 100) {{ nodes {{ action kind key before after }} }} viewer {{ notifications {{ text }} }} search(text: \"{Everywhere} {Missed}\") {{ edges {{ evidence {{ quote }} }} }} }}", persona: persona));

        Assert.All(answers, said => Assert.DoesNotContain(Told(said.GetRawText()), told => told != Group));
        Assert.DoesNotContain(host.Lines, line => Told(line).Any());
        Assert.Contains(host.Lines, line => line.Contains("INSERT INTO \"MeasurePoints\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_while_figures_are_stored_tells_none()
    {
        var community = new MeasuringCommunity(host, new RecordedTables(seed: 1));
        var measure = await community.CreateAsync("amina", "Faulty", [Group, "B"]);
        await using (var db = await host.OpenAsync())
            await db.Database.ExecuteSqlRawAsync("CREATE TRIGGER Broken BEFORE INSERT ON MeasurePoints WHEN NEW.MeasureId = (SELECT MAX(Id) FROM Measures WHERE Name = 'Measure of Faulty') BEGIN SELECT RAISE(ABORT, 'broken'); END");
        var said = await host.AskAsync(Record, new { input = Input(measure, 3, Booked + 4) }, "amina");
        Assert.True(said.TryGetProperty("errors", out _));
        Assert.Empty(Told(said.GetRawText()));
        Assert.Contains(host.Lines, line => line.Contains("broken", StringComparison.Ordinal));
        Assert.DoesNotContain(host.Lines, line => Told(line).Any());
    }

    private const string Record = "mutation($input: RecordMeasurementsInput!) { recordMeasurements(input: $input) { errors { __typename ... on Error { message } } } }";

    private static object Input(AttackedMeasure measure, double missed, double booked) =>
        new { measure = measure.Id, points = new[] { new { date = Date, stratum = Group, numerator = missed, denominator = booked } } };

    private Task<JsonElement> RefusedAsync(AttackedMeasure measure, string persona, double missed) => host.AskAsync(Record, new { input = Input(measure, missed, Booked + 3) }, persona);

    /// <summary>What of the figures, their date and their group a text tells.</summary>
    private static IEnumerable<string> Told(string text) => new[]
    {
        Group, Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Date.ToString("MM/dd/yyyy", CultureInfo.InvariantCulture), "48611903", "48611904", "48611905", "48611906", "48611907", "48611912", "48,611,", "4.861", "7919647", "7,919,", "7.919",
    }.Where(told => text.Contains(told, StringComparison.Ordinal));
}
