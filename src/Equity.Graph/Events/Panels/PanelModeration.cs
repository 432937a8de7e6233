using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Learning;
using Equity.Graph.Notifications;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Panels;

/// <summary>The mutations of those who run an event: mergeQuestions, answerQuestion, removeQuestion. After the event too: minutes are seldom written on the day.</summary>
internal sealed class PanelModeration : ITypeExtension<Mutation>
{
    public void Extend(Mutation type)
    {
        type.Add<MergeQuestionsInput, PanelQuestion, PanelQuestionType>(
            "mergeQuestions", "Lets one question stand for others that ask nearly the same: it takes over their answers, and their votes, of each person one. For whoever runs the event.",
            MergeAsync, typeof(NotFound), typeof(NotAnOrganiser), typeof(CannotBeMerged));
        type.Add<AnswerQuestionInput, PanelQuestion, PanelQuestionType>(
            "answerQuestion", "Writes down what was answered, and in which role. The team that asked is told. For whoever runs the event.",
            AnswerAsync, [typeof(NotFound), typeof(NotAnOrganiser), typeof(TooManyAnswers), typeof(NotAtTheEvent), typeof(TooMany), .. InputErrors.OfTexts]);
        type.Add<RemoveQuestionInput, Event, EventType>(
            "removeQuestion", "Removes a question for good, with its answers and what it stands for. For whoever runs the event, and for the team in whose name it was asked.",
            RemoveAsync, typeof(NotFound), typeof(NotAnOrganiser), typeof(StaleVersion));
    }

    private static async Task<PanelQuestion?> MergeAsync(Change change, MergeQuestionsInput input)
    {
        if (input.Duplicates.Count > PanelRules.MostMerged)
            throw RequestError.PageSize("the number of duplicates", input.Duplicates.Count, PanelRules.MostMerged);
        if (await ModeratedAsync(change, input) is not { } question)
            return null;
        var ids = input.Duplicates.Select(NodeId.Find).OfType<(string Type, int Id)>().Where(id => id.Type == nameof(PanelQuestion)).Select(id => id.Id).Distinct().ToList();
        var duplicates = await change.Db.PanelQuestions.Include(known => known.Event).Where(known => ids.Contains(known.Id)).OrderBy(known => known.Id).ToListAsync(change.Cancel);
        if (duplicates.Count < input.Duplicates.Distinct().Count())
            change.Refuse(new NotFound("duplicates"));
        else if (question.MergedIntoId is not null)
            change.Refuse(new CannotBeMerged("question"));
        else if (duplicates.Exists(each => each.EventId != question.EventId || each.MergedIntoId is not null || each.Id == question.Id))
            change.Refuse(new CannotBeMerged("duplicates"));
        if (change.Errors.Count > 0)
            return null;
        var merged = await change.Db.PanelQuestions.Include(known => known.Event).Where(known => known.MergedIntoId != null && ids.Contains(known.MergedIntoId.Value)).ToListAsync(change.Cancel);
        foreach (var each in duplicates.Concat(merged))
            each.MergedIntoId = question.Id;
        await TakeAnswersAsync(change, question, ids);
        question.Votes = await TakeVotesAsync(change, question, ids);
        return question;
    }

    private static async Task TakeAnswersAsync(Change change, PanelQuestion question, List<int> duplicates)
    {
        var answers = await change.Db.PanelAnswers.Include(answer => answer.Question!.Event).Where(answer => answer.PanelQuestionId == question.Id || duplicates.Contains(answer.PanelQuestionId)).OrderBy(answer => answer.Id).ToListAsync(change.Cancel);
        var taken = answers.Where(answer => answer.PanelQuestionId == question.Id).Select(answer => answer.Key).ToHashSet();
        foreach (var answer in answers.Where(answer => answer.PanelQuestionId != question.Id))
            (answer.Question, answer.Key) = (question, Key.Free(answer.Key, taken));
    }

    /// <summary>Of each person one vote goes over; those of the forgotten all do. How many there are then.</summary>
    private static async Task<int> TakeVotesAsync(Change change, PanelQuestion question, List<int> duplicates)
    {
        var votes = change.Db.PanelVotes.IgnoreQueryFilters();
        await votes.Where(vote => duplicates.Contains(vote.PanelQuestionId) && vote.PersonId != null && votes.Any(other => other.PersonId == vote.PersonId
            && (other.PanelQuestionId == question.Id || (duplicates.Contains(other.PanelQuestionId) && other.Id < vote.Id)))).ExecuteDeleteAsync(change.Cancel);
        await votes.Where(vote => duplicates.Contains(vote.PanelQuestionId)).ExecuteUpdateAsync(set => set.SetProperty(vote => vote.PanelQuestionId, question.Id), change.Cancel);
        return await votes.CountAsync(vote => vote.PanelQuestionId == question.Id, change.Cancel);
    }

