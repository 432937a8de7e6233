using System.ComponentModel;
using System.Diagnostics;

namespace Equity.Graph.Tests.Clients;

/// <summary>A theory that needs Node. Without it the test is skipped and says so; in CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    public NodeTheoryAttribute()
    {
        if (!NodeIsThere() && !ClientPackages.AreRequired)
            Skip = "There is no Node on this machine, so the public clients did not try the server. .ci/run does.";
    }

    private static bool NodeIsThere()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--version"]) { RedirectStandardOutput = true });
            return node is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
