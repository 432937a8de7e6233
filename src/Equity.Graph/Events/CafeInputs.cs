using Equity.Graph.Execution.Mutations;
using GraphQL;

namespace Equity.Graph.Events;

/// <summary>A world café to be planned for the teams that come to an event.</summary>
internal sealed class PlanWorldCafeInput : MutationInput
{
    /// <summary>The event's id.</summary>
    [Id]
    public required string Event { get; init; }

    /// <summary>The question of each round, in order: 1 to 8 of at most 300 characters.</summary>
    public required IReadOnlyList<string> Questions { get; init; }

    /// <summary>How many rounds there are; as many as questions unless said, and never another number.</summary>
    public int? Rounds { get; init; }

    /// <summary>How long a round takes, in minutes: 5 to 120; 20 unless said.</summary>
    public int? Minutes { get; init; }

    /// <summary>When the first round is to begin; when the event begins unless said.</summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>How many sit at a table at least: 3 to 12; 4 unless said. Where no number of tables fits, some have 3.</summary>
    public int? LeastAtATable { get; init; }

    /// <summary>How many sit at a table at most: 3 to 12; 6 unless said.</summary>
    public int? MostAtATable { get; init; }

    /// <summary>The ids of teams that host a table, and stay there; who is furthest ahead hosts the others.</summary>
    [Id]
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>The same seed gives the same plan, everywhere; another one another that is about as good. 1 unless said.</summary>
    public int? Seed { get; init; }
}

/// <summary>A world café to be planned anew since teams have come or gone: rounds that have begun stay as they are, and as few as possible move.</summary>
internal sealed class ReplanWorldCafeInput : MutationInput
{
    /// <summary>The id of the café in use, or of a plan.</summary>
    [Id]
    public required string Cafe { get; init; }

    /// <summary>The ids of teams that host a table; who hosts now goes on where there are more tables.</summary>
    [Id]
    public IReadOnlyList<string>? Hosts { get; init; }

    /// <summary>The seed; that of the café unless said.</summary>
    public int? Seed { get; init; }
}

/// <summary>A plan that everybody is to see.</summary>
internal sealed class PublishWorldCafeInput : MutationInput
{
    /// <summary>The plan's id.</summary>
    [Id]
    public required string Cafe { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }
}

/// <summary>A round that begins now.</summary>
internal sealed class StartCafeRoundInput : MutationInput
{
    /// <summary>The round's id.</summary>
    [Id]
    public required string Round { get; init; }
}
