using Equity.Graph.Pages.Frame;

namespace Equity.Graph.Pages.Community;

/// <summary>What the document AuditPage answers.</summary>
public sealed record AuditAnswer(AuditList? Audit);

/// <summary>What was changed.</summary>
public sealed record AuditList(int TotalCount, PageInfo PageInfo, IReadOnlyList<AuditLine> Nodes);

/// <summary>A change: before and after are JSON objects of fields.</summary>
public sealed record AuditLine(string Id, DateTime At, string By, bool ByYou, string Action, string Kind, string Key, string? Before, string? After, TeamLink? Team)
{
    /// <summary>What changed, field by field, as it was and as it is since.</summary>
    public IReadOnlyList<(string Field, string Before, string After)> Fields()
    {
        var (before, after) = (Read(Before), Read(After));
        return [.. before.Keys.Union(after.Keys).Select(field => (field, before.GetValueOrDefault(field, ""), after.GetValueOrDefault(field, "")))];
    }

    private static Dictionary<string, string> Read(string? json) =>
        json is null ? [] : System.Text.Json.JsonElement.Parse(json).EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString(), StringComparer.Ordinal);
}
