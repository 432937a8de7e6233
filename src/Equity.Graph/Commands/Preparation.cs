using System.Text.Json;
using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;
using Equity.Graph.Execution;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Transport;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Commands;

/// <summary>What happens before the server listens.</summary>
internal static class Preparation
{
    /// <summary>
    /// Gives an empty database the demo community in Development. Beside it, on another core, the graph is built and runs a first document,
    /// so that the first client need not wait for either.
    /// </summary>
    /// <param name="app">The server.</param>
    /// <param name="migrated">Done when the database is at its newest migration.</param>
    /// <param name="options">How the server was asked to start.</param>
    /// <param name="cancel">Stops.</param>
    public static Task PrepareAsync(this WebApplication app, Task migrated, ServeOptions options, CancellationToken cancel) =>
        Task.WhenAll(Task.Run(() => WarmUpAsync(app.Services, migrated, cancel), cancel), BringInDemoAsync(app, migrated, options, cancel));

    private static async Task WarmUpAsync(IServiceProvider services, Task migrated, CancellationToken cancel)
    {
        services.GetRequiredService<EquitySchema>().Initialize();
        await migrated;
        var first = services.GetRequiredService<OperationReader>().Read(JsonSerializer.SerializeToElement(new { id = "WhoTacklesWhat" }));
        var runner = services.GetRequiredService<OperationRunner>();
        using var deadline = runner.NewDeadline(cancel);
        await runner.RunAsync(first, new UserContext(services.GetRequiredService<SignIn>().Visitor), deadline);
    }

    private static async Task BringInDemoAsync(WebApplication app, Task migrated, ServeOptions options, CancellationToken cancel)
    {
        await migrated;
        var factory = app.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>();
        await using var db = await factory.OpenAsync(Viewer.System, cancel);
        if (await db.Teams.AnyAsync(cancel))
            return;
        if (app.Environment.IsDevelopment() && !options.Empty)
            await ImportDemoAsync(factory, app.Services.GetRequiredService<TimeProvider>(), app.Services.GetRequiredService<IBlobStore>(), cancel);
        else
            app.Logger.LogInformation("There are no teams yet. Bring yours in: dotnet run --project src/Equity.Graph -- import PATH --data {Folder}", options.DataFolder);
    }

    /// <summary>The demo goes through the same import as everybody's teams; its texts are encoded in the background, once the server listens.</summary>
    private static async Task ImportDemoAsync(IDbContextFactory<EquityDbContext> factory, TimeProvider time, IBlobStore blobs, CancellationToken cancel)
    {
        var demo = ImportSource.At(Path.Combine(AppContext.BaseDirectory, "Demo", "community.jsonl"));
        var report = await new Importer(factory, time, encoder: null, blobs).ImportAsync(demo, dryRun: false, progress: null, cancel);
        if (report.ProblemCount > 0)
            throw new InvalidDataException(report.Problems[0]);
        await using var db = await factory.OpenAsync(Viewer.Import, cancel);
        await DemoSeats.FillAsync(db, time.GetUtcNow().UtcDateTime, cancel);
    }
}
