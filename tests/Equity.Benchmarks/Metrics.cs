using System.Diagnostics;
using Equity.Graph.Metrics.Counting;
using Equity.Graph.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Benchmarks;

/// <summary>
/// The field metrics over HTTP of many teams with five years behind them, right after somebody changed something and again; beside it, counting everything anew.
/// The server is a process of its own.
/// </summary>
internal static class Metrics
{
    private const int Rounds = 100;
    private const string Query = "{ metrics { asOf teams teamsByStage { group value } inequitiesByDimension { group value } learningByKind { group value } coProduction { group value } friendships { proposed accepted declined expired active met teamsWithoutAFriend medianDaysToAnswer answeredWithinPromise recommendationsAccepted } support { asks asksAnswered medianDaysToAnswer thanks adoptions } spread { group value } } }";

    public static async Task RunAsync(int teams)
    {
        var folder = Directory.CreateTempSubdirectory("equity-metrics-").FullName;
        var data = Path.Combine(folder, "data");
        await Database.MigrateAsync(data, CancellationToken.None);
        Fill(Path.Combine(data, "equity.db"), teams);
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddEquityDatabase(data).BuildServiceProvider();
        using var server = Subscribers.Start(["--data", data, "--urls", "http://127.0.0.1:0", "--environment", "Development"]);
        try
        {
            using var client = new HttpClient { BaseAddress = await Subscribers.AddressAsync(server), Timeout = TimeSpan.FromMinutes(5) };
            client.DefaultRequestHeaders.Authorization = new("Bearer", await Subscribers.TokenAsync(data));
            // Peers of all teams are found first, so that only metrics are measured.
            await Subscribers.AskAsync(client, "{ findPeers(text: \"cannot use the video link\") { rank } }");
            await Task.Delay(TimeSpan.FromSeconds(30));
            var first = await TimeAsync(client, Query);
            var learning = (await Subscribers.AskAsync(client, "{ learning(first: 100) { nodes { id } } }")).GetProperty("learning").GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("id").GetString()!).ToArray();
            var (changed, again, anew) = (new List<double>(), new List<double>(), new List<double>());
            for (var round = -10; round < Rounds; round++)
            {
                await Subscribers.AskAsync(client, $"mutation {{ {(round % 2 == 0 ? "thankForLearning" : "takeBackThanks")}(input: {{ learning: \"{learning[(round + 10) / 2]}\" }}) {{ errors {{ __typename }} }} }}");
                var (after, unchanged) = (await TimeAsync(client, Query), await TimeAsync(client, Query));
                if (round >= 0)
                    (changed, again) = ([.. changed, after], [.. again, unchanged]);
                if (round % 20 == 0)
                    anew.Add(await RecountAsync(services));
            }
            var (rows, bytes, seconds) = await FileAsync(client);
            Console.WriteLine($"{teams:N0} teams, five years; {Environment.ProcessorCount} cores");
            Console.WriteLine($"first            {first,9:0.0} ms");
            Console.WriteLine($"after a change   {Median(changed),9:0.0} ms   {Median(changed) / Median(anew):0.00000} of counting anew");
            Console.WriteLine($"asked again      {Median(again),9:0.0} ms   {Median(again) / Median(anew):0.00000} of counting anew");
            Console.WriteLine($"counting anew    {Median(anew),9:0.0} ms");
            Console.WriteLine($"metrics.csv      {seconds,9:0.0} s    {rows:N0} rows, {bytes:N0} bytes");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            SqliteConnection.ClearAllPools();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    private static async Task<double> TimeAsync(HttpClient client, string query)
    {
        var watch = Stopwatch.StartNew();
        await Subscribers.AskAsync(client, query);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<double> RecountAsync(IServiceProvider services)
    {
        using var counts = new Counts(services.GetRequiredService<IDbContextFactory<EquityDbContext>>());
        var watch = Stopwatch.StartNew();
        await counts.ReadAsync(tallies => tallies.Programmes.Count, CancellationToken.None);
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task<(long Rows, long Bytes, double Seconds)> FileAsync(HttpClient client)
    {
        var watch = Stopwatch.StartNew();
        await using var stream = await client.GetStreamAsync(new Uri("/reports/metrics.csv", UriKind.Relative));
        var (buffer, rows, bytes) = (new byte[1 << 16], 0L, 0L);
        for (int read; (read = await stream.ReadAsync(buffer)) > 0; bytes += read)
            rows += buffer.AsSpan(0, read).Count((byte)'\n');
        return (rows - 1, bytes, watch.Elapsed.TotalSeconds);
    }

    /// <summary>Writes a community straight into the tables. Texts are few, since what they say does not matter here.</summary>
    private static void Fill(string database, int teams)
    {
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        const string Spread = "strftime('%Y-%m-%d %H:%M:%S', '2021-12-01', '+' || (({0} * 7919) % 1800) || ' days', '+9 hours')";
        string At(string of) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Spread, of);
        Insert("Programmes", 20, ("Id", "n"), ("Key", "'programme-' || n"), ("Name", "'Programme ' || n"));
        Insert("People", 100, ("Id", "n"), ("Issuer", "'made up'"), ("Subject", "'person ' || n"));
        Insert("Teams", teams, ("Id", "n"), ("Key", "'team-' || n"), ("Name", "'Team ' || (n % 10)"), ("Service", "'Community care'"), ("Locality", "'Locality ' || (n % 200)"), ("ProgrammeId", "n % 20 + 1"), ("Phase", "n % 3 + 1"),
            ("Stage", "n % 6"), ("Involvement", "n % 3"), ("CoProduction", "n % 7"), ("FriendCapacity", "3"), ("CreatedAt", "strftime('%Y-%m-%d %H:%M:%S', '2021-12-01', '+' || (n % 300) || ' days')"), ("PublishedAt", "'2021-12-01 00:00:00'"), ("UpdatedAt", "'2021-12-01 00:00:00'"), ("Version", "1"));
        OfTeams("Inequities", 2, ("Key", "'inequity-' || n"), ("Title", "'Missed appointments'"), ("Dimension", "n % 15"), ("Population", "'People who miss appointments'"), ("Kind", "n % 3"), ("Status", "n % 4"), ("Core20Plus5", "'[]'"), ("CreatedAt", At("n")));
        OfTeams("Learning", 10, ("Key", "'learning-' || n"), ("Kind", "n % 4"), ("Title", "'Ring first'"), ("Body", "'Ring the day before.'"), ("SharedAt", At("n")));
        OfTeams("Asks", 5, ("Key", "'ask-' || n"), ("Text", "'Who has a van?'"), ("Status", "n % 3"), ("CreatedAt", At("n")), ("ClosedAt", $"CASE WHEN n % 3 > 0 THEN strftime('%Y-%m-%d %H:%M:%S', {At("n")}, '+' || (n % 40) || ' days') END"));
        OfTeams("StagesLeft", 3, ("Key", "'left-' || n"), ("Stage", "n % 6"), ("At", At("n")));
        Insert("Thanks", teams * 30, ("LearningId", "(n - 1) / 3 + 1"), ("PersonId", "(n - 1) % 3 + 1"), ("At", At("n")));
        OfTeams("Adoptions", 3, ("Key", "'adoption-' || n"), ("LearningId", $"(n * 31) % {teams * 10} + 1"), ("AdoptedAt", At("n")));
        Insert("Friendships", teams * 3, ("FromId", "(n - 1) / 3 + 1"), ("ToId", $"((n - 1) / 3 + 1 + n % 17) % {teams} + 1"), ("Key", "'friendship-' || n"), ("Pair", "'pair-' || n"), ("Status", "CASE n % 6 WHEN 0 THEN 1 ELSE n % 6 END"), ("ProposedAt", At("n")),
            ("AnswerBy", $"strftime('%Y-%m-%d %H:%M:%S', {At("n")}, '+21 days')"), ("AnsweredAt", $"CASE WHEN n % 6 IN (0, 1, 2, 5) THEN strftime('%Y-%m-%d %H:%M:%S', {At("n")}, '+' || (n % 30) || ' days') END"), ("ClosedAt", $"CASE WHEN n % 6 NOT IN (0, 1) THEN strftime('%Y-%m-%d %H:%M:%S', {At("n")}, '+100 days') END"));
        Insert("CheckIns", teams * 3, ("FriendshipId", "n"), ("TeamId", "(n - 1) / 3 + 1"), ("Key", "'check-in'"), ("At", At("n")));
        transaction.Commit();

        void OfTeams(string table, int each, params (string Column, string Value)[] values) => Insert(table, teams * each, [("Id", "n"), ("TeamId", $"(n - 1) / {each} + 1"), .. values]);

        // Columns that are not named and must have a value have the plainest.
        void Insert(string table, int count, params (string Column, string Value)[] values)
        {
            var columns = new List<(string, string)>(values);
            using (var info = connection.CreateCommand())
            {
                info.CommandText = $"SELECT name, type FROM pragma_table_info('{table}') WHERE \"notnull\" = 1 AND pk = 0";
                using var reader = info.ExecuteReader();
                while (reader.Read())
                {
                    if (!values.Any(value => value.Column == reader.GetString(0)))
                        columns.Add((reader.GetString(0), reader.GetString(1) == "TEXT" ? "'2021-12-01 00:00:00'" : "0"));
                }
            }
            using var insert = connection.CreateCommand();
            insert.CommandText = FormattableString.Invariant($"""
                WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})
                INSERT INTO "{table}" ({string.Join(", ", columns.Select(column => $"\"{column.Item1}\""))}) SELECT {string.Join(", ", columns.Select(column => column.Item2))} FROM numbers
                """);
            insert.ExecuteNonQuery();
        }
    }
}
