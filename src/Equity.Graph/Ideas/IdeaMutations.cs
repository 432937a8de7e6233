using System.Globalization;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Friendships;
using Equity.Graph.Learning;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Ideas;

/// <summary>The change idea has as many cycles as it may have.</summary>
/// <param name="Limit">The most there may be.</param>
internal sealed record TooManyCycles(int Limit)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"The change idea has {Limit} cycles already, which is the most it may have. Record what comes next as an idea of its own."));

/// <summary>What changes the change ideas of a team and their cycles.</summary>
internal sealed class IdeaMutations : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<RecordChangeIdeaInput, ChangeIdea, ChangeIdeaType>(
            "recordChangeIdea", "Records something that your team thinks would help.", RecordAsync, [typeof(NotAMember), typeof(NotFound), typeof(TooMany), .. InputErrors.OfTexts]);
        type.Add<UpdateChangeIdeaInput, ChangeIdea, ChangeIdeaType>("updateChangeIdea", "Changes what your team says of a change idea.", UpdateAsync, [.. InputErrors.OfRows, .. InputErrors.OfTexts]);
        type.Add<RecordPdsaCycleInput, ChangeIdea, ChangeIdeaType>(
            "recordPdsaCycle", "Records how your team tries a change idea: a new cycle or, by its number, what is new about one.", RecordCycleAsync,
            [.. InputErrors.OfRows, typeof(TooManyCycles), typeof(DayOutOfRange), .. InputErrors.OfTexts]);
        type.AddDeletion<ChangeIdea, ChangeIdeaType>("changeIdeas", TeamRules.MaxOfEach);
    }

    private static async Task<ChangeIdea?> RecordAsync(Change change, RecordChangeIdeaInput input)
    {
        if (await change.OwnTeamAsync(input.Team) is not { } team)
            return null;
        var keys = await change.Db.ChangeIdeas.Where(other => other.TeamId == team.Id).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= TeamRules.MaxOfEach)
            change.Refuse(new TooMany("changeIdeas", TeamRules.MaxOfEach));
        var idea = new ChangeIdea { TeamId = team.Id, Key = "", Title = "", CreatedAt = change.Now };
        await FillAsync(change, input, idea, input.Title, input.Description, input.From);
        await IdeaMeasures.TakeAsync(change, idea, input.Measures ?? []);
        idea.Key = Key.From(idea.Title, keys.ToHashSet());
        change.Db.Add(idea);
        return idea;
    }

    private static async Task<ChangeIdea?> UpdateAsync(Change change, UpdateChangeIdeaInput input)
    {
        if (await change.OwnAsync(input.ChangeIdea, "changeIdea", change.Db.ChangeIdeas.Include(known => known.Measures)) is not { } idea || !change.IsCurrent(idea, input.Version))
            return null;
        await FillAsync(change, input, idea, input.Title, input.Description, input.From);
        if (input.Gives("measures"))
            await IdeaMeasures.TakeAsync(change, idea, input.Measures ?? []);
        return idea;
    }

    private static async Task FillAsync(Change change, MutationInput input, ChangeIdea idea, string? title, string? description, string? from)
    {
        change.Text(input, IdeaRules.Title, title, text => idea.Title = text!);
        change.Text(input, IdeaRules.Description, description, text => idea.Description = text);
        if (input.Gives("from"))
            idea.FromId = from is null ? null : (await change.FindAsync<SharedLearning>(from, "from"))?.Id;
    }

    private static async Task<ChangeIdea?> RecordCycleAsync(Change change, RecordPdsaCycleInput input)
    {
        if (await change.OwnAsync<ChangeIdea>(input.ChangeIdea, "changeIdea") is not { } idea)
            return null;
        if (input.Version is { } version && !change.IsCurrent(idea, version))
            return null;
        var cycles = await change.Db.PdsaCycles.Where(known => known.ChangeIdeaId == idea.Id).OrderBy(known => known.Number).ToListAsync(change.Cancel);
        if ((input.Number is null ? New(change, idea, cycles) : Known(change, input, cycles)) is not { } cycle)
            return null;
        Fill(change, input, cycle);
        // The idea counts the changes of its cycles as its own.
        change.Db.Entry(idea).Property(changed => changed.UpdatedAt).IsModified = true;
        return idea;
    }

    private static PdsaCycle? New(Change change, ChangeIdea idea, List<PdsaCycle> cycles)
    {
        if (cycles.Count >= IdeaRules.MaxCycles)
        {
            change.Refuse(new TooManyCycles(IdeaRules.MaxCycles));
            return null;
        }
        var number = cycles.Count == 0 ? 1 : cycles[^1].Number + 1;
        var cycle = new PdsaCycle { ChangeIdeaId = idea.Id, TeamId = idea.TeamId, Key = string.Create(CultureInfo.InvariantCulture, $"{idea.Key}-cycle-{number}"), Number = number };
        change.Db.Add(cycle);
        return cycle;
    }

    private static PdsaCycle? Known(Change change, RecordPdsaCycleInput input, List<PdsaCycle> cycles)
    {
        var cycle = cycles.Find(known => known.Number == input.Number);
        if (input.Version is null)
            change.Refuse(new InvalidText("version", "is required together with number: send the version of the change idea that you read"));
        else if (cycle is null)
            change.Refuse(new NotFound("number"));
        return change.Errors.Count == 0 ? cycle : null;
    }

    private static void Fill(Change change, RecordPdsaCycleInput input, PdsaCycle cycle)
    {
        change.Text(input, IdeaRules.Plan, input.Plan, text => cycle.Plan = text);
        change.Text(input, IdeaRules.Do, input.Do, text => cycle.Do = text);
        change.Text(input, IdeaRules.Study, input.Study, text => cycle.Study = text);
        change.Text(input, IdeaRules.Act, input.Act, text => cycle.Act = text);
        if (input.Gives("decision"))
            cycle.Decision = input.Decision;
        if (input.Gives("startedOn"))
            Start(change, input.StartedOn, cycle);
        if (change.Errors.Count == 0 && (cycle.Plan ?? cycle.Do ?? cycle.Study ?? cycle.Act) is null)
            change.Refuse(new InvalidText("plan", "is required, or else do, study or act: a cycle says something"));
    }

    private static void Start(Change change, DateOnly? day, PdsaCycle cycle)
    {
        var latest = DateOnly.FromDateTime(change.Now).AddDays(IdeaRules.LatestStart);
        if (day < IdeaRules.EarliestStart || day > latest)
            change.Refuse(new DayOutOfRange("startedOn", IdeaRules.EarliestStart, latest));
        else
            cycle.StartedOn = day;
    }
}
