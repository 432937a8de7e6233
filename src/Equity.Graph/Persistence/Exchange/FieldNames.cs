namespace Equity.Graph.Persistence.Exchange;

/// <summary>The fields that each kind of object has in import files, in the order in which export writes them.</summary>
/// <param name="What">What the object is.</param>
/// <param name="Columns">Fields with one value, which are columns of a CSV file too.</param>
/// <param name="Others">Fields that only JSON Lines have: lists, and the kind of line.</param>
internal sealed record FieldNames(string What, string[] Columns, params string[] Others)
{
    public static readonly FieldNames Programme = new("a programme", ["key", "name", "sharedAim"], "kind", "phases");

    public static readonly FieldNames Phase = new("a phase", ["number", "name", "sharedAim"]);

    public static readonly FieldNames Team = new(
        "a team",
        [
            "key", "name", "organisation", "service", "locality", "programme", "phase", "stage", "involvement", "coProduction", "coProductionPlan",
            "progressScore", "coachScore", "friendCapacity", "pausedUntil", "createdAt", "aim", "summary",
        ],
        "kind", "members", "inequities", "asks", "offers", "learning");

    public static readonly FieldNames Member = new("a member", ["key", "role", "name", "nameFor", "remove"]);

    public static readonly FieldNames Inequity = new(
        "an inequity", ["key", "title", "dimension", "population", "kind", "evidence", "core20Plus5", "status", "createdAt", "remove"]);

    public static readonly FieldNames Ask = new("an ask", ["key", "text", "status", "createdAt", "closedAt", "remove"]);

    public static readonly FieldNames Offer = new("an offer", ["key", "text", "available", "createdAt", "remove"]);

    public static readonly FieldNames Learning = new("a piece of learning", ["key", "kind", "title", "body", "inequity", "heardAtEvent", "sharedAt", "featuredAt", "remove"]);

    /// <summary>All fields.</summary>
    public IReadOnlyList<string> All { get; } = [.. Columns, .. Others];
}
