using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Notifications;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using GraphQL;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning.Spread;

/// <summary>Learning of another team that yours tries.</summary>
internal sealed class AdoptLearningInput : MutationInput
{
    /// <summary>The id of the team that tries it.</summary>
    [Id]
    public required string Team { get; init; }

    /// <summary>The id of the learning that it tries.</summary>
    [Id]
    public required string Learning { get; init; }

    /// <summary>What your team changes about it, or means to.</summary>
    public string? Note { get; init; }
}

/// <summary>What became of something that your team tried. What is left out stays; null clears.</summary>
internal sealed class RecordAdoptionOutcomeInput : MutationInput
{
    /// <summary>The adoption's id.</summary>
    [Id]
    public required string Adoption { get; init; }

    /// <summary>The version that you read.</summary>
    public required int Version { get; init; }

    /// <summary>What became of it.</summary>
    public required AdoptionOutcome Outcome { get; init; }

    /// <summary>What happened, in your own words.</summary>
    public string? WhatHappened { get; init; }

    /// <summary>The id of what your team has learnt from it and shares in turn.</summary>
    [Id]
    public string? LedTo { get; init; }
}

/// <summary>What changes what a team tries of others' learning.</summary>
internal sealed class AdoptionMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<AdoptLearningInput, Adoption, AdoptionType>(
            "adoptLearning", "Says that a team tries what another one has learnt; that team is told. Who may write the trying team's learning may say it.",
            AdoptAsync, [typeof(NotAMember), typeof(NotFound), typeof(OwnLearning), typeof(AlreadyAdopted), typeof(TooMany), .. InputErrors.OfTexts]);
        type.Add<RecordAdoptionOutcomeInput, Adoption, AdoptionType>(
            "recordAdoptionOutcome", "Says what became of something that a team tried, and what it has learnt from it; the team that it came from is told.",
            RecordAsync, [.. InputErrors.OfRows, typeof(GoesInACircle), .. InputErrors.OfTexts]);
        type.AddDeletion<Adoption, AdoptionType>("adoptions", SpreadRules.MaxAdoptions);
    }

    private static async Task<Adoption?> AdoptAsync(Change change, AdoptLearningInput input)
    {
        if (await change.TeamThatLearntAsync(input.Team) is not { } team || await change.FindAsync<SharedLearning>(input.Learning, "learning") is not { } learning)
            return null;
        // What was deleted a while ago is taken up again, whatever keeps it from being seen.
        var known = await change.Db.Adoptions.IgnoreQueryFilters().SingleOrDefaultAsync(each => each.TeamId == team.Id && each.LearningId == learning.Id, change.Cancel);
        if (learning.TeamId == team.Id)
            change.Refuse(new OwnLearning("learning"));
        else if (known is { DeletedAt: null })
            change.Refuse(new AlreadyAdopted("learning", NodeId.Of(nameof(Adoption), known.Id)));
        else
            return await TakeUpAsync(change, input, known, team, learning);
        return null;
    }

    private static async Task<Adoption> TakeUpAsync(Change change, AdoptLearningInput input, Adoption? known, Team team, SharedLearning learning)
    {
        if (await change.Db.Adoptions.CountAsync(each => each.TeamId == team.Id, change.Cancel) >= SpreadRules.MaxAdoptions)
            change.Refuse(new TooMany("adoptions", SpreadRules.MaxAdoptions));
        var adoption = known ?? new Adoption
        {
            TeamId = team.Id,
            Key = Key.Free("adoption", await change.Db.Adoptions.IgnoreQueryFilters().Where(each => each.TeamId == team.Id).Select(each => each.Key).ToHashSetAsync(change.Cancel)),
            LearningId = learning.Id,
        };
        (adoption.Note, adoption.Outcome, adoption.WhatHappened, adoption.LedToId, adoption.AdoptedAt, adoption.DeletedAt) = (null, null, null, null, change.Now, null);
        change.Text(input, SpreadRules.Note, input.Note, text => adoption.Note = text);
        if (known is null)
            change.Db.Add(adoption);
        await SpreadNews.TellOfAdoptionAsync(change, learning, team, NotificationKind.LearningAdopted);
        return adoption;
    }

    private static async Task<Adoption?> RecordAsync(Change change, RecordAdoptionOutcomeInput input)
    {
        var adoptions = change.Db.Adoptions.Include(each => each.Team).Include(each => each.Learning);
        if (await change.WritableAsync(input.Adoption, "adoption", adoptions) is not { } adoption || !change.IsCurrent(adoption, input.Version))
            return null;
        var before = (adoption.Outcome, adoption.LedToId);
        adoption.Outcome = input.Outcome;
        change.Text(input, SpreadRules.WhatHappened, input.WhatHappened, text => adoption.WhatHappened = text);
        if (input.Gives("ledTo"))
            await LeadAsync(change, adoption, input.LedTo);
        // Words are put right more often than there is news.
        if (before != (adoption.Outcome, adoption.LedToId))
            await SpreadNews.TellOfAdoptionAsync(change, adoption.Learning!, adoption.Team!, NotificationKind.AdoptionReported);
        return adoption;
    }

    /// <summary>What came out of it is learning of the team that tried it, and nothing that it came from.</summary>
    private static async Task LeadAsync(Change change, Adoption adoption, string? ledTo)
    {
        var learning = ledTo is null ? null : await change.FindAsync(ledTo, "ledTo", change.Db.Learning.Where(own => own.TeamId == adoption.TeamId));
        if (learning is not null && await Chains.ComesFromAsync(change.Db, adoption.LearningId, learning.Id, change.Cancel))
            change.Refuse(new GoesInACircle("ledTo"));
        else
            adoption.LedToId = learning?.Id;
    }
}
