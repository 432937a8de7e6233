namespace Equity.Matching;

/// <summary>A team that comes to a world café.</summary>
/// <param name="Id">The caller's.</param>
/// <param name="Stage">0 (forming) to 5 (sharing).</param>
/// <param name="Dimensions">Of its inequities, such as "DEPRIVATION"; may be empty. Any names will do: they are compared, never read.</param>
public sealed record CafeTeam(int Id, int Stage, IReadOnlyCollection<string> Dimensions);

/// <summary>What a world café is to be like.</summary>
/// <param name="Teams">Who comes, 1 to 300, in any order. Who are too few for two tables sit at one: with five nobody can move, one meets nobody.</param>
/// <param name="Rounds">How many rounds there are, 1 to 8, those that are over included.</param>
/// <param name="Seed">Another one gives another plan that is about as good.</param>
public sealed record CafeOrder(IReadOnlyCollection<CafeTeam> Teams, int Rounds, int Seed)
{
    /// <summary>
    /// How many sit at a table at least, 3 to <see cref="Most"/>. There are as many tables as this allows, and they are as equal as can be. Where no number of
    /// tables fits, as with 7 teams at tables of 4 to 6, some have 3; so they may when <see cref="Tables"/> or <see cref="Hosts"/> ask for so many.
    /// </summary>
    public int Least { get; init; } = 4;

    /// <summary>How many sit at a table at most, up to 12.</summary>
    public int Most { get; init; } = 6;

    /// <summary>How many tables there are; null for as many as there are hosts if they suffice, or as <see cref="Present"/> has, or else as many as possible.</summary>
    public int? Tables { get; init; }

    /// <summary>
    /// The ids of teams that host. Where there are more tables, those that host already go on, then whoever can take a table over with the fewest moves, then
    /// those that are furthest ahead, then by id.
    /// </summary>
    public IReadOnlyCollection<int> Hosts { get; init; } = [];

    /// <summary>Pairs of ids of those who know each other, in either direction: friends, or met at an earlier event. Teams that do not come are ignored.</summary>
    public IReadOnlyCollection<(int A, int B)> Known { get; init; } = [];

    /// <summary>The rounds that are over, or have begun, first one first. They stay as they are, with teams that have left since.</summary>
    public IReadOnlyList<IReadOnlyList<SeatedTable>> Past { get; init; } = [];

    /// <summary>All the other rounds as they are planned now, to be changed as little as possible. Empty to plan them anew.</summary>
    public IReadOnlyList<IReadOnlyList<SeatedTable>> Present { get; init; } = [];
}
