using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Commands;

/// <summary>What happens before the server listens.</summary>
internal static class Preparation
{
    /// <summary>Brings the database to the newest migration; an empty one gets the demo community in Development.</summary>
    public static async Task PrepareCommunityAsync(this WebApplication app, ServeOptions options, CancellationToken cancel)
    {
        var factory = app.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>();
        await factory.MigrateAsync(cancel);
        await using var db = await factory.CreateDbContextAsync(cancel);
        if (await db.Teams.AnyAsync(cancel))
            return;
        if (app.Environment.IsDevelopment() && !options.Empty)
            await ImportDemoAsync(factory, app.Services.GetRequiredService<TimeProvider>(), cancel);
        else
            app.Logger.LogInformation("There are no teams yet. Bring yours in: dotnet run --project src/Equity.Graph -- import PATH --data {Folder}", options.DataFolder);
    }

    /// <summary>The demo goes through the same import as everybody's teams; its texts are encoded in the background, once the server listens.</summary>
    private static async Task ImportDemoAsync(IDbContextFactory<EquityDbContext> factory, TimeProvider time, CancellationToken cancel)
    {
        var demo = ImportSource.At(Path.Combine(AppContext.BaseDirectory, "Demo", "community.jsonl"));
        var report = await new Importer(factory, time, encoder: null).ImportAsync(demo, dryRun: false, progress: null, cancel);
        if (report.ProblemCount > 0)
            throw new InvalidDataException(report.Problems[0]);
    }
}
