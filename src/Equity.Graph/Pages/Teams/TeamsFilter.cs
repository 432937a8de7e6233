using Equity.Graph.Inequities;
using Equity.Graph.Pages.Asking;
using Equity.Graph.Rules;
using Equity.Graph.Teams;

namespace Equity.Graph.Pages.Teams;

/// <summary>What the address of the list of teams asks for, and how the graph is asked for it.</summary>
internal sealed record TeamsFilter(string Text, string Stage, string Programme, string Dimension, string Place, bool HasRoom, string Order)
{
    /// <summary>The orders that there are, the usual one first.</summary>
    public static readonly IReadOnlyList<Forms.Option> Orders = [new("", "By name"), new("newest", "Newest first"), new("stage", "Furthest on first")];

    /// <summary>More words than this are not looked for.</summary>
    private const int MostWords = 6;

    /// <summary>Whether some teams are left out.</summary>
    public bool IsNarrow => Text.Length + Stage.Length + Programme.Length + Dimension.Length + Place.Length > 0 || HasRoom;

    /// <summary>Reads it from an address. What no list has is left out.</summary>
    public static TeamsFilter Of(PageRequest request) => new(
        request.Parameter("q").Trim(), Known<Stage>(request.Parameter("stage")), request.Parameter("programme"), Known<InequityDimension>(request.Parameter("dimension")),
        request.Parameter("place").Trim(), request.Parameter("room") == "true", request.Parameter("order"));

    /// <summary>The variable where.</summary>
    public object Where(DateOnly today)
    {
        List<object> all = [.. Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords).Select(Says)];
        if (Stage.Length > 0)
            all.Add(new { stage = new { eq = Stage } });
        if (Programme.Length > 0)
            all.Add(new { programme = new { key = new { eq = Programme } } });
        if (Dimension.Length > 0)
            all.Add(new { inequities = new { some = new { dimension = new { eq = Dimension } } } });
        if (Place.Length > 0)
            all.Add(new { locality = new { contains = Place } });
        if (HasRoom)
            all.AddRange([new { friendCapacity = new { gt = 0 } }, new { or = new object[] { new { pausedUntil = new { eq = (string?)null } }, new { pausedUntil = new { lt = today } } } }]);
        return new { and = all };
    }

    /// <summary>The variable order.</summary>
    public object? Sorted() => Order switch
    {
        "newest" => new[] { new { createdAt = "DESC" } },
        "stage" => new[] { new { stage = "DESC" } },
        _ => null,
    };

    private static object Says(string word) => new
    {
        or = new object[]
        {
            new { name = new { contains = word } }, new { service = new { contains = word } }, new { aim = new { contains = word } }, new { summary = new { contains = word } },
            new { inequities = new { some = new { title = new { contains = word } } } },
        },
    };

    private static string Known<T>(string name) where T : struct, Enum => ContractName.TryParse<T>(name, out _) ? name : "";
}
