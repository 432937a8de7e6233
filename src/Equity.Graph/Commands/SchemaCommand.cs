using System.CommandLine;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Friendships;
using Equity.Graph.Mailing;
using Equity.Graph.Peers;
using Equity.Graph.Persistence;

namespace Equity.Graph.Commands;

/// <summary>Prints the schema.</summary>
internal static class SchemaCommand
{
    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root)
    {
        var command = new Command("schema", "Prints the schema of the graph as text (SDL).");
        command.SetAction(async (parsed, _) =>
        {
            var data = parsed.GetRequiredValue(CommandLine.Data).FullName;
            await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System)
                .AddSingleton(new EquityLimits()).AddSingleton(new FriendshipSettings()).AddSingleton(new MailSettings()).AddSingleton(new SignedLinks(data))
                .AddEquityDatabase(data).AddPeers().AddGraph().BuildServiceProvider();
            await parsed.InvocationConfiguration.Output.WriteAsync(services.GetRequiredService<EquitySchema>().Sdl);
            return 0;
        });
        root.Subcommands.Add(command);
    }
}
