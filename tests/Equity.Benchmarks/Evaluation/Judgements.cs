using System.Text.Json;
using Equity.Matching;

namespace Equity.Benchmarks.Evaluation;

/// <summary>What a query asks for.</summary>
internal enum QueryKind { Team, Ask, Search }

/// <summary>A query with its grades, as FORMAT.md tells.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="Team">The id of the team that asks; 0 for a search.</param>
/// <param name="Source">The row of the ask; 0 for the others.</param>
/// <param name="Text">What was typed, or the ask.</param>
/// <param name="IsFinal">Of the half that no weight is chosen on.</param>
/// <param name="Theme">For folds; empty where none is told.</param>
/// <param name="Grades">1 to 3 by the id of a team, or of an offer for an ask. What is not there is 0.</param>
internal sealed record Judged(QueryKind Kind, int Team, int Source, string Text, bool IsFinal, string Theme, IReadOnlyDictionary<int, int> Grades);

/// <summary>Reads judgements of a community.</summary>
internal static class Judgements
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    /// <exception cref="InvalidDataException">A line names a team or a text that the community does not have, or has no grade.</exception>
    public static IReadOnlyList<Judged> Read(string path, EvaluatedCommunity community) =>
        [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => Of(JsonSerializer.Deserialize<Line>(line, Lines)!, community))];

    private static Judged Of(Line line, EvaluatedCommunity community)
    {
        var kind = Enum.Parse<QueryKind>(line.Query, ignoreCase: true);
        var grades = line.Graded.Where(g => g.Grade > 0).ToDictionary(
            g => kind == QueryKind.Ask ? community.Row(g.Team, ProfileField.Offer, g.Offer!) : community.Id(g.Team), g => g.Grade);
        if (grades.Count == 0) throw new InvalidDataException($"{line.Team} {line.Ask} {line.Text}: a query without a grade cannot be judged.");
        return new(
            kind, line.Team is null ? 0 : community.Id(line.Team), kind == QueryKind.Ask ? community.Row(line.Team!, ProfileField.Ask, line.Ask!) : 0,
            line.Ask ?? line.Text ?? "", line.Half == "final", line.Theme ?? "", grades);
    }

    private sealed record Line(string Query, string? Team, string? Ask, string? Text, string? Half, string? Theme, Graded[] Graded);

    private sealed record Graded(string Team, string? Offer, int Grade);
}
