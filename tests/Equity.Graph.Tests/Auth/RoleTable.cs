using System.Text.RegularExpressions;

namespace Equity.Graph.Tests.Auth;

/// <summary>A line of roles.csv that decides one thing.</summary>
/// <param name="Kind">row, field, argument, subscription or mutation.</param>
/// <param name="What">What it decides, such as Team.coachScore.</param>
/// <param name="Cells">The decision for each column.</param>
internal sealed record Decision(string Kind, string What, IReadOnlyDictionary<string, string> Cells)
{
    /// <summary>The decision for a role towards a team.</summary>
    public string For(Role role, string team) => Cells[role.Towards(team)];
}

/// <summary>The committed table of who may do what.</summary>
internal static partial class RoleTable
{
    private static readonly Dictionary<string, string[]> Words = new()
    {
        ["row"] = ["read", "hidden"],
        ["field"] = ["read", "null", "empty", "rows", "some", "own", "unreached", "FORBIDDEN"],
        ["argument"] = ["told", "untold"],
        ["subscription"] = ["rows"],
        ["mutation"] = ["written", "FORBIDDEN", "NotAMember", "NotFound", "NotALead", "NotYourself", "NotAnAdministrator", "NotAnOrganiser"],
    };

    private static readonly Dictionary<(string Kind, string What), Decision> All = Read().ToDictionary(line => (line.Kind, line.What));

    /// <summary>Where decisions are added.</summary>
    public const string Place = "tests/Equity.Graph.Tests/Auth/roles.csv";

    /// <summary>All decisions of a kind.</summary>
    public static IEnumerable<Decision> Of(string kind) => All.Values.Where(line => line.Kind == kind);

    /// <summary>The decision on one thing; fails, saying where to add it, when nobody has decided.</summary>
    public static Decision Find(string kind, string what) => All.GetValueOrDefault((kind, what)) ?? throw new Xunit.Sdk.XunitException($"Nobody has decided who may: add \"{kind},{what},…\" to {Place}.");

    /// <summary>Whether somebody has decided.</summary>
    public static bool Has(string kind, string what) => All.ContainsKey((kind, what));

    private static IEnumerable<Decision> Read()
    {
        string[]? columns = null;
        foreach (var line in File.ReadLines(Repository.Path(Place.Split('/'))).Where(line => line.Length > 0 && line[0] != '#'))
        {
            var cells = line.Split(',');
            if (columns is null)
            {
                columns = cells[2..];
                continue;
            }
            var decided = columns.Zip(cells[2..]).ToDictionary();
            if (cells.Length != columns.Length + 2 || decided.Values.Except(Words[cells[0]]).Any())
                throw new InvalidDataException($"{Place} has a line with a word or a number of cells that nobody knows: {line}");
            foreach (var what in Each(cells[0], cells[1]))
                yield return new Decision(cells[0], what, decided);
        }
    }

    /// <summary>"Team.key name" names two fields; "TeamMember.name for TEAM" one.</summary>
    private static IEnumerable<string> Each(string kind, string what) => kind == "field" && Several().Match(what) is { Success: true } several
        ? several.Groups[2].Captures.Select(field => $"{several.Groups[1].Value}.{field.Value}")
        : [what];

    [GeneratedRegex(@"^(\w+)\.(?!\w+ for )(?:(\w+)(?: |$))+$")]
    private static partial Regex Several();
}
