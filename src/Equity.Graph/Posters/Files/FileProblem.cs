namespace Equity.Graph.Posters.Files;

/// <summary>Why a file is not taken.</summary>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Detail">What is wrong with this file, in a sentence.</param>
/// <param name="Remedy">What to do about it, in a sentence.</param>
internal sealed record FileProblem(int Status, string Title, string Detail, string Remedy)
{
    private const string Export = "Open it in the program that made it, and export it anew as PNG, JPEG, WebP or PDF.";

    public static readonly FileProblem Unknown = new(
        StatusCodes.Status415UnsupportedMediaType, "Not a picture or PDF", "The file begins like no PNG, JPEG, WebP or PDF, whatever its name and its Content-Type say.", Export);

    public static readonly FileProblem Broken = new(
        StatusCodes.Status422UnprocessableEntity, "Cannot be read", "The file cannot be read to its end: it is damaged, or a part of it is missing.", "Send it once more; if that does not help, open it and save it anew.");

    public static readonly FileProblem Animated = new(
        StatusCodes.Status422UnprocessableEntity, "Moves", "The picture has more than one frame; a poster stands still.", "Save one frame of it as PNG, or add what moves as a VIDEO with addResource.");

    public static readonly FileProblem TooLarge = new(
        StatusCodes.Status413PayloadTooLarge, "Too many bytes", FormattableString.Invariant($"A file may have {PosterRules.MaxBytes} bytes at most."),
        "Save the picture as JPEG or WebP, or in fewer pixels; of a PDF, export it for screens.");

    public static readonly FileProblem Protected = new(
        StatusCodes.Status422UnprocessableEntity, "Encrypted", "The PDF is encrypted, so that nobody can see what is in it.", "Save it without a password and without restrictions.");

    /// <summary>A picture with more pixels than is read.</summary>
    public static FileProblem TooManyPixels(int width, int height) => new(
        StatusCodes.Status422UnprocessableEntity, "Too many pixels",
        FormattableString.Invariant($"The picture is {width} × {height} pixels; at most {PosterRules.MaxPixels} are read, and {PosterRules.MaxSide} on a side."), "Scale it down: 4,000 pixels on the longer side print well.");

    /// <summary>A PDF that does more than show.</summary>
    /// <param name="what">What it holds, such as JavaScript.</param>
    public static FileProblem Active(string what) => new(
        StatusCodes.Status422UnprocessableEntity, "Does more than show", $"The PDF holds {what}; a poster only shows.", "Print it to a new PDF: that keeps what is to be seen, and nothing else.");
}
