using Equity.Graph.Execution.Mutations;
using Equity.Graph.Learning.Spread;
using GraphQL;

namespace Equity.Graph.Ideas;

/// <summary>Something that a team thinks would help.</summary>
internal sealed class RecordChangeIdeaInput : MutationInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>The idea in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>What is to be changed, and why the team thinks it would help.</summary>
    public string? Description { get; init; }

    /// <summary>The id of the learning that it comes from, of your team or another one.</summary>
    [Id]
    public string? From { get; init; }

    /// <summary>The ids of your team's measures that it is meant to show in, at most 10.</summary>
    [Id]
    public IReadOnlyList<string>? Measures { get; init; }
}

/// <summary>What is new about a change idea. What is left out stays; null clears.</summary>
internal sealed class UpdateChangeIdeaInput : MutationInput
{
    /// <summary>The idea's id.</summary>
    [Id]
    public required string ChangeIdea { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>The idea in a few words.</summary>
    public string? Title { get; init; }

    /// <summary>What is to be changed, and why the team thinks it would help.</summary>
    public string? Description { get; init; }

    /// <summary>The id of the learning that it comes from, of your team or another one.</summary>
    [Id]
    public string? From { get; init; }

    /// <summary>The ids of all of your team's measures that it is meant to show in, at most 10; those that are not named are looked at no more.</summary>
    [Id]
    public IReadOnlyList<string>? Measures { get; init; }
}

/// <summary>A turn of plan, do, study, act: a new one, or more of one that is there. What is left out stays; null clears.</summary>
internal sealed class RecordPdsaCycleInput : MutationInput
{
    /// <summary>The id of the change idea that it tries.</summary>
    [Id]
    public required string ChangeIdea { get; init; }

    /// <summary>Which cycle to fill in. Left out, it is a new one, which gets the next number.</summary>
    public int? Number { get; init; }

    /// <summary>The version of the change idea that you read: needed together with number, or what somebody else wrote could be lost.</summary>
    public int? Version { get; init; }

    /// <summary>What is to be tried, and what you expect.</summary>
    public string? Plan { get; init; }

    /// <summary>What was done, and what was seen.</summary>
    public string? Do { get; init; }

    /// <summary>What it showed, compared with what you expected.</summary>
    public string? Study { get; init; }

    /// <summary>What follows from it.</summary>
    public string? Act { get; init; }

    /// <summary>Whether your team does it from now on, does it otherwise or gives it up.</summary>
    public AdoptionOutcome? Decision { get; init; }

    /// <summary>The day on which it began or is to begin, up to a year ahead.</summary>
    public DateOnly? StartedOn { get; init; }
}
