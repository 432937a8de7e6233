using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Pages.SignIn;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Transport;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Posters.Files;

/// <summary>Serves the pictures and PDFs of posters to whom sees the poster in the graph: the same token, the same rules. Pages show them to whom has signed in to pages.</summary>
internal sealed class PosterDownload(SignIn signIn, IDbContextFactory<EquityDbContext> contexts, IBlobStore blobs)
{
    /// <summary>An address that holds a hash never means another content.</summary>
    private const string ForAYear = "max-age=31536000, immutable";

    /// <summary>What is shown is shown, and nothing in it runs.</summary>
    private const string ShowOnly = "default-src 'none'; sandbox";

    /// <summary>Answers a GET or HEAD.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The poster's global id.</param>
    /// <param name="form">The name of the form.</param>
    /// <param name="hash">The hash of the content that is meant; null for the one that there is now.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, string id, string form, string? hash)
    {
        if ((http.Request.Headers.Authorization.Count > 0 ? await signIn.ViewerAsync(http.Request.Headers.Authorization, http.RequestAborted) : await http.PageViewerAsync()) is not { } viewer)
            return Problems.Unauthenticated(http);
        if (FileForm.Named(form) is not { } asked || await FindAsync(viewer, id, http.RequestAborted) is not { } poster
            || asked.Hash(poster) is not { } stored || (hash is not null && hash != stored) || blobs.Open(stored) is not { } content)
            return FileAnswers.NothingThere();
        var headers = http.Response.Headers;
        headers.CacheControl = poster.PublishedAt is null ? "private, no-store" : $"{(viewer.IsSignedIn ? "private" : "public")}, {(hash is null ? "no-cache" : ForAYear)}";
        headers.Append(HeaderNames.Vary, $"{HeaderNames.Authorization}, {HeaderNames.Cookie}");
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = ShowOnly;
        // Readers of PDFs run in the page's own right: a page that is kept from everything shows none.
        var name = asked == FileForm.Pdf ? poster.Key + ".pdf" : null;
        return Results.Stream(content, asked.MediaType(poster), name, entityTag: new EntityTagHeaderValue($"\"{stored}\""), enableRangeProcessing: true);
    }

    private async Task<Poster?> FindAsync(Viewer viewer, string id, CancellationToken cancel)
    {
        if (NodeId.Find<Poster>(id) is not { } key)
            return null;
        await using var db = await contexts.OpenAsync(viewer, cancel);
        return await db.Posters.AsNoTracking().SingleOrDefaultAsync(poster => poster.Id == key, cancel);
    }
}
