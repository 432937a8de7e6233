using Equity.Graph.Auth.Development;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Clients;

/// <summary>A host whose clock runs: clients outside of it wait in real time.</summary>
public sealed class ClientHost : EquityHost
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton(TimeProvider.System));
    }
}

/// <summary>The suites of tests/clients: the tools and clients that people use, as npm has them, against the real server.</summary>
public class ClientSuiteTests(ClientHost host, ClientPackages packages, ITestOutputHelper output) : IClassFixture<ClientHost>, IClassFixture<ClientPackages>
{
    /// <summary>The suites: the scripts that report.</summary>
    public static TheoryData<string> Suites => [.. Directory.EnumerateFiles(Repository.Path("tests", "clients"), "*.mjs")
        .Where(path => File.ReadAllText(path).Contains("\nawait report(", StringComparison.Ordinal))
        .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal)];

    [NodeTheory]
    [MemberData(nameof(Suites))]
    public async Task A_public_client_works_with_the_server(string suite)
    {
        if (packages.Missing is { } reason && !ClientPackages.AreRequired)
        {
            output.WriteLine($"Not run: {reason}");
            return;
        }
        var address = host.CreateClient().BaseAddress!.ToString();
        var token = new DevelopmentTokens(host.Data).Create(Persona.All.Single(persona => persona.Name == "tom"), TimeProvider.System.GetUtcNow().UtcDateTime);
        var (code, said) = await ClientPackages.RunAsync("node", [$"{suite}.mjs", address], token);
        output.WriteLine(said); // Its last line counts, as "graphql-http: 61 of 61"; .ci/run shows it.
        Assert.True(code == 0, packages.Missing ?? said);
    }
}
