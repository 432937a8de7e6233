using System.Diagnostics;

namespace Equity.Graph.Tests.Clients;

/// <summary>The npm packages of tests/clients, installed as their lock file says.</summary>
public sealed class ClientPackages : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <summary>Whether the suites must run, as in CI, and not only where Node and the packages are.</summary>
    public static bool AreRequired { get; } = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Why the packages are not there; null when they are.</summary>
    public string? Missing { get; private set; }

    public async Task InitializeAsync()
    {
        var installed = new FileInfo(Repository.Path("tests", "clients", "node_modules", ".package-lock.json"));
        if (installed.Exists && installed.LastWriteTimeUtc > File.GetLastWriteTimeUtc(Repository.Path("tests", "clients", "package-lock.json")))
            return;
        var npm = OperatingSystem.IsWindows() ? "npm.cmd" : "npm";
        var (code, said) = await RunAsync(npm, ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--fetch-retries=1", "--fetch-retry-mintimeout=1000"]);
        Missing = code == 0 ? null : $"npm ci failed in tests/clients: {said}";
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs a program in tests/clients; a token lets it sign in.</summary>
    public static async Task<(int Code, string Said)> RunAsync(string program, string[] args, string? token = null)
    {
        var start = new ProcessStartInfo(program, args) { WorkingDirectory = Repository.Path("tests", "clients"), RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["TOKEN"] = token;
        using var process = Process.Start(start)!;
        using var late = new CancellationTokenSource(Patience);
        try
        {
            var said = await Task.WhenAll(process.StandardOutput.ReadToEndAsync(late.Token), process.StandardError.ReadToEndAsync(late.Token));
            await process.WaitForExitAsync(late.Token);
            return (process.ExitCode, string.Concat(said).Trim());
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return (-1, $"{program} {string.Join(' ', args)} took over {Patience.TotalMinutes} minutes.");
        }
    }
}
