using Equity.Graph.Execution;
using Equity.Graph.Transport;
using GraphQL.Execution;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Equity.Graph.Pages.Home;

/// <summary>A count on the main page.</summary>
public sealed record HomeCount(string Name, int Number);

/// <summary>A query on the main page, with a link that runs it.</summary>
internal sealed record HomeExample(string Title, string Operation)
{
    public static readonly IReadOnlyList<HomeExample> All =
    [
        new("Which teams tackle what, and what they learnt", "WhoTacklesWhat"),
        new("Whom a team can call on, and why", "FirstPeers"),
        new("Whom to call when “our older patients cannot use the video link”", "FindPeers"),
    ];

    /// <summary>The document, without its first comment.</summary>
    public string Query => Operations.Text(Operation).Split('\n', 2)[1].Trim();

    /// <summary>The address that runs it.</summary>
    public string Address => $"{GraphQLEndpoint.Path}?query={Uri.EscapeDataString(Query)}";
}

/// <summary>Serves the main page from the document HomePage.</summary>
internal static class HomeEndpoint
{
    private static readonly (string Field, string Name)[] Counted =
    [
        ("programmes", "Programmes"), ("teams", "Teams"), ("inequities", "Inequities tackled"), ("learning", "Pieces of learning"),
    ];

    /// <summary>Serves the main page and its style sheet.</summary>
    public static void MapHome(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", AnswerAsync);
        routes.MapGet("/style.css", () => Results.Stream(typeof(HomeEndpoint).Assembly.GetManifestResourceStream("pages/style.css")!, "text/css; charset=utf-8"));
    }

    private static async Task<RazorComponentResult<HomePage>> AnswerAsync(HttpContext http, CancellationToken cancel)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        var result = await http.RequestServices.RunOperationAsync("HomePage", cancel);
        var data = (RootExecutionNode)result.Data!;
        var counts = Counted.Select(each => new HomeCount(each.Name, Total(data, each.Field))).ToList();
        return new RazorComponentResult<HomePage>(new { Counts = counts });
    }

    private static int Total(RootExecutionNode data, string field) =>
        data.SubFields!.Single(node => node.Name == field).ToValue() is IDictionary<string, object?> list ? (int)list["totalCount"]! : 0;
}
