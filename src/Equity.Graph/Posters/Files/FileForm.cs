using Equity.Graph.Execution;

namespace Equity.Graph.Posters.Files;

/// <summary>A form in which a poster is served, below /posters/{id}.</summary>
/// <param name="Name">Its name in addresses.</param>
/// <param name="Hash">Tells under which hash it is stored; null where a poster has none.</param>
/// <param name="MediaType">Tells its media type.</param>
internal sealed record FileForm(string Name, Func<Poster, string?> Hash, Func<Poster, string> MediaType)
{
    /// <summary>Where posters are served.</summary>
    public const string Path = "/posters";

    private const string WebP = "image/webp";

    public static readonly FileForm Image = new("image", poster => poster.Image, poster => poster.ImageFormat switch
    {
        PictureFormat.Png => "image/png",
        PictureFormat.Jpeg => "image/jpeg",
        _ => WebP,
    });

    public static readonly FileForm Thumbnail = new("thumbnail", poster => poster.SmallThumbnail, _ => WebP);

    public static readonly FileForm LargeThumbnail = new("large-thumbnail", poster => poster.LargeThumbnail, _ => WebP);

    public static readonly FileForm Pdf = new("pdf", poster => poster.Pdf, _ => "application/pdf");

    /// <summary>The form of that name; null when there is none.</summary>
    public static FileForm? Named(string name) => new[] { Image, Thumbnail, LargeThumbnail, Pdf }.FirstOrDefault(form => form.Name == name);

    /// <summary>Where a poster is served in this form, with its hash, so that it never changes; null where it has none.</summary>
    public string? AddressOf(Poster poster) => Hash(poster) is { } hash ? $"{Path}/{NodeId.Of(nameof(Poster), poster.Id)}/{Name}/{hash}" : null;
}
