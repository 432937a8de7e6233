using System.CommandLine;
using Equity.Graph.Auth;
using Equity.Graph.Auth.Development;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Commands;

/// <summary>Prints a token for a persona of the demo community, in Development.</summary>
internal static class TokenCommand
{
    private static readonly Option<string> As = new("--as")
    {
        Description = "Who: " + string.Join("; ", Persona.All.Select(persona => $"{persona.Name} ({persona.Says})")) + ".",
        HelpName = "NAME",
        Required = true,
    };

    /// <summary>Adds the command.</summary>
    public static void AddTo(RootCommand root)
    {
        var command = new Command("token", "Prints a token for curl, to try the demo community as somebody; in Development only.") { As };
        command.SetAction(RunAsync);
        root.Subcommands.Add(command);
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancel)
    {
        var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (!string.Equals(Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT"), Environments.Development, StringComparison.OrdinalIgnoreCase))
        {
            error.WriteLine("token works in Development only (ASPNETCORE_ENVIRONMENT=Development). Elsewhere tokens come from the issuer that is configured as Auth:Authority.");
            return 1;
        }
        var name = parsed.GetRequiredValue(As);
        if (Persona.All.FirstOrDefault(persona => persona.Name == name) is not { } persona)
        {
            error.WriteLine($"--as: nobody is called \"{name}\"; there are {string.Join(", ", Persona.All.Select(each => each.Name))}.");
            return 1;
        }
        var data = parsed.GetRequiredValue(CommandLine.Data).FullName;
        return await Outcome.OfAsync(error, Path.Combine(data, Database.FileName), "No token was made.", async () =>
        {
            await SeatAsync(data, cancel);
            output.WriteLine(new DevelopmentTokens(data).Create(persona, TimeProvider.System.GetUtcNow().UtcDateTime));
            return 0;
        }, cancel);
    }

    /// <summary>A folder that is older than the personas gets them now.</summary>
    private static async Task SeatAsync(string data, CancellationToken cancel)
    {
        if (!File.Exists(Path.Combine(data, Database.FileName)))
            return;
        await using var services = new ServiceCollection().AddSingleton(TimeProvider.System).AddEquityDatabase(data).BuildServiceProvider();
        var contexts = services.GetRequiredService<IDbContextFactory<EquityDbContext>>();
        await contexts.MigrateAsync(cancel);
        await using var db = await contexts.OpenAsync(Viewer.Import, cancel);
        if (await db.Teams.AnyAsync(cancel))
            await DemoSeats.FillAsync(db, TimeProvider.System.GetUtcNow().UtcDateTime, cancel);
    }
}
