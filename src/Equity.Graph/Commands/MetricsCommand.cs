using System.CommandLine;
using Equity.Graph.Metrics;

namespace Equity.Graph.Commands;

/// <summary>Prints what metrics there are.</summary>
internal static class MetricsCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root)
    {
        var command = new Command("metrics", "Prints what metrics there are and what each means, as Markdown.");
        command.SetAction(async (parsed, _) =>
        {
            await parsed.InvocationConfiguration.Output.WriteAsync(CatalogueDocument.Text);
            return 0;
        });
        root.Subcommands.Add(command);
    }
}
