using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace Equity.Graph.Tests.Posters;

/// <summary>Short ways to posters over HTTP.</summary>
internal static class Drafts
{
    /// <summary>A poster with texts and without a file.</summary>
    public static async Task<Row> DraftAsync(this EquityHost host, string persona, Row team, string title = "Our poster") =>
        Row.Of((await host.ChangeAsync(persona, "draftPoster", new { team = team.Id, title, altText = "Three bars: 20, 30 and 40.", summary = "We rang people first. More of them came." }, "poster { id version }")).At("poster"));

    /// <summary>Sends a file for a poster; the answer, whatever it is.</summary>
    public static async Task<HttpResponseMessage> PutAsync(this EquityHost host, string persona, Row poster, byte[] file, string mediaType = "application/octet-stream", string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/posters/{poster.Id}/image") { Content = new ByteArrayContent(file) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        if (ifMatch is not null)
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return await host.ClientFor(persona).SendAsync(request);
    }

    /// <summary>Sends a file that must be taken; what is answered.</summary>
    public static async Task<JsonElement> TakenAsync(this EquityHost host, string persona, Row poster, byte[] file)
    {
        using var response = await host.PutAsync(persona, poster, file);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True(response.IsSuccessStatusCode, answer.ToString());
        return answer;
    }

    /// <summary>Sends a file that must be refused; the problem, which names field and remedy.</summary>
    public static async Task<JsonElement> RefusedAsync(this EquityHost host, string persona, Row poster, byte[] file, int status, string mediaType = "application/octet-stream")
    {
        using var response = await host.PutAsync(persona, poster, file, mediaType);
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.True((int)response.StatusCode == status, problem.ToString());
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.All((string[])["title", "detail", "field", "remedy"], field => Assert.NotEmpty(problem.Text(field)));
        return problem;
    }

    /// <summary>A poster with a picture, published.</summary>
    public static async Task<Row> ShowAsync(this EquityHost host, string persona, Row team, string title = "Our poster", byte[]? file = null)
    {
        var poster = await host.DraftAsync(persona, team, title);
        var version = (await host.TakenAsync(persona, poster, file ?? Pictures.Png())).At("version").GetInt32();
        return Row.Of((await host.ChangeAsync(persona, "publishPoster", new { poster = poster.Id, version }, "poster { id version }")).At("poster"));
    }

    /// <summary>All that is stored for posters, by name.</summary>
    public static IReadOnlyList<string> Blobs(this EquityHost host) =>
        Directory.Exists(Path.Combine(host.Data, "blobs")) ? [.. Directory.EnumerateFiles(Path.Combine(host.Data, "blobs"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)] : [];
}
