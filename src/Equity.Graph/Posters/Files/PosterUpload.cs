using System.Text.Json;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Transport;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Equity.Graph.Posters.Files;

/// <summary>Takes in the picture or PDF of a poster: from members of its team, as the graph would decide. The same file again changes nothing.</summary>
internal sealed class PosterUpload(SignIn signIn, RequestRates rates, IDbContextFactory<EquityDbContext> contexts, WriteTurns turns, IBlobStore blobs, TimeProvider time) : IDisposable
{
    /// <summary>For how many operations a file counts: it is more work than any of them.</summary>
    private const int Operations = 20;

    /// <summary>The most bytes that are read of a file which is too large, so that its sender gets as far as the answer.</summary>
    private const int MostRead = 5 * PosterRules.MaxBytes;

    /// <summary>How many bytes are read at once.</summary>
    private const int AtOnce = 64 * 1024;

    /// <summary>How long a file waits for those before it, and after how long it may come again.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>One file is read at a time: a picture takes up to 320 MB meanwhile.</summary>
    private readonly SemaphoreSlim reading = new(1);

    /// <summary>Answers a PUT.</summary>
    /// <param name="http">The request.</param>
    /// <param name="id">The poster's global id.</param>
    public async Task<IResult> AnswerAsync(HttpContext http, string id)
    {
        if (await signIn.ViewerAsync(http.Request.Headers.Authorization, http.RequestAborted) is not { IsSignedIn: true } viewer)
            return Problems.Unauthenticated(http);
        Admit(http);
        return await TakeAsync(http, viewer, id, http.Request.Body);
    }

    /// <summary>Lets a request bring a file: as much of one that is too large is read as lets its sender get to the answer.</summary>
    public static void Admit(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
            size.MaxRequestBodySize = MostRead;
    }

    /// <summary>Takes in a file that somebody sends.</summary>
    /// <param name="http">The request that brings it.</param>
    /// <param name="viewer">Who sends it.</param>
    /// <param name="id">The poster's global id.</param>
    /// <param name="content">The file.</param>
    /// <returns>The answer of a PUT: the poster's addresses, or a problem with its remedy.</returns>
    public async Task<IResult> TakeAsync(HttpContext http, Viewer viewer, string id, Stream content)
    {
        var cancel = http.RequestAborted;
        if ((rates.OfAddress(http.Connection.RemoteIpAddress, Operations) ?? rates.OfViewer(viewer.Partition, Operations)) is { } tooOften)
            return Problems.TooOften(http, tooOften);
        // Strangers are not read.
        if (await RefusalAsync(viewer, id, cancel) is { } refusal)
            return FileAnswers.Refused(refusal);
        var (file, problem) = await ReceiveAsync(content, cancel);
        if (problem is not null)
            return FileAnswers.Refused(problem);
        if (!await reading.WaitAsync(Patience, cancel))
            return FileAnswers.Busy(http, (int)Patience.TotalSeconds);
        Picture? picture;
        try
        {
            picture = await Task.Run(() => Read(file, out problem), cancel);
        }
        finally
        {
            reading.Release();
        }
        return problem is not null ? FileAnswers.Refused(problem) : await StoreAsync(http, viewer, id, file, picture);
    }

    public void Dispose() => reading.Dispose();

    private async Task<MutationError?> RefusalAsync(Viewer viewer, string id, CancellationToken cancel)
    {
        await using var db = await contexts.OpenAsync(viewer, cancel);
        var change = new Change(db, viewer, time.GetUtcNow().UtcDateTime, cancel);
        await change.OwnAsync<Poster>(id, "id");
        return change.Errors.Count == 0 ? null : change.Errors[0];
    }

    private static async Task<(byte[] File, FileProblem? Problem)> ReceiveAsync(Stream content, CancellationToken cancel)
    {
        try
        {
            using var file = new MemoryStream();
            var some = new byte[AtOnce];
            var all = 0;
            for (var read = await content.ReadAsync(some, cancel); read > 0; read = await content.ReadAsync(some, cancel))
            {
                all += read;
                if (all <= PosterRules.MaxBytes)
                    file.Write(some, 0, read);
            }
            return all > PosterRules.MaxBytes ? ([], FileProblem.TooLarge) : (file.ToArray(), null);
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return ([], FileProblem.TooLarge);
        }
    }

    /// <summary>The picture in a file; null, without a problem, when it is a PDF.</summary>
    private static Picture? Read(byte[] file, out FileProblem? problem)
    {
        if (Picture.FormatOf(file) is { } format)
            return Picture.Read(file, format, out problem);
        problem = PdfCheck.IsPdf(file) ? PdfCheck.Problem(file) : FileProblem.Unknown;
        return null;
    }

    private async Task<IResult> StoreAsync(HttpContext http, Viewer viewer, string id, byte[] file, Picture? picture)
    {
        var cancel = http.RequestAborted;
        List<string> stored = [];
        foreach (var content in picture is null ? [file] : (ReadOnlyMemory<byte>[])[picture.Whole, picture.Small, picture.Large])
            stored.Add(await blobs.PutAsync(content, cancel));
        try
        {
            await using var db = await contexts.OpenAsync(viewer, cancel);
            return await turns.RunAsync(db, async transaction =>
            {
                await People.KnownAsync(db, viewer, time.GetUtcNow().UtcDateTime, cancel);
                db.Sight = await SignIn.AgainAsync(db, viewer, cancel);
                var change = new Change(db, db.Sight, time.GetUtcNow().UtcDateTime, cancel);
                if (await change.OwnAsync<Poster>(id, "id") is not { } poster)
                    return FileAnswers.Refused(change.Errors[0]);
                if (!MeansTheOneThatIsThere(http.Request, picture is null ? poster.Pdf : poster.Image))
                    return FileAnswers.Changed();
                // Nothing that no poster names is removed while this transaction lasts.
                if (!stored.TrueForAll(blobs.Has))
                    throw RequestError.Busy();
                Take(poster, picture, stored);
                await db.SaveChangesAsync(cancel);
                await transaction.CommitAsync(CancellationToken.None);
                return Taken(poster);
            }, cancel);
        }
        catch (RequestError busy) when (busy.RetryAfter is { } seconds)
        {
            return FileAnswers.Busy(http, seconds);
        }
    }

    private static bool MeansTheOneThatIsThere(HttpRequest request, string? hash) => request.GetTypedHeaders().IfMatch is not { Count: > 0 } meant
        || (hash is not null && meant.Any(tag => tag.Equals(EntityTagHeaderValue.Any) || tag.Tag == $"\"{hash}\""));

    private static void Take(Poster poster, Picture? picture, List<string> stored)
    {
        if (picture is null)
            poster.Pdf = stored[0];
        else
            poster.Take(picture, stored[0], stored[1], stored[2]);
    }

    private static IResult Taken(Poster poster) => Results.Json(new
    {
        Id = NodeId.Of(nameof(Poster), poster.Id),
        poster.Version,
        ImageUrl = FileForm.Image.AddressOf(poster),
        poster.ImageWidth,
        poster.ImageHeight,
        ThumbnailUrl = FileForm.Thumbnail.AddressOf(poster),
        LargeThumbnailUrl = FileForm.LargeThumbnail.AddressOf(poster),
        PdfUrl = FileForm.Pdf.AddressOf(poster),
    }, JsonSerializerOptions.Web);
}
