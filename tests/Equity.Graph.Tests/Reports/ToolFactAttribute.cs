using System.ComponentModel;
using System.Diagnostics;

namespace Equity.Graph.Tests.Reports;

/// <summary>A test that needs a program. Without it the test is skipped and says so; in CI it fails.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        if (!IsThere(tool) && Environment.GetEnvironmentVariable("CI") != "true")
            Skip = $"There is no {tool} on this machine, so it did not try the reports. .ci/run does.";
    }

    private static bool IsThere(string tool)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(tool, ["--version"]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