    private static async Task<PanelQuestion?> AnswerAsync(Change change, AnswerQuestionInput input)
    {
        if (await ModeratedAsync(change, input) is not { } named)
            return null;
        var question = named.MergedInto ?? named;
        var team = input.Team is null ? null : await change.FindAsync<Team>(input.Team, "team");
        var keys = await change.Db.PanelAnswers.Where(known => known.PanelQuestionId == question.Id).Select(known => known.Key).ToHashSetAsync(change.Cancel);
        if (keys.Count >= PanelRules.MostAnswers)
            change.Refuse(new TooManyAnswers(PanelRules.MostAnswers));
        var isFirst = keys.Count == 0;
        var answer = new PanelAnswer { Question = question, Key = Key.Free("answer", keys), Text = "", ByRole = input.ByRole, Team = team, Lasts = input.Lasts == true, At = change.Now };
        var title = question.Text;
        change.Text(input, PanelRules.Answer, input.Text, text => answer.Text = text!);
        change.Text(input, PanelRules.Title, input.Title, text => title = text ?? title);
        if (change.Errors.Count > 0)
            return null;
        if (answer.Lasts && (team ?? question.AskedBy) is { } keeper)
            answer.Learning = await KeepAsync(change, question, keeper, title, answer.Text);
        change.Db.Add(answer);
        if (isFirst)
            await TellAsync(change, question);
        return question;
    }

    /// <summary>What a team keeps of advice: of one that neither came nor asked, only who may write its learning anyway writes it.</summary>
    private static async Task<SharedLearning?> KeepAsync(Change change, PanelQuestion question, Team keeper, string title, string body)
    {
        if (keeper.Id != question.AskedById && !change.Viewer.MayWriteLearning(keeper) && !await change.ComesAsync(question.EventId, keeper.Id))
        {
            change.Refuse(new NotAtTheEvent("team"));
            return null;
        }
        await change.TellAsync(question.Event!, [keeper.Id], NotificationKind.LearningHeard);
        return await change.HearAsync(question.Event!, keeper, LearningKind.Advice, title, body);
    }

    /// <summary>Those are told who asked this in the name of a team, or something that it stands for.</summary>
    private static async Task TellAsync(Change change, PanelQuestion question)
    {
        var teams = await change.Db.PanelQuestions.IgnoreQueryFilters().Where(asked => (asked.Id == question.Id || asked.MergedIntoId == question.Id) && asked.AskedById != null)
            .Select(asked => asked.AskedById!.Value).Distinct().ToListAsync(change.Cancel);
        var members = await Told.MembersAsync(change.Db, teams, change.Viewer.Person, change.Cancel);
        change.Db.AddRange(members.Select(told => new Notification { PersonId = told.Person, Kind = NotificationKind.QuestionAnswered, TeamId = told.Team, EventId = question.EventId, PanelQuestionId = question.Id, At = change.Now }));
    }

    private static async Task<Event?> RemoveAsync(Change change, RemoveQuestionInput input)
    {
        if (await ModeratedAsync(change, input, team => change.Viewer.IsMemberOf(team)) is not { } question || !change.IsCurrent(question, input.Version))
            return null;
        change.Db.Remove(question);
        return question.Event;
    }

    /// <summary>The question that an input names, if the viewer runs its event; refuses the change otherwise.</summary>
    /// <param name="change">The change.</param>
    /// <param name="input">Names the question.</param>
    /// <param name="mayToo">Whether the team in whose name it was asked, by integer key, lets the viewer do it too.</param>
    private static async Task<PanelQuestion?> ModeratedAsync(Change change, OneQuestionInput input, Func<int, bool>? mayToo = null)
    {
        var questions = change.Db.PanelQuestions.Include(known => known.Event).Include(known => known.AskedBy).Include(known => known.MergedInto).ThenInclude(into => into!.Event).Include(known => known.MergedInto!.AskedBy);
        if (await change.FindAsync(input.Question, "question", questions) is not { } question)
            return null;
        return (question.AskedById is { } team && mayToo?.Invoke(team) == true) || change.Organises(question.Event!) ? question : null;
    }
}
