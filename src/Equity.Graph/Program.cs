using Equity.Graph.Auth;
using Equity.Graph.Calendars;
using Equity.Graph.Commands;
using Equity.Graph.Events;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Explorer;
using Equity.Graph.Friendships;
using Equity.Graph.Mailing;
using Equity.Graph.Measures.Charts;
using Equity.Graph.Measures.Release;
using Equity.Graph.Metrics.Closing;
using Equity.Graph.Pages;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Equity.Graph.Posters;
using Equity.Graph.Reports;
using Equity.Graph.Transport;

return await CommandLine.Create(ServeAsync).RunAsync(args);

static async Task<int> ServeAsync(ServeOptions options, CancellationToken cancel)
{
    var migrated = Task.Run(() => Database.MigrateAsync(options.DataFolder, cancel), cancel);
    var builder = WebApplication.CreateBuilder(options.Host);
    builder.WebHost.UseUrls(options.Urls);
    builder.Services.AddSingleton(TimeProvider.System)
        .AddEquityDatabase(options.DataFolder)
        .AddLimits()
        .AddSignIn(options.DataFolder)
        .AddPeers()
        .AddFriendships()
        .AddPosters(options.DataFolder)
        .AddReports()
        .AddMailing(options.DataFolder)
        .AddHostedService<Retention>()
        .AddHostedService<Releasing>()
        .AddHostedService<ClosingMonths>()
        .AddDemoLife()
        .AddGraph()
        .AddTransport()
        .AddPages(options.DataFolder);

    var app = builder.Build();
    app.UseTransport();
    app.MapGraphQL();
    app.MapPosters();
    app.MapCharts();
    app.MapExplorer();
    app.MapReports();
    app.MapEventCalendars();
    app.MapMailing();
    app.MapCalendar();
    app.MapPages();

    await app.PrepareAsync(migrated, options, cancel);
    app.GreetWhenStarted(options);
    await app.RunAsync(cancel);
    return 0;
}
