using Equity.Graph.Commands;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

return await CommandLine.Create(ServeAsync).RunAsync(args);

static async Task<int> ServeAsync(ServeOptions options, CancellationToken cancel)
{
    var builder = WebApplication.CreateBuilder(options.Host);
    builder.WebHost.UseUrls(options.Urls);
    builder.Services
        .AddSingleton(TimeProvider.System)
        .AddEquityDatabase(options.DataFolder);

    var app = builder.Build();
    await app.Services.GetRequiredService<IDbContextFactory<EquityDbContext>>().MigrateAsync(cancel);
    await app.RunAsync(cancel);
    return 0;
}
