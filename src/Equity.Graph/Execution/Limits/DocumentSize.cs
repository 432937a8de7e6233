namespace Equity.Graph.Execution.Limits;

/// <summary>How large a part of a document is, each fragment counted wherever it is used.</summary>
/// <param name="Nodes">Fields, arguments, values, fragments, directives.</param>
/// <param name="Depth">Levels of fields in fields; what reads the schema is one level.</param>
/// <param name="Levels">Levels of fields and fragments: how deep one must go to walk through it.</param>
/// <param name="Aliases">Fields with an alias.</param>
/// <param name="Fields">Fields of the first level.</param>
/// <param name="SchemaLists">Levels of lists in lists in what reads the schema: each multiplies the answer.</param>
internal readonly record struct DocumentSize(long Nodes = 0, int Depth = 0, int Levels = 0, long Aliases = 0, long Fields = 0, int SchemaLists = 0)
{
    /// <summary>Counts end here: fragments that each use the next one twice soon are more than a number holds.</summary>
    private const long Enough = 1_000_000_000_000;

    /// <summary>Two parts side by side.</summary>
    public static DocumentSize operator +(DocumentSize one, DocumentSize other) => new(
        Math.Min(one.Nodes + other.Nodes, Enough),
        Math.Max(one.Depth, other.Depth),
        Math.Max(one.Levels, other.Levels),
        Math.Min(one.Aliases + other.Aliases, Enough),
        Math.Min(one.Fields + other.Fields, Enough),
        Math.Max(one.SchemaLists, other.SchemaLists));

    /// <summary>The larger of each.</summary>
    public static DocumentSize Max(DocumentSize one, DocumentSize other) => new(
        Math.Max(one.Nodes, other.Nodes),
        Math.Max(one.Depth, other.Depth),
        Math.Max(one.Levels, other.Levels),
        Math.Max(one.Aliases, other.Aliases),
        Math.Max(one.Fields, other.Fields),
        Math.Max(one.SchemaLists, other.SchemaLists));
}
