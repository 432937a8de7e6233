using System.Collections.Frozen;
using System.Security.Cryptography;

namespace Equity.Graph.Pages.Frame;

/// <summary>The style sheet, the script and the icon of all pages.</summary>
internal static class PageAssets
{
    private const string Folder = "pages/";

    private static readonly FrozenDictionary<string, (string Hash, string MediaType, byte[] Content)> ByName = typeof(PageAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Folder.Length..], Read);

    /// <summary>The address of a file: it changes with the content.</summary>
    public static string Address(string name) => $"/{name}?v={ByName[name].Hash}";

    /// <summary>Serves the files.</summary>
    public static void MapPageAssets(this IEndpointRouteBuilder routes)
    {
        foreach (var (name, (hash, mediaType, content)) in ByName)
        {
            routes.MapGet("/" + name, (HttpContext http) =>
            {
                http.Response.Headers.XContentTypeOptions = "nosniff";
                http.Response.Headers.CacheControl = http.Request.Query["v"] == hash ? "public, max-age=31536000, immutable" : "no-cache";
                return Results.Bytes(content, mediaType);
            });
        }
    }

    private static (string, string, byte[]) Read(string resource)
    {
        using var stream = typeof(PageAssets).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return (Convert.ToHexStringLower(SHA256.HashData(content))[..12], Path.GetExtension(resource) switch
        {
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "image/svg+xml",
        }, content);
    }
}
