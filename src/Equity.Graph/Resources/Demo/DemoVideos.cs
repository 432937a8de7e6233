using Equity.Graph.Events;
using Equity.Graph.Persistence.Demo;
using Equity.Graph.Rules;

namespace Equity.Graph.Resources.Demo;

/// <summary>A video message of the demo's gathering.</summary>
internal sealed record DemoVideo(string Team, string Title, string Url, string Transcript, int Day);

/// <summary>The video messages of the demo community.</summary>
internal static class DemoVideos
{
    /// <summary>Adds one that is shown at a gathering.</summary>
    public static void Add(DemoScene scene, Event gathering, DemoVideo demo) => scene.Db.Add(new Resource
    {
        Team = scene.Team(demo.Team),
        Event = gathering,
        Key = Key.From(demo.Title),
        Kind = ResourceKind.Video,
        Title = demo.Title,
        Url = demo.Url,
        Transcript = demo.Transcript,
        CreatedAt = scene.At(demo.Day),
        PublishedAt = scene.At(demo.Day),
    });
}
