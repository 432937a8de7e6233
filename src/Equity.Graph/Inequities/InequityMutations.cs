using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Inequities;

/// <summary>What a team says of an inequity.</summary>
internal abstract class InequityInput : MutationInput
{
    /// <summary>In what the difference shows.</summary>
    public InequityKind? Kind { get; init; }

    /// <summary>Which parts of NHS England's Core20PLUS5 it belongs to.</summary>
    public IReadOnlyList<Core20Plus5>? Core20Plus5 { get; init; }

    /// <summary>How the team knows.</summary>
    public string? Evidence { get; init; }

    /// <summary>Where the work on it stands; BEING_TACKLED unless said.</summary>
    public InequityStatus? Status { get; init; }
}

/// <summary>An inequity that a team tackles.</summary>
internal sealed class RecordInequityInput : InequityInput
{
    /// <summary>The team's id.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>The inequity in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>Along which dimension people are treated unequally.</summary>
    public required InequityDimension Dimension { get; init; }

    /// <summary>Whom it concerns.</summary>
    public required string Population { get; init; }
}

/// <summary>What is new about an inequity. What is left out stays; null clears.</summary>
internal sealed class UpdateInequityInput : InequityInput
{
    /// <summary>The inequity's id.</summary>
    [Id]
    public required string Inequity { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>The inequity in a few words.</summary>
    public string? Title { get; init; }

    /// <summary>Along which dimension people are treated unequally.</summary>
    public InequityDimension? Dimension { get; init; }

    /// <summary>Whom it concerns.</summary>
    public string? Population { get; init; }
}

/// <summary>What changes the inequities of a team.</summary>
internal sealed class InequityMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<RecordInequityInput, Inequity, InequityType>(
            "recordInequity", "Records an inequity that your team tackles.", RecordAsync, [typeof(NotAMember), typeof(NotFound), typeof(TooMany), .. InputErrors.OfTexts]);
        type.Add<UpdateInequityInput, Inequity, InequityType>(
            "updateInequity", "Changes what your team says of an inequity.", UpdateAsync, [.. InputErrors.OfRows, .. InputErrors.OfTexts]);
        type.AddDeletion<Inequity, InequityType>("inequities", TeamRules.MaxOfEach);
    }

    private static async Task<Inequity?> RecordAsync(Change change, RecordInequityInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team)
            return null;
        var keys = await change.Db.Inequities.Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= TeamRules.MaxOfEach)
            change.Refuse(new TooMany("inequities", TeamRules.MaxOfEach));
        var inequity = new Inequity { TeamId = team.Id, Key = "", Title = "", Dimension = input.Dimension, Population = "", CreatedAt = change.Now };
        Fill(change, input, inequity, input.Title, input.Population);
        inequity.Key = Key.From(inequity.Title, keys.ToHashSet());
        change.Db.Add(inequity);
        return inequity;
    }

    private static async Task<Inequity?> UpdateAsync(Change change, UpdateInequityInput input)
    {
        if (await change.OwnAsync<Inequity>(input.Inequity, "inequity") is not { } inequity || !change.IsCurrent(inequity, input.Version))
            return null;
        change.Choice(input, "dimension", input.Dimension, dimension => inequity.Dimension = dimension);
        Fill(change, input, inequity, input.Title, input.Population);
        return inequity;
    }

    private static void Fill(Change change, InequityInput input, Inequity inequity, string? title, string? population)
    {
        change.Text(input, InequityRules.Title, title, text => inequity.Title = text!);
        change.Text(input, InequityRules.Population, population, text => inequity.Population = text!);
        change.Text(input, InequityRules.Evidence, input.Evidence, text => inequity.Evidence = text);
        if (input.Gives("kind"))
            inequity.Kind = input.Kind;
        if (input.Gives("core20Plus5"))
            inequity.Core20Plus5 = [.. (input.Core20Plus5 ?? []).Distinct().Order()];
        if (input.Gives("status"))
            inequity.Status = input.Status ?? InequityStatus.BeingTackled;
    }
}
