using Equity.Graph.Auth;
using Equity.Matching;

namespace Equity.Graph.Peers;

/// <summary>Out of what a viewer's peers and searches are made.</summary>
internal static class ViewerAudience
{
    /// <summary>Who may not read asks and offers is told nothing that was made of them.</summary>
    public static Audience Audience(this Viewer viewer) => viewer.Community ? Matching.Audience.Community : Matching.Audience.Visitors;
}
