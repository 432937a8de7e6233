using Equity.Graph.Transport;

namespace Equity.Graph.Commands;

/// <summary>What the server prints when it listens: its address to open, and a query to paste.</summary>
internal static class Greeting
{
    /// <summary>Prints the greeting once the server listens.</summary>
    public static void GreetWhenStarted(this WebApplication app, ServeOptions options) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Urls.FirstOrDefault() ?? options.Urls;
        Console.WriteLine($$"""

            Equity listens on {{address}} (data: {{options.DataFolder}}). Ctrl-C stops it.

            Open {{address}}/ in a browser, or ask it whom to call:

              curl {{address}}{{GraphQLEndpoint.Path}} -H 'Content-Type: application/json' \
                -d '{"query":"{ findPeers(text: \"our older patients cannot use the video link\", first: 2) { score team { name } reasons { text } } }"}'

            More queries to try: {{address}}{{GraphQLEndpoint.Path}}
            """);
    });
}
