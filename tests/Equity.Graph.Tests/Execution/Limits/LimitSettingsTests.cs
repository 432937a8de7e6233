using System.Diagnostics;

namespace Equity.Graph.Tests.Execution.Limits;

/// <summary>A host with limits of its own.</summary>
public sealed class StrictHost : EquityHost
{
    protected override Dictionary<string, string?> Settings => new()
    {
        ["Limits:BodyBytes"] = "2000",
        ["Limits:VariablesBytes"] = "100",
        ["Limits:Depth"] = "3",
        ["Limits:Cost"] = "50",
        ["Limits:PageItems"] = "10",
    };
}

public sealed class LimitSettingsTests(StrictHost host) : IClassFixture<StrictHost>
{
    [Theory]
    [InlineData("{ teams(first: 1) { nodes { programme { name } } } }", "DEPTH", "The document is 4 fields deep; the limit is 3.")]
    [InlineData("{ teams(first: 11) { totalCount } }", "PAGE_SIZE", "first is 11; a page has 0 to 10 items.")]
    [InlineData("{ nodes(ids: [\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]) { id } }", "PAGE_SIZE", "the number of ids is 11; a page has 0 to 10 items.")]
    [InlineData("{ findPeers(text: \"late\") { score } }", "COST", "The operation costs 115; the limit is 50.")]
    public async Task A_limit_of_the_configuration_holds(string query, string code, string message)
    {
        var error = await host.ErrorAsync(query);
        Assert.Equal(code, error.Code);
        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_the_usual_size_is_no_larger_than_the_limit() => Assert.Equal(10, (await host.DataAsync("{ teams { nodes { key } } }")).Nodes("teams").Count);

    [Theory]
    [InlineData(100, null)]
    [InlineData(101, "The variables have 101 bytes; the limit is 100.")]
    public async Task Variables_have_as_many_bytes_as_the_limit_says(int length, string? message)
    {
        // {"k":"…"}
        var answer = await host.AskAsync("query($k: String!) { team(key: $k) { name } }", new { k = new string('x', length - 8) });
        Assert.Equal(message, answer.TryGetProperty("errors", out var errors) ? errors[0].Text("message") : null);
    }

    [Fact]
    public async Task Variables_are_counted_in_utf8_with_all_their_parts()
    {
        Assert.Equal("VARIABLES", (await host.ErrorAsync("query($k: String!) { team(key: $k) { name } }", new { k = new string('ł', 50) })).Code);
        Assert.Equal("VARIABLES", (await host.ErrorAsync("query($w: TeamFilterInput) { teams(where: $w) { totalCount } }", new { w = new { phase = new { @in = Enumerable.Range(10, 40) } } })).Code);
        Assert.Equal("VARIABLES", (await host.ErrorAsync("{ matching { ready } }", Enumerable.Range(10, 20).ToDictionary(i => $"unused{i}", _ => (object?)null))).Code);
    }

    [Fact]
    public async Task A_body_has_as_many_bytes_as_the_limit_says()
    {
        using var refused = await host.CreateClient().PostAsync("/graphql", new StringContent("{\"query\":\"{ matching { ready } }" + new string(' ', 2_000) + "\"}", System.Text.Encoding.UTF8, "application/json"));
        Assert.Equal(413, (int)refused.StatusCode);
        Assert.Contains("2000 bytes", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Limits__Depth", "0", "The settings cannot be used. ")]
    [InlineData("Limits__Depth", "deep", "Limits:Depth is \"deep\"; it must be a whole number.")]
    [InlineData("Limits__Deepth", "12", "There is no limit Limits:Deepth.")]
    [InlineData("Auth__Authority", "http://login.example", "Auth:Authority must be an address that begins with https://")]
    [InlineData("Auth__Authority", "login.example", "Auth:Authority must be an address that begins with https://")]
    [InlineData("Auth__AnyoneReads", "maybe", "'maybe' at 'Auth:AnyoneReads'")]
    [InlineData("Graph__TrustedDocumentsOnly", "maybe", "'maybe' at 'Graph:TrustedDocumentsOnly'")]
    public async Task A_setting_that_cannot_be_used_ends_the_start_with_one_sentence(string name, string value, string sentence)
    {
        var folder = Directory.CreateTempSubdirectory("equity-settings-").FullName;
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0", "--empty", "--data", folder])
        {
            Environment = { [name] = value },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        using var server = Process.Start(start)!;
        try
        {
            var said = server.StandardError.ReadToEndAsync();
            await server.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
            Assert.Equal(1, server.ExitCode);
            Assert.Contains(sentence, Assert.Single((await said).Trim().Split('\n')), StringComparison.Ordinal);
        }
        finally
        {
            if (!server.HasExited)
                server.Kill();
            Directory.Delete(folder, recursive: true);
        }
    }
}
