using System.CommandLine;
using System.Globalization;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Posters;
using Equity.Graph.Posters.Files;
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

    private static readonly Option<bool> Measures = new("--measures")
    {
        Description = "Writes measures, their groups and their figures as they were counted, and nothing else, as CSV: PATH is a folder, and gets measures.csv, strata.csv and measurements.csv, as import reads them.",
    };

    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root)
    {
        var command = new Command("export", "Exports all teams, and what is between them, as JSON Lines, as import reads them: a team a line, then what is between teams and at their events, a line each. Pictures and PDFs of posters go into a folder named posters beside the file. How friends reach each other, thanks and votes are never exported.") { Target, WithNames, Measures };
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
            .AddSingleton(TimeProvider.System).AddEquityDatabase(Path.GetDirectoryName(database)!).AddBlobs(Path.GetDirectoryName(database)!).BuildServiceProvider();
        return await Outcome.OfAsync(error, database, "Nothing was exported.", async () =>
        {
            var exporter = new Exporter(services.GetRequiredService<IDbContextFactory<EquityDbContext>>());
            var path = parsed.GetRequiredValue(Target);
            if (parsed.GetValue(Measures))
                return await WriteMeasuresAsync(exporter, path, output, error, cancel);
            var blobs = services.GetRequiredService<IBlobStore>();
            var report = await ExportFile.WriteAsync(path == Standard ? null : path, async to =>
            {
                var written = await exporter.ExportAsync(to, parsed.GetValue(WithNames), cancel);
                return written with { Remarks = [.. written.Remarks, .. await WriteFilesAsync(written, blobs, path, cancel)] };
            });
            foreach (var remark in report.Remarks)
                await error.WriteLineAsync(remark);
            var others = string.Concat(report.Others.Select(other => string.Create(CultureInfo.InvariantCulture, $", {other.Count:N0} {other.Kind.Called}{(other.Count == 1 ? "" : "s")}")));
            var where = path == Standard ? "" : $" to {path}";
            await (path == Standard ? error : output).WriteLineAsync(
                string.Create(CultureInfo.InvariantCulture, $"Exported {report.Teams:N0} {(report.Teams == 1 ? "team" : "teams")}{others}{where}."));
            return 0;
        }, cancel);
    }

    private static async Task<int> WriteMeasuresAsync(Exporter exporter, string path, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (path == Standard || File.Exists(path))
        {
            await error.WriteLineAsync("With --measures three files are written; name a folder. Nothing was exported.");
            return 1;
        }
        var (measures, figures) = await exporter.ExportMeasuresAsync(path, cancel);
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"Exported {measures:N0} {(measures == 1 ? "measure" : "measures")} with {figures:N0} {(figures == 1 ? "figure" : "figures")} to {path}."));
        return 0;
    }

    /// <summary>Writes what lines name beside them; what is to be said of it.</summary>
    private static async Task<IEnumerable<string>> WriteFilesAsync(ExportReport report, IBlobStore blobs, string path, CancellationToken cancel)
    {
        if (report.Files.Count == 0)
            return [];
        if (path == Standard)
            return [string.Create(CultureInfo.InvariantCulture, $"Pictures and PDFs of posters ({report.Files.Count:N0}) were not written; name a file to have them beside it.")];
        var missing = await PosterFile.WriteAsync(report.Files, blobs, Path.GetDirectoryName(Path.GetFullPath(path))!, cancel);
        return missing.Select(name => $"{name}: a poster names it, and it is not among the stored files any more.");
    }
}
