using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Panels;

/// <summary>The mutations of those who ask: askPanel, voteForQuestion, takeBackVote.</summary>
internal sealed class PanelMutations(KnownTexts texts) : ITypeExtension<Mutation>
{
    private static readonly Type[] OfVotes = [typeof(NotFound), typeof(PanelIsOver)];

    public void Extend(Mutation type)
    {
        type.Add<AskPanelInput, PanelQuestion, PanelQuestionType>(
            "askPanel", "Asks the panel of an event, before it and while it lasts: in the name of your team or in nobody's. Look with Panel.similar first whether it has been asked.", AskAsync,
            [typeof(NotFound), typeof(NotAMember), typeof(PanelIsOver), typeof(TooManyQuestions), .. InputErrors.OfTexts]);
        type.Add<VoteForQuestionInput, PanelQuestion, PanelQuestionType>(
            "voteForQuestion", "Says that you would like a question answered. You have one vote for each; of one that was merged it goes to the question that stands for it.", VoteAsync, OfVotes);
        type.Add<TakeBackVoteInput, PanelQuestion, PanelQuestionType>("takeBackVote", "Takes back your vote for a question.", TakeBackAsync, OfVotes);
    }

    private async Task<PanelQuestion?> AskAsync(Change change, AskPanelInput input)
    {
        if (await change.FindAsync<Event>(input.Event, "event") is not { } gathering || !IsOpen(change, gathering))
            return null;
        var team = input.Team is null ? null : await change.OwnTeamAsync(input.Team);
        var question = new PanelQuestion { EventId = gathering.Id, Event = gathering, Key = "", Text = "", AskedById = team?.Id, AskedBy = team, AskedAt = change.Now };
        change.Text(input, PanelRules.Question, input.Text, text => question.Text = text!);
        await CountAsync(change, gathering);
        if (change.Errors.Count > 0)
            return null;
        var start = Key.From($"{gathering.Key} question");
        var taken = await change.Db.PanelQuestions.IgnoreQueryFilters().Where(known => known.Key.StartsWith(start)).Select(known => known.Key).ToHashSetAsync(change.Cancel);
        question.Key = Key.Free(start, taken);
        change.Db.Add(question);
        change.Afterwards(() => texts.KeepAsync(question.Text));
        return question;
    }

    /// <summary>Counts the question against the person and the panel; how many a person asked is kept, and not which.</summary>
    private static async Task CountAsync(Change change, Event gathering)
    {
        var asker = await change.Db.Set<PanelAsker>().SingleOrDefaultAsync(known => known.EventId == gathering.Id && known.PersonId == change.Person, change.Cancel);
        if (asker is null)
            change.Db.Add(asker = new PanelAsker { EventId = gathering.Id, PersonId = change.Person });
        if (asker.Questions >= PanelRules.MostOfAPerson)
            change.Refuse(new TooManyQuestions(PanelRules.MostOfAPerson, Yours: true));
        else if (await change.Db.PanelQuestions.CountAsync(known => known.EventId == gathering.Id, change.Cancel) >= PanelRules.MostQuestions)
            change.Refuse(new TooManyQuestions(PanelRules.MostQuestions, Yours: false));
        asker.Questions++;
    }

    private static async Task<PanelQuestion?> VoteAsync(Change change, VoteForQuestionInput input)
    {
        if (await StandingAsync(change, input) is not { } question)
            return null;
        if (await change.Db.PanelVotes.AnyAsync(vote => vote.PanelQuestionId == question.Id, change.Cancel))
            return question;
        change.Db.Add(new PanelVote { PanelQuestionId = question.Id, PersonId = change.Person });
        return await AddAsync(change, question, 1);
    }

    private static async Task<PanelQuestion?> TakeBackAsync(Change change, TakeBackVoteInput input)
    {
        if (await StandingAsync(change, input) is not { } question)
            return null;
        var removed = await change.Db.PanelVotes.Where(vote => vote.PanelQuestionId == question.Id).ExecuteDeleteAsync(change.Cancel);
        return await AddAsync(change, question, -removed);
    }

    /// <summary>A vote is no change of what was asked: no version is counted, nobody's edit is in the way, and no audit tells who voted.</summary>
    private static async Task<PanelQuestion> AddAsync(Change change, PanelQuestion question, int votes)
    {
        await change.Db.PanelQuestions.Where(known => known.Id == question.Id).ExecuteUpdateAsync(set => set.SetProperty(known => known.Votes, known => known.Votes + votes), change.Cancel);
        return question;
    }

    /// <summary>The question that an input names, or the one that stands for it, while it can be voted for; refuses the change otherwise.</summary>
    private static async Task<PanelQuestion?> StandingAsync(Change change, OneQuestionInput input)
    {
        var named = await change.FindAsync(input.Question, "question", change.Db.PanelQuestions.Include(known => known.Event).Include(known => known.MergedInto));
        return named is not null && IsOpen(change, named.Event!) ? named.MergedInto ?? named : null;
    }

    private static bool IsOpen(Change change, Event gathering)
    {
        if (gathering.PanelClosed(change.Now) is { } since)
            change.Refuse(new PanelIsOver(since));
        return change.Errors.Count == 0;
    }
}
