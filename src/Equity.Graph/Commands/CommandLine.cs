using System.CommandLine;

namespace Equity.Graph.Commands;

/// <summary>What can be typed after the program's name, and what it means.</summary>
internal static class CommandLine
{
    /// <summary>The folder that holds the database.</summary>
    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = "The folder that holds the database; it is made where it is missing.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => new DirectoryInfo("data"),
        Recursive = true,
    };

    /// <summary>All commands; without one, the server starts.</summary>
    public static RootCommand Create(Func<ServeOptions, CancellationToken, Task<int>> serve)
    {
        var root = new RootCommand("Equity: teams that tackle health inequities, what they learnt, and peers to call on, as a graph.") { Data };
        ServeCommand.AddTo(root, serve);
        ImportCommand.AddTo(root);
        ExportCommand.AddTo(root);
        WeightsCommands.AddTo(root);
        SchemaCommand.AddTo(root);
        MetricsCommand.AddTo(root);
        TokenCommand.AddTo(root);
        return root;
    }

    /// <summary>Runs what was typed. Faults reach the caller: a host that is only built for its services ends by one.</summary>
    public static Task<int> RunAsync(this RootCommand root, string[] args) =>
        root.Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromSeconds(30) });
}
