using Equity.Graph.Pages.Asking;
using Equity.Graph.Posters.Files;
using Microsoft.AspNetCore.Mvc;

namespace Equity.Graph.Pages.Forms;

/// <summary>Takes in the file that a form brings, as a PUT of the same file would be: the same checks, the same refusals.</summary>
internal sealed class FilePosting(PosterUpload upload)
{
    /// <summary>What a form does that sends a poster's picture or PDF; a file is no variable of a document.</summary>
    public const string Operation = "SendPosterFile";

    /// <summary>The form's fields: the file, and the id of the poster.</summary>
    public const string File = "file", Poster = "poster";

    /// <summary>Whether a request may bring files.</summary>
    public static bool Brings(HttpRequest request) => request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Lets somebody who has signed in send a file; nothing is read of others.</summary>
    public static void Admit(PageRequest request)
    {
        if (!request.Viewer.IsSignedIn)
            throw new PageFault(StatusCodes.Status401Unauthorized, "Sign in to send a file.");
        PosterUpload.Admit(request.Http);
    }

    /// <summary>Takes in the file.</summary>
    /// <returns>Why it is not taken; null when it is.</returns>
    public async Task<FormError?> TakeAsync(PageRequest request, IFormCollection form)
    {
        if (form.Files[File] is not { Length: > 0 } file)
            return new FormError("NoFile", File, $"{File} must be chosen: a PNG, JPEG or WebP picture, or a PDF.");
        await using var content = file.OpenReadStream();
        return await upload.TakeAsync(request.Http, request.Viewer, form[Poster].ToString(), content) is IValueHttpResult { Value: ProblemDetails problem }
            ? new FormError(nameof(FileProblem), File, $"{problem.Detail} {problem.Extensions["remedy"]}") : null;
    }
}
