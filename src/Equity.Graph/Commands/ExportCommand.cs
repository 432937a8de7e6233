using System.CommandLine;
using System.Globalization;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Commands;

/// <summary>Writes all teams to a file of JSON Lines.</summary>
internal static class ExportCommand
{
    private const string Standard = "-";

    private static readonly Argument<string> Target = new("PATH")
    {
        Description = "The file to write, or - for standard output. A file that is there is replaced once all is written.",
    };

    private static readonly Option<bool> WithNames = new("--with-names")
    {
        Description = "Writes the names of people on teams too; without it, only their roles.",
    };

    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root)
    {
        var command = new Command("export", "Exports all teams, and what is between them, as JSON Lines, as import reads them: a team a line, then a line for each friendship. How friends reach each other is never exported.") { Target, WithNames };
        command.SetAction(RunAsync);
        root.Subcommands.Add(command);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        var database = Path.Combine(parsed.GetRequiredValue(CommandLine.Data).FullName, Database.FileName);
        if (!File.Exists(database))
        {
            await error.WriteLineAsync($"There is no database at {database}; name its folder with --data. Nothing was exported.");
            return 1;
        }
        await using var services = new ServiceCollection()
            .AddSingleton(TimeProvider.System).AddEquityDatabase(Path.GetDirectoryName(database)!).BuildServiceProvider();
        return await Outcome.OfAsync(error, database, "Nothing was exported.", async () =>
        {
            var exporter = new Exporter(services.GetRequiredService<IDbContextFactory<EquityDbContext>>());
            var path = parsed.GetRequiredValue(Target);
            var report = await ExportFile.WriteAsync(path == Standard ? null : path, to => exporter.ExportAsync(to, parsed.GetValue(WithNames), cancel));
            foreach (var remark in report.Remarks)
                await error.WriteLineAsync(remark);
            var others = string.Concat(report.Others.Select(other => string.Create(CultureInfo.InvariantCulture, $", {other.Count:N0} {other.Kind}{(other.Count == 1 ? "" : "s")}")));
            var where = path == Standard ? "" : $" to {path}";
            await (path == Standard ? error : output).WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"Exported {report.Teams:N0} {(report.Teams == 1 ? "team" : "teams")}{others}{where}."));
            return 0;
        }, cancel);
    }
}
