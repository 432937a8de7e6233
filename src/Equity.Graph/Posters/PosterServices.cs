using Equity.Graph.Persistence.Blobs;
using Equity.Graph.Posters.Files;

namespace Equity.Graph.Posters;

/// <summary>Puts together what keeps and serves posters.</summary>
internal static class PosterServices
{
    /// <summary>Adds the store of pictures and PDFs, below a data folder, and what fills and serves it.</summary>
    public static IServiceCollection AddPosters(this IServiceCollection services, string dataFolder) => services
        .AddBlobs(dataFolder)
        .AddSingleton<UnnamedBlobs>().AddSingleton<PosterUpload>().AddSingleton<PosterDownload>();

    /// <summary>Adds the store alone, for commands that run without a server.</summary>
    public static IServiceCollection AddBlobs(this IServiceCollection services, string dataFolder) => services
        .AddSingleton<IBlobStore>(provider => new FileBlobs(Path.Combine(dataFolder, FileBlobs.FolderName), provider.GetRequiredService<TimeProvider>()));

    /// <summary>Takes in and serves pictures and PDFs.</summary>
    public static void MapPosters(this IEndpointRouteBuilder routes)
    {
        routes.MapPut(FileForm.Path + "/{id}/image", (HttpContext http, string id, PosterUpload upload) => upload.AnswerAsync(http, id));
        routes.MapMethods(FileForm.Path + "/{id}/{form}/{hash?}", [HttpMethods.Get, HttpMethods.Head], (HttpContext http, string id, string form, string? hash, PosterDownload download) => download.AnswerAsync(http, id, form, hash));
    }
}
