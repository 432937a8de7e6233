using System.Net.Http.Json;
using System.Text.Json;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Mailing;
using Equity.Graph.Persistence;
using Equity.Graph.Tests.Auth;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Equity.Graph.Tests.Mailing;

/// <summary>A host that mails through a server of the test, to Ann and Ben, whose issuer has verified their addresses.</summary>
public sealed class MailHost : IssuerHost
{
    internal MailServer Mails { get; } = new();

    protected override Dictionary<string, string?> Settings => new(base.Settings)
    {
        ["Limits:OperationsPerMinutePerViewer"] = "1000000",
        ["Limits:OperationsPerMinutePerAddress"] = "1000000",
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = FormattableString.Invariant($"{Mails.Port}"),
        ["Mail:Security"] = "None",
        ["Mail:From"] = "Equity <equity@trust.example>",
        ["Mail:PublicAddress"] = "https://equity.trust.example",
    };

    /// <summary>Ends the rounds that the host makes by itself: the test makes them.</summary>
    public async Task StartAsync()
    {
        using var client = ClientOf("ann");
        await DoAsync("ann", "{ viewer { person } }");
        await Background<MailRound>().StopAsync(CancellationToken.None);
    }

    /// <summary>One round of a process of its own.</summary>
    public Task RoundAsync() => new MailRound(
        Services.GetRequiredService<IDbContextFactory<EquityDbContext>>(), new WriteTurns(), Services.GetRequiredService<INotificationSender>(), Services.GetRequiredService<LetterText>(),
        Services.GetRequiredService<MailSettings>(), Clock, NullLogger<MailRound>.Instance).RunAsync(CancellationToken.None);

    /// <summary>A client of somebody whose address is verified.</summary>
    public HttpClient ClientOf(string name) => ClientWith(("sub", name), ("email", $"{name}@trust.example"), ("email_verified", true));

    /// <summary>Runs a document that must succeed, as somebody whose address is verified.</summary>
    public async Task<JsonElement> DoAsync(string name, string query, HttpClient? client = null)
    {
        using var response = await (client ?? ClientOf(name)).PostAsJsonAsync("/graphql", new { query });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>A published team of somebody's; its id.</summary>
    public async Task<string> TeamAsync(string name, string team, HttpClient? client = null)
    {
        var made = (await DoAsync(name, $"mutation {{ registerTeam(input: {{ name: \"{team}\", service: \"S\", myRole: OTHER }}) {{ team {{ id version }} }} }}", client)).At("registerTeam", "team");
        await DoAsync(name, $"mutation {{ publishTeam(input: {{ team: \"{made.Text("id")}\", version: {made.At("version").GetInt32()} }}) {{ team {{ id }} errors {{ __typename }} }} }}", client);
        return made.Text("id");
    }

    /// <summary>Teams of Ann's propose to teams of Ben's, who is notified each time.</summary>
    public async Task ProposeAsync(int times = 1)
    {
        for (var i = 0; i < times; i++)
        {
            var (from, to) = (await TeamAsync("ann", $"Quiet Otters {i}"), await TeamAsync("ben", $"Loud Herons {i}"));
            await DoAsync("ann", $"mutation {{ proposeFriendship(input: {{ from: \"{from}\", to: \"{to}\", message: \"Meet at the harbour\", contact: \"Ring 4711\" }}) {{ friendship {{ id }} errors {{ __typename }} }} }}");
        }
    }

    public override async ValueTask DisposeAsync()
    {
        Mails.Dispose();
        await base.DisposeAsync();
    }
}
