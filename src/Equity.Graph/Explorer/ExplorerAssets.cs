using System.Collections.Frozen;
using System.Security.Cryptography;
using Equity.Graph.Transport;

namespace Equity.Graph.Explorer;

/// <summary>A file that the explorer's page loads.</summary>
/// <param name="Address">Where it is served; the address changes with the content.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record ExplorerAsset(string Address, string MediaType, byte[] Content);

/// <summary>The files that the explorer is made of, as the build has embedded them.</summary>
internal static class ExplorerAssets
{
    /// <summary>Where the plain page is served, and below it these files.</summary>
    public const string PlainPath = GraphQLEndpoint.Path + "/explorer";

    private const string Folder = "explorer/";

    private static readonly FrozenDictionary<string, ExplorerAsset> ByName = typeof(ExplorerAssets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Folder.Length..], Read);

    private static readonly FrozenDictionary<string, ExplorerAsset> ByAddress = ByName.Values.ToFrozenDictionary(asset => asset.Address);

    /// <summary>Whether GraphiQL is there; false when the build had no Node.</summary>
    public static bool HasGraphiQL { get; } = ByName.ContainsKey("graphiql.js");

    /// <summary>The address of a file.</summary>
    /// <param name="name">Its name in the build.</param>
    public static string Address(string name) => ByName[name].Address;

    /// <summary>The file that is served at an address; null when there is none.</summary>
    public static ExplorerAsset? At(string address) => ByAddress.GetValueOrDefault(address);

    private static ExplorerAsset Read(string resource)
    {
        using var stream = typeof(ExplorerAssets).Assembly.GetManifestResourceStream(resource)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..12];
        return new ExplorerAsset($"{PlainPath}/{hash}/{resource[Folder.Length..]}", MediaType(resource), content);
    }

    private static string MediaType(string name) => Path.GetExtension(name) switch
    {
        ".js" => "text/javascript; charset=utf-8",
        ".css" => "text/css; charset=utf-8",
        _ => "text/plain; charset=utf-8",
    };
}
