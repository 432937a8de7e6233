using Equity.Graph.Auth;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Mailing;

/// <summary>Where people say that they want no more mail of a kind. The link is enough; nobody signs in for it. Opening it changes nothing: mail programs open links before their readers do.</summary>
internal static class StopEndpoint
{
    /// <summary>Where it is.</summary>
    public const string Path = "/mail/stop";

    /// <summary>What a mail program sends when its reader clicks once (RFC 8058).</summary>
    public const string OneClick = "List-Unsubscribe=One-Click";

    /// <summary>Serves the page, and takes what is said there.</summary>
    public static void MapMailing(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (HttpContext http, LetterText text, string? token) => text.ReadStop(token) is not var (_, kind)
            ? Unknown(http)
            : Page(http, StatusCodes.Status200OK, $"No more mail: {LetterText.Words(kind)}", """<p>You will still find it where you sign in.</p><form method="post"><button>Send me no more mail of this kind</button></form>"""));
        routes.MapPost(Path, StopAsync);
    }

    private static async Task<IResult> StopAsync(HttpContext http, LetterText text, IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, string? token, CancellationToken cancel)
    {
        if (text.ReadStop(token) is not var (person, kind))
            return Unknown(http);
        await using var db = await contexts.OpenAsync(Viewer.System, cancel);
        var isKnown = await turns.RunAsync(db, async transaction =>
        {
            if (!await db.People.AnyAsync(known => known.Id == person, cancel))
                return false;
            await MailWishes.RefuseAsync(db, person, kind, cancel);
            await transaction.CommitAsync(CancellationToken.None);
            return true;
        }, cancel);
        return isKnown ? Page(http, StatusCodes.Status200OK, "Done", $"<p>You get no more mail of this kind: {LetterText.Words(kind)}. When you want it again, say so with chooseMail.</p>") : Unknown(http);
    }

    private static IResult Unknown(HttpContext http) => Page(http, StatusCodes.Status404NotFound, "This link is not valid", "<p>Open the link of the mail once more, whole, or sign in and use chooseMail.</p>");

    private static IResult Page(HttpContext http, int status, string title, string text)
    {
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        // The address holds what lets anybody say it in the person's name.
        http.Response.Headers["Referrer-Policy"] = "no-referrer";
        http.Response.Headers.CacheControl = "no-store";
        return Results.Content($"""
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title><link rel="stylesheet" href="/style.css"></head>
            <body><main><h1>{title}</h1>{text}</main></body></html>
            """, "text/html; charset=utf-8", statusCode: status);
    }
}
