using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Rules;

namespace Equity.Graph.Posters.Files;

/// <summary>A picture or PDF in the folder beside an import or export file. Export names each by the hash of its content; a person may name one as they like.</summary>
/// <param name="path">Where it is.</param>
internal sealed class PosterFile(string path)
{
    /// <summary>The folder's name.</summary>
    public const string FolderName = "posters";

    /// <summary>The fields of a line that name files.</summary>
    public static readonly TextRule Image = new("image", 200, Screened: false), Pdf = new("pdf", 200, Screened: false);

    /// <summary>A poster's picture beside an export; null while there is none.</summary>
    public static ExportedContent? OfImage(Poster poster) => poster.Image is not { } hash ? null : new(hash + poster.ImageFormat switch
    {
        PictureFormat.Png => ".png",
        PictureFormat.Jpeg => ".jpg",
        _ => ".webp",
    }, hash);

    /// <summary>A poster's PDF beside an export; null while there is none.</summary>
    public static ExportedContent? OfPdf(Poster poster) => poster.Pdf is not { } hash ? null : new(hash + ".pdf", hash);

    /// <summary>The file of a name; null when there is none, or the name leads elsewhere.</summary>
    /// <param name="folder">The folder that the input stands in; null where there is none.</param>
    /// <param name="name">The file's name.</param>
    public static PosterFile? Find(string? folder, string name)
    {
        var isName = name.IndexOfAny(['/', '\\', ':', '\0']) < 0 && name is not ("." or "..");
        return folder is not null && isName && Path.Combine(folder, FolderName, name) is var path && File.Exists(path) ? new(path) : null;
    }

    /// <summary>What is wrong with it, as the end of a sentence; null when it can be kept.</summary>
    public string? Problem(bool isPicture)
    {
        if (new FileInfo(path).Length > PosterRules.MaxBytes)
            return Sentence(FileProblem.TooLarge);
        var file = File.ReadAllBytes(path);
        if (Picture.FormatOf(file) is { } format)
            return !isPicture ? "is a picture; name it in image" : Picture.Read(file, format, out var broken) is null ? Sentence(broken!) : null;
        if (!PdfCheck.IsPdf(file))
            return Sentence(FileProblem.Unknown);
        return isPicture ? "is a PDF; name it in pdf" : PdfCheck.Problem(file) is { } problem ? Sentence(problem) : null;
    }

    /// <summary>
    /// Stores it, and has a poster name it. A picture is drawn anew, as when it is uploaded; but one that is named by its hash is as an export wrote it, and stays so.
    /// </summary>
    public async Task TakeOnAsync(Poster poster, IBlobStore blobs, CancellationToken cancel)
    {
        var file = await File.ReadAllBytesAsync(path, cancel);
        if (Picture.FormatOf(file) is not { } format)
        {
            poster.Pdf = await blobs.PutAsync(file, cancel);
            return;
        }
        var picture = Picture.Read(file, format, out _) ?? throw new IOException($"{path} changed while it was imported.");
        var whole = BlobHash.Of(file) == Path.GetFileNameWithoutExtension(path) ? file : picture.Whole;
        poster.Take(picture, await blobs.PutAsync(whole, cancel), await blobs.PutAsync(picture.Small, cancel), await blobs.PutAsync(picture.Large, cancel));
    }

    /// <summary>Writes the contents that an export names into the folder beside it, each whole or not at all; one that is there stays.</summary>
    /// <param name="contents">The contents.</param>
    /// <param name="blobs">Where they are kept.</param>
    /// <param name="folder">The folder that the export stands in.</param>
    /// <param name="cancel">Stops between two.</param>
    /// <returns>The names of those that are kept no longer.</returns>
    public static async Task<IReadOnlyList<string>> WriteAsync(IReadOnlyList<ExportedContent> contents, IBlobStore blobs, string folder, CancellationToken cancel)
    {
        var missing = new List<string>();
        foreach (var content in contents.DistinctBy(content => content.Name))
        {
            var target = Path.Combine(Directory.CreateDirectory(Path.Combine(folder, FolderName)).FullName, content.Name);
            await using var kept = blobs.Open(content.Hash);
            if (kept is null)
                missing.Add(content.Name);
            else if (!File.Exists(target))
                await ExportFile.WriteAsync(target, async to =>
                {
                    await kept.CopyToAsync(to, cancel);
                    return true;
                });
        }
        return missing;
    }

    private static string Sentence(FileProblem problem) => $"cannot be kept: {problem.Detail} {problem.Remedy}";
}
