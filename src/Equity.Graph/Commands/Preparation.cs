using Equity.Graph.Persistence;
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
            await TempSeed.Run(db, Path.Combine(AppContext.BaseDirectory, "Demo/community.jsonl"), cancel);
        else
            app.Logger.LogInformation("There are no teams yet. Bring yours in: dotnet run --project src/Equity.Graph -- import PATH --data {Folder}", options.DataFolder);
    }
}
