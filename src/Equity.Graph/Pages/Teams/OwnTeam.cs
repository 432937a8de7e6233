using Equity.Graph.Pages.Asking;

namespace Equity.Graph.Pages.Teams;

/// <summary>Pages that only a team's members change something on.</summary>
internal static class OwnTeam
{
    /// <summary>The team, where the viewer is on it.</summary>
    /// <exception cref="PageFault">There is none, or the viewer is not on it.</exception>
    public static void Require(string key, bool isThere, TeamViewer viewer)
    {
        if (!isThere)
            throw PageFault.NotFound("team");
        if (!viewer.Teams.Any(own => own.Key == key))
            throw PageFault.Forbidden("members of the team");
    }
}
