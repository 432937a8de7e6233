using Equity.Graph.Auth;
using Equity.Graph.Pages.Asking;

namespace Equity.Graph.Pages.Community;

/// <summary>Whom these pages are for.</summary>
internal static class Leading
{
    /// <summary>Turns away who neither leads, coaches nor runs the server.</summary>
    public static void MustLead(this PageRequest request)
    {
        if (!request.Leads() && !request.Viewer.Is(ViewerRole.Administrator))
            throw PageFault.Forbidden("leads and coaches");
    }

    /// <summary>Whether the viewer leads or coaches.</summary>
    public static bool Leads(this PageRequest request) => request.Viewer.Is(ViewerRole.Lead) || request.Viewer.Is(ViewerRole.Coach);

    /// <summary>The programme that the page is about; null for all of the viewer's.</summary>
    public static string? Programme(this PageRequest request) => request.Parameter("programme") is { Length: > 0 } key ? key : null;
}
