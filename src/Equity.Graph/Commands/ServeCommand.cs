using System.CommandLine;
using System.CommandLine.Parsing;

namespace Equity.Graph.Commands;

/// <summary>How the server was asked to start.</summary>
/// <param name="DataFolder">The folder that holds the database.</param>
/// <param name="Empty">Whether an empty folder stays empty, also in Development.</param>
/// <param name="Host">What the web host itself is told.</param>
/// <param name="Urls">The addresses to listen on, with semicolons between them.</param>
internal sealed record ServeOptions(string DataFolder, bool Empty, WebApplicationOptions Host, string Urls);

/// <summary>Starts the server.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "The addresses to listen on, with semicolons between them.",
        HelpName = "URLS",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
        Validators = { Check },
    };

    private static readonly Option<bool> Empty = new("--empty")
    {
        Description = "Starts an empty folder without the demo community.",
    };

    // What web hosts are told by tools that start them; of no interest to a person at a keyboard.
    private static readonly Option<string?> Environment = new("--environment") { Hidden = true };
    private static readonly Option<string?> ContentRoot = new("--contentRoot") { Hidden = true };
    private static readonly Option<string?> ApplicationName = new("--applicationName") { Hidden = true };

    /// <summary>Adds the command, and makes it what runs when none is named.</summary>
    public static void AddTo(RootCommand root, Func<ServeOptions, CancellationToken, Task<int>> serve)
    {
        var command = new Command("serve", "Starts the server (what happens when no command is named).");
        foreach (var one in (Command[])[command, root])
        {
            foreach (var option in (Option[])[Urls, Empty, Environment, ContentRoot, ApplicationName])
                one.Options.Add(option);
            one.SetAction((parsed, cancel) => RunAsync(parsed, serve, cancel));
        }
        root.Subcommands.Add(command);
    }

    private static Task<int> RunAsync(ParseResult parsed, Func<ServeOptions, CancellationToken, Task<int>> serve, CancellationToken cancel)
    {
        var options = Read(parsed);
        return Outcome.OfAsync(
            parsed.InvocationConfiguration.Error, Path.Combine(options.DataFolder, Persistence.Database.FileName), "The server has stopped. Another address can be chosen with --urls, another folder with --data.", () => serve(options, cancel), cancel);
    }

    private static void Check(OptionResult urls)
    {
        foreach (var url in urls.GetValueOrDefault<string>()?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            if (!url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
                urls.AddError($"--urls: \"{url}\" is no address; write it like http://127.0.0.1:5080.");
        }
    }

    private static ServeOptions Read(ParseResult parsed) => new(
        parsed.GetRequiredValue(CommandLine.Data).FullName,
        parsed.GetValue(Empty),
        new WebApplicationOptions
        {
            EnvironmentName = parsed.GetValue(Environment),
            ContentRootPath = parsed.GetValue(ContentRoot) ?? AppContext.BaseDirectory,
            ApplicationName = parsed.GetValue(ApplicationName),
        },
        parsed.GetRequiredValue(Urls));
}
