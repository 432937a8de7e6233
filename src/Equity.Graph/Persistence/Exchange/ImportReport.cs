using System.Globalization;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>What an import did, or why it did nothing.</summary>
/// <param name="Stored">Whether the database now holds what was imported; false when there were problems or when it was only checked.</param>
/// <param name="Problems">What is wrong, as lines to print; where there is any, nothing was stored.</param>
/// <param name="ProblemCount">How many problems there are; only the first 1,000 are among the lines.</param>
/// <param name="Remarks">What was kept and what ought to be looked at, as lines to print.</param>
/// <param name="Counts">What the input holds.</param>
internal sealed record ImportReport(bool Stored, IReadOnlyList<string> Problems, int ProblemCount, IReadOnlyList<string> Remarks, ImportCounts Counts);

/// <summary>What an import's input holds, against what the database held.</summary>
internal sealed record ImportCounts
{
    public int TeamsNew { get; set; }

    /// <summary>Teams of which anything changed, their children included.</summary>
    public int TeamsChanged { get; set; }

    public int TeamsUnchanged { get; set; }

    public int Members { get; set; }

    public int Inequities { get; set; }

    public int Asks { get; set; }

    public int Offers { get; set; }

    public int Learning { get; set; }

    /// <summary>How many lines of other kinds there are, as text: " 2 friendships."</summary>
    public string Others { get; private set; } = "";

    /// <summary>Children that the input removes.</summary>
    public int Removed { get; set; }

    /// <summary>Texts that were encoded.</summary>
    public int TextsEncoded { get; set; }

    public int Teams => TeamsNew + TeamsChanged + TeamsUnchanged;

    /// <summary>Counts lines of another kind.</summary>
    public void Add(LineKind kind, int lines) => Others += $" {Count(lines, kind.Called)}.";

    /// <summary>"48 teams: 48 new, 0 changed, 0 unchanged. 60 inequities, …"</summary>
    public override string ToString()
    {
        var removed = Removed > 0 ? $" Removed: {Count(Removed, "row")}." : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Count(Teams, "team")}: {TeamsNew:N0} new, {TeamsChanged:N0} changed, {TeamsUnchanged:N0} unchanged. ")
            + $"{Count(Inequities, "inequity", "inequities")}, {Count(Asks, "ask")}, {Count(Offers, "offer")}, "
            + $"{Count(Learning, "piece of learning", "pieces of learning")}, {Count(Members, "member")}.{Others}{removed}";
    }

    private static string Count(int count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? one + "s")}");
}
