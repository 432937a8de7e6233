using System.Diagnostics;
using System.Runtime.CompilerServices;
using Equity.Graph.Auth;
using Equity.Graph.Measures;
using Equity.Graph.Persistence;
using Equity.Graph.Reports;
using Equity.Graph.Teams;
using Equity.Graph.Tests.Reliability;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Reports;

/// <summary>Reports that no memory would hold, and one that fails on its way.</summary>
public class LargeReportTests(ITestOutputHelper output)
{
    private const int Teams = 10, MeasuresEach = 10, Groups = 20, Dates = 500, Rows = Teams * MeasuresEach * Groups * Dates;

    /// <summary>What all objects of a server may take: half of the smaller file. A server that gathers its answer dies of it.</summary>
    private const long Heap = 128_000_000;

    [Theory]
    [InlineData("measures.csv")]
    [InlineData("measures.json")]
    public async Task A_million_rows_pass_through_little_memory(string file)
    {
        var data = Directory.CreateTempSubdirectory("equity-").FullName;
        await FillAsync(data);
        using var server = await ServerProcess.StartAsync(data, Heap);
        using var client = new HttpClient { BaseAddress = server.Address };
        var clock = Stopwatch.StartNew();
        await using var body = await client.GetStreamAsync($"/reports/{file}");
        var (bytes, rows, buffer) = (0L, 0, new byte[1 << 20]);
        for (int read; (read = await body.ReadAsync(buffer)) > 0; bytes += read)
            rows += buffer.AsSpan(0, read).Count((byte)(file.EndsWith("csv", StringComparison.Ordinal) ? '\n' : '{'));
        output.WriteLine(FormattableString.Invariant($"{file}: {Rows} rows, {bytes / 1_000_000} MB in {clock.Elapsed.TotalSeconds:0.0} s by a server of at most {Heap / 1_000_000} MB of objects."));
        Assert.Equal(file.EndsWith("csv", StringComparison.Ordinal) ? Rows + 1 : Rows, rows);
        await server.KillAsync();
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task What_fails_on_its_way_breaks_the_connection_and_never_looks_whole()
    {
        await using var host = new FailingHost();
        using var response = await host.CreateClient().GetAsync("/reports/failing.csv", HttpCompletionOption.ResponseHeadersRead);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_client_that_goes_stops_the_work()
    {
        await using var host = new FailingHost();
        var report = host.Services.GetServices<Report>().OfType<EndlessReport>().Single();
        using (var response = await host.CreateClient().GetAsync("/reports/endless.json", HttpCompletionOption.ResponseHeadersRead))
            Assert.True(response.IsSuccessStatusCode);
        await host.WithinAsync(() => Task.FromResult(report.Stopped));
        Assert.InRange(report.Written, 1, ReportRequest.MostRows - 1);
    }

    /// <summary>Fills a database that no server has open.</summary>
    private static async Task FillAsync(string data)
    {
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddEquityDatabase(data).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<EquityDbContext>>();
        await contexts.MigrateAsync(CancellationToken.None);
        await using var db = await contexts.OpenAsync(Viewer.System);
        var teams = Enumerable.Range(0, Teams).Select(team => new Team { Key = $"team-{team}", Name = $"Team {team} {new string('x', 150)}", Service = "A service", Stage = Stage.Forming, PublishedAt = DateTime.UnixEpoch }).ToList();
        foreach (var team in teams)
        {
            for (var i = 0; i < MeasuresEach; i++)
            {
                var measure = new Measure { Team = team, Key = $"measure-{i}", Name = $"Measure {i}", Unit = "of all", CountsPeople = true };
                measure.Strata.AddRange(Enumerable.Range(1, Groups).Select(order => new Stratum { Team = team, Key = $"group-{order}", Name = $"Group {order}", Order = order }));
                db.Add(measure);
            }
        }
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlAsync($"""
            WITH RECURSIVE days(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM days WHERE n + 1 < {Dates})
            INSERT INTO "ReleasedPoints" ("MeasureId", "StratumId", "Date", "Numerator", "Denominator", "Revised")
            SELECT "MeasureId", "Id", date('2020-01-01', '+' || n || ' days'), CASE WHEN n % 3 = 0 THEN NULL ELSE 10 + 5 * (n % 7) END, 100 + 5 * (n % 11), 0 FROM "Strata" CROSS JOIN days
            """);
    }

    private sealed class FailingHost() : EquityHost(empty: true)
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureTestServices(services => services.AddSingleton<Report, FailingReport>().AddSingleton<Report, EndlessReport>());
        }
    }

    private sealed class FailingReport : Report<int>
    {
        public override string Name => "failing";

        public override string Description => "Rows, until it fails.";

        public override IReadOnlyList<ReportColumn> Columns { get; } = [Integer("number", "A number.", number => number)];

        public override IReadOnlyList<ReportFilter> Filters => [];

        protected override async IAsyncEnumerable<int> RowsAsync(EquityDbContext db, ReportRequest asked, [EnumeratorCancellation] CancellationToken cancel)
        {
            for (var number = 0; number < 100_000; number++)
                yield return number;
            await Task.Yield();
            throw new InvalidOperationException("It fails.");
        }
    }

    private sealed class EndlessReport : Report<int>
    {
        public override string Name => "endless";

        public override string Description => "Rows without end.";

        public override IReadOnlyList<ReportColumn> Columns { get; } = [Integer("number", "A number.", number => number)];

        public override IReadOnlyList<ReportFilter> Filters => [];

        public bool Stopped { get; private set; }

        public int Written { get; private set; }

        protected override async IAsyncEnumerable<int> RowsAsync(EquityDbContext db, ReportRequest asked, [EnumeratorCancellation] CancellationToken cancel)
        {
            try
            {
                await Task.Yield();
                for (; ; Written++)
                    yield return Written;
            }
            finally
            {
                Stopped = true;
            }
        }
    }
}
