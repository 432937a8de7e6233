using System.Text;
using Equity.Graph.Auth;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>A folder with a database of its own to import into and to export from.</summary>
internal sealed class Exchange : IDisposable
{
    /// <summary>A team that is as short as a team can be.</summary>
    public const string Team = """{"key":"blue-door","name":"Blue Door","service":"Talking therapies","stage":"FORMING"}""";

    private static readonly Lazy<Task<byte[]>> EmptyDatabase = new(MigratedAsync);

    private readonly ServiceProvider services;

    private Exchange(string folder)
    {
        Folder = folder;
        services = new ServiceCollection().AddSingleton<TimeProvider>(Time).AddEquityDatabase(Data).BuildServiceProvider();
    }

    /// <summary>The folder, for input files.</summary>
    public string Folder { get; }

    /// <summary>The data folder within it.</summary>
    public string Data => Path.Combine(Folder, "data");

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero));

    public IDbContextFactory<EquityDbContext> Contexts => services.GetRequiredService<IDbContextFactory<EquityDbContext>>();

    /// <summary>What posters show.</summary>
    public FileBlobs Blobs => new(Path.Combine(Data, FileBlobs.FolderName), Time);

    /// <summary>A context that sees everything, for code that cannot wait.</summary>
    public EquityDbContext Open() => Contexts.OpenAsync(Viewer.System).GetAwaiter().GetResult();

    /// <summary>A folder with an empty database.</summary>
    public static async Task<Exchange> StartAsync()
    {
        var exchange = WithoutDatabase();
        Directory.CreateDirectory(exchange.Data);
        await File.WriteAllBytesAsync(Path.Combine(exchange.Data, Database.FileName), await EmptyDatabase.Value);
        return exchange;
    }

    /// <summary>A folder without a database.</summary>
    public static Exchange WithoutDatabase() => new(Directory.CreateTempSubdirectory("equity-exchange-").FullName);

    public Task<ImportReport> ImportAsync(string lines, bool dryRun = false) => ImportAsync(Encoding.UTF8.GetBytes(lines), dryRun);

    public Task<ImportReport> ImportAsync(byte[] bytes, bool dryRun = false) =>
        ImportAsync(ImportSource.JsonLines("teams.jsonl", () => new MemoryStream(bytes)), dryRun);

    public Task<ImportReport> ImportAsync(
        ImportSource source, bool dryRun = false, TeamEncoder? encoder = null, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default) =>
        new Importer(Contexts, Time, encoder, Blobs).ImportAsync(source, dryRun, progress, cancel);

    /// <summary>Imports, and fails the test when anything is wrong.</summary>
    public async Task<ImportReport> StoreAsync(string lines)
    {
        var report = await ImportAsync(lines);
        Assert.Empty(report.Problems);
        return report;
    }

    public async Task<string> ExportAsync(bool withNames = true)
    {
        using var stream = new MemoryStream();
        await new Exporter(Contexts).ExportAsync(stream, withNames, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Writes a file into the folder.</summary>
    public string Write(string name, string text)
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A team with all that belongs to it.</summary>
    public async Task<Team> ReadTeamAsync(string key = "blue-door")
    {
        await using var db = await Contexts.OpenAsync(Viewer.System);
        return await db.Teams.AsNoTracking().AsSplitQuery()
            .Include(t => t.Organisation).Include(t => t.Programme!.Phases).Include(t => t.Members).Include(t => t.Inequities)
            .Include(t => t.Asks).Include(t => t.Offers).Include(t => t.Learning).ThenInclude(l => l.Inequity)
            .SingleAsync(t => t.Key == key);
    }

    /// <summary>How many teams, profile changes and vectors are stored.</summary>
    public async Task<(int Teams, int Changes, int Vectors)> CountAsync()
    {
        await using var db = await Contexts.OpenAsync(Viewer.System);
        return (await db.Teams.CountAsync(), await db.ProfileChanges.CountAsync(), await db.Vectors.CountAsync());
    }

    public void Dispose()
    {
        services.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task<byte[]> MigratedAsync()
    {
        using var exchange = WithoutDatabase();
        await exchange.Contexts.MigrateAsync(CancellationToken.None);
        await using var db = await exchange.Contexts.OpenAsync(Viewer.System);
        await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        return await File.ReadAllBytesAsync(Path.Combine(exchange.Data, Database.FileName));
    }
}
