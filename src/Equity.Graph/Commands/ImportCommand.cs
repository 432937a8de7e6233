using System.CommandLine;
using System.Globalization;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Posters;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Commands;

/// <summary>Brings teams into the database.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Source = new("PATH")
    {
        Description = "A file of JSON Lines, a team a line, and lines of other kinds, as export writes them, that say theirs in \"kind\" (pictures of posters in a folder \"posters\" beside it); or a folder with teams.csv and, where you have them, members.csv, inequities.csv, asks.csv, "
            + "offers.csv, learning.csv (with a column \"team\"), programmes.csv and phases.csv (with a column \"programme\").",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Only checks: reports what is wrong and what would change, and stores nothing.",
    };

    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root)
    {
        var command = new Command(
            "import",
            "Imports teams: all of them, or none when anything is wrong. Importing again changes only what differs; "
            + "what the input leaves out is kept, and only \"remove\": true deletes.")
        {
            Source, DryRun,
        };
        command.SetAction(RunAsync);
        root.Subcommands.Add(command);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var data = parsed.GetRequiredValue(CommandLine.Data).FullName;
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddEquityDatabase(data).AddBlobs(data).AddMatcher().BuildServiceProvider();
        return await Outcome.OfAsync(error, Path.Combine(data, Database.FileName), "The database is as it was.", async () =>
        {
            var importer = new Importer(
                services.GetRequiredService<IDbContextFactory<EquityDbContext>>(), services.GetRequiredService<TimeProvider>(), services.GetRequiredService<TeamEncoder>(), services.GetRequiredService<IBlobStore>());
            var dryRun = parsed.GetValue(DryRun);
            var report = await ProgressView.ShowAsync(
                error, progress => importer.ImportAsync(ImportSource.At(parsed.GetRequiredValue(Source)), dryRun, progress, cancel));
            return Tell(report, dryRun, output, error);
        }, cancel);
    }

    private static int Tell(ImportReport report, bool dryRun, TextWriter output, TextWriter error)
    {
        foreach (var line in report.Problems.Concat(report.Remarks))
            error.WriteLine(line);
        if (report.ProblemCount > 0)
            error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Nothing was stored: {report.ProblemCount:N0} {(report.ProblemCount == 1 ? "problem" : "problems")} in the input."));
        else
            output.WriteLine(dryRun ? $"Checked {report.Counts} Nothing was stored (--dry-run)." : $"Imported {report.Counts}");
        return report.ProblemCount > 0 ? 1 : 0;
    }
}
