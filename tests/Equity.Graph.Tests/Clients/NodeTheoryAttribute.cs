using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace Equity.Graph.Tests.Clients;

/// <summary>A theory that needs Node. Without it the test is skipped and says so; in CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class NodeTheoryAttribute : TheoryAttribute
{
    /// <summary>What graphql-codegen needs.</summary>
    private const int Oldest = 20;

    public NodeTheoryAttribute()
    {
        if (NodeVersion() < Oldest && !ClientPackages.AreRequired)
            Skip = $"There is no Node {Oldest} or newer on this machine, so the public clients did not try the server. .ci/run does.";
    }

    private static int NodeVersion()
    {
        try
        {
            using var node = Process.Start(new ProcessStartInfo("node", ["--print", "parseInt(process.versions.node)"]) { RedirectStandardOutput = true });
            return int.TryParse(node?.StandardOutput.ReadToEnd(), NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture, out var version) ? version : 0;
        }
        catch (Win32Exception)
        {
            return 0;
        }
    }
}
