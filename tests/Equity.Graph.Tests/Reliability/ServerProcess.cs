using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Equity.Graph.Auth.Development;
using Equity.Graph.Persistence;
using Microsoft.Data.Sqlite;

namespace Equity.Graph.Tests.Reliability;

/// <summary>The real program in a process of its own, which can be killed.</summary>
internal sealed partial class ServerProcess : IDisposable
{
    private readonly Process process;
    private readonly HttpClient client = new() { Timeout = TimeSpan.FromSeconds(30) };

    private Task<string>? rest;

    private ServerProcess(Process process) => this.process = process;

    /// <summary>Where it listens.</summary>
    public Uri Address => client.BaseAddress!;

    /// <summary>Starts it on an empty community in a folder, and waits until it listens.</summary>
    /// <param name="data">The folder.</param>
    /// <param name="heap">The most bytes that its objects may take; null for as many as there are.</param>
    public static async Task<ServerProcess> StartAsync(string data, long? heap = null)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, "--empty", "--data", data, "--urls", "http://127.0.0.1:0"]) { RedirectStandardOutput = true };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Limits__OperationsPerMinutePerViewer"] = start.Environment["Limits__OperationsPerMinutePerAddress"] = "1000000";
        if (heap is { } bytes)
            start.Environment["DOTNET_GCHeapHardLimit"] = bytes.ToString("X", CultureInfo.InvariantCulture);
        var server = new ServerProcess(Process.Start(start)!);
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        string? line;
        do
            line = await server.process.StandardOutput.ReadLineAsync(patience.Token);
        while (line is not null && !Listens().IsMatch(line));
        Assert.True(line is not null, "The server did not start.");
        server.client.BaseAddress = new Uri(Listens().Match(line).Groups[1].Value);
        // Nobody reads the rest; it must not fill the pipe.
        server.rest = server.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        return server;
    }

    /// <summary>Signs in as a persona.</summary>
    public ServerProcess As(string data, string persona)
    {
        client.DefaultRequestHeaders.Authorization = new("Bearer", new DevelopmentTokens(data).Create(Persona.All.Single(each => each.Name == persona), TimeProvider.System.GetUtcNow().UtcDateTime));
        return this;
    }

    /// <summary>Runs a document that must succeed; its data.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="key">The Idempotency-Key, if any.</param>
    /// <exception cref="HttpRequestException">The server is gone.</exception>
    public async Task<JsonElement> DataAsync(string query, object? variables = null, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.False(answer.TryGetProperty("errors", out var errors), errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Sends any other request.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancel) => client.SendAsync(request, cancel);

    /// <summary>Ends it at once, as a power cut would.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        await rest!;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
        client.Dispose();
    }

    /// <summary>What SQLite itself says of the file: "ok", or what is wrong with it.</summary>
    public static async Task<string> IntegrityAsync(string data)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(data, Database.FileName)};Pooling=False");
        await file.OpenAsync();
        await using var check = file.CreateCommand();
        check.CommandText = "PRAGMA integrity_check";
        return (string)(await check.ExecuteScalarAsync())!;
    }

    /// <summary>Changes the database behind the program's back, while it is not running.</summary>
    public static async Task ExecuteAsync(string data, string sql)
    {
        await using var file = new SqliteConnection($"Data Source={Path.Combine(data, Database.FileName)};Pooling=False");
        await file.OpenAsync();
        await using var change = file.CreateCommand();
        change.CommandText = sql;
        await change.ExecuteNonQueryAsync();
    }

    [GeneratedRegex(@"listens on (http://\S+)")]
    private static partial Regex Listens();
}
