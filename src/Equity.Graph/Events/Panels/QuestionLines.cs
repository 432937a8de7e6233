using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Merging;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Events.Panels;

/// <summary>Questions to panels in import and export files, with their answers. Votes are persons' and stay: a question that comes in has none.</summary>
internal sealed class QuestionLines : LineKind
{
    /// <summary>How many questions are read at once.</summary>
    private const int BatchSize = 500;

    private static readonly FieldNames AnswerNames = new("an answer", ["key", "text", "byRole", "team", "lasts", "learning", "at"]);
    private static readonly TextRule MergedInto = new("mergedInto", Key.Max, Screened: false);

    public override string Name => "question";

    public override FieldNames Names { get; } = new("a question", ["key", "event", "text", "askedBy", "mergedInto", "askedAt"], "kind", "answers");

    public override Task<int> WriteAsync(EquityDbContext db, LineWriter lines, CancellationToken cancel) => WriteBatchesAsync(lines, async after =>
    {
        var batch = await db.PanelQuestions.AsNoTracking().Where(question => question.Key.CompareTo(after) > 0).OrderBy(question => question.Key).Take(BatchSize)
            .Include(question => question.Event).Include(question => question.AskedBy).Include(question => question.MergedInto).ToListAsync(cancel);
        var ids = batch.Select(question => question.Id).ToList();
        var answers = (await db.PanelAnswers.AsNoTracking().Where(answer => ids.Contains(answer.PanelQuestionId)).Include(answer => answer.Team).Include(answer => answer.Learning!.Team).ToListAsync(cancel)).ToLookup(answer => answer.PanelQuestionId);
        batch.ForEach(question => Write(question, answers[question.Id], lines));
        return batch;
    }, cancel);

    public override async Task MergeAsync(IReadOnlyDictionary<string, Fields> lines, LineMerge merge, CancellationToken cancel)
    {
        await merge.KnowEventsAsync(lines.Values.Select(line => line.Peek("event")), cancel);
        await merge.KnowAllTeamsAsync(cancel);
        var answers = lines.Values.ToDictionary(line => line, line => (line.Objects("answers") ?? []).Select(answer => new Fields(answer, AnswerNames, merge.Run.Problems)).ToList());
        await merge.KnowLearningAsync(answers.Values.SelectMany(own => own).Select(answer => answer.Peek("learning")), cancel);
        var known = merge.HoldsAnything ? await KnownAsync(merge.Db, lines, cancel) : [];
        var counts = merge.HoldsAnything ? await merge.Db.PanelQuestions.GroupBy(question => question.EventId).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel) : [];
        var added = new Dictionary<Event, int>();
        foreach (var (key, fields) in lines)
        {
            if (!known.TryGetValue(key, out var row))
                known.Add(key, row = (new PanelQuestion { Key = key, Text = "", AskedAt = merge.Run.Now }, []));
            MergeOwn(fields, row.Question, merge);
            if (row.Question is { Id: 0, Event: { } gathering } && (added[gathering] = added.GetValueOrDefault(gathering) + 1) + counts.GetValueOrDefault(gathering.Id) > PanelRules.MostQuestions)
                fields.Problem("event", $"has more questions than the {PanelRules.MostQuestions} that a panel may have");
            if (row.Question.Id == 0)
                merge.Run.Later(() => merge.Db.Add(row.Question));
            foreach (var answer in answers[fields])
                MergeAnswer(answer, row.Question, row.Answers, merge);
            if (row.Answers.Count > PanelRules.MostAnswers)
                fields.Problem("answers", $"has {row.Answers.Count} with those in the database; at most {PanelRules.MostAnswers} are allowed");
        }
        foreach (var (key, fields) in lines)
            fields.Text(MergedInto, into => Stand(fields, known[key].Question, into, known));
        foreach (var (key, fields) in lines)
        {
            if (known[key].Question.MergedInto is { } into && (into.MergedInto is not null || into.MergedIntoId is not null))
                fields.Problem("mergedInto", $"is {Written.Quoted(into.Key)}, which is merged into another one itself; name that");
        }
    }

    private static void Write(PanelQuestion question, IEnumerable<PanelAnswer> answers, LineWriter lines)
    {
        lines.Begin("question");
        lines.Text("key", question.Key);
        lines.Text("event", question.Event!.Key);
        lines.Text("text", question.Text);
        lines.Text("askedBy", question.AskedBy?.Key);
        lines.Text("mergedInto", question.MergedInto?.Key);
        lines.Instant("askedAt", question.AskedAt);
        lines.List("answers", answers.OrderBy(answer => answer.Id), answer =>
        {
            lines.Text("key", answer.Key);
            lines.Text("text", answer.Text);
            lines.Choice("byRole", (TeamRole?)answer.ByRole);
            lines.Text("team", answer.Team?.Key);
            lines.Flag("lasts", answer.Lasts);
            lines.Text("learning", answer.Learning.Reference());
            lines.Instant("at", answer.At);
        });
        lines.End(question.Key);
    }

    private static void MergeOwn(Fields fields, PanelQuestion question, LineMerge merge)
    {
        merge.Event(fields, "event", gathering =>
        {
            if (question.Event is not null && question.Event != gathering)
                fields.Problem("key", $"is {Written.Quoted(question.Key)}, which is that of a question at another event; give this one another key");
            else
                question.Event = gathering;
        }, required: true);
        fields.Text(PanelRules.Question, text => question.Text = text!);
        if (fields.Gives("askedBy"))
            (question.AskedBy, question.AskedById) = merge.Team(fields, "askedBy", required: false) is { } team ? (team, question.AskedById) : (null, null);
        fields.Instant("askedAt", at => question.AskedAt = at);
    }

    private static void MergeAnswer(Fields fields, PanelQuestion question, List<PanelAnswer> answers, LineMerge merge)
    {
        if (fields.Key(required: true) is not { } key)
            return;
        if (answers.Find(known => known.Key == key) is not { } answer)
        {
            answers.Add(answer = new PanelAnswer { Key = key, Question = question, Text = "", At = merge.Run.Now });
            merge.Run.Later(() => merge.Db.Add(answer));
        }
        fields.Text(PanelRules.Answer, text => answer.Text = text!);
        fields.Choice<TeamRole>("byRole", role => answer.ByRole = role!.Value, required: true);
        if (fields.Gives("team"))
            (answer.Team, answer.TeamId) = merge.Team(fields, "team", required: false) is { } team ? (team, answer.TeamId) : (null, null);
        fields.Flag("lasts", lasts => answer.Lasts = lasts ?? false);
        merge.Learning(fields, "learning", learning => (answer.Learning, answer.LearningId) = (learning, learning is null ? null : answer.LearningId));
        fields.Instant("at", at => answer.At = at);
    }

    private static void Stand(Fields fields, PanelQuestion question, string? key, Dictionary<string, (PanelQuestion Question, List<PanelAnswer> Answers)> known)
    {
        if (key is null)
            (question.MergedInto, question.MergedIntoId) = (null, null);
        else if (known.TryGetValue(key, out var into) && into.Question != question && into.Question.Event == question.Event)
            question.MergedInto = into.Question;
        else
            fields.Problem("mergedInto", $"is {Written.Quoted(key)}, which is the key of no other question at the event");
    }

    /// <summary>The questions that lines tell of or name, with their answers, by key; those of events that were deleted too, which keep their keys.</summary>
    private static async Task<Dictionary<string, (PanelQuestion Question, List<PanelAnswer> Answers)>> KnownAsync(EquityDbContext db, IReadOnlyDictionary<string, Fields> lines, CancellationToken cancel)
    {
        var known = new Dictionary<string, (PanelQuestion Question, List<PanelAnswer> Answers)>();
        foreach (var some in lines.Keys.Concat(lines.Values.Select(line => line.Peek("mergedInto")).OfType<string>()).Distinct().Chunk(BatchSize))
        {
            var questions = await db.PanelQuestions.IgnoreQueryFilters().Where(question => some.Contains(question.Key)).Include(question => question.Event).ToListAsync(cancel);
            var ids = questions.Select(question => question.Id).ToList();
            var answers = (await db.PanelAnswers.IgnoreQueryFilters().Where(answer => ids.Contains(answer.PanelQuestionId)).ToListAsync(cancel)).ToLookup(answer => answer.PanelQuestionId);
            questions.ForEach(question => known.Add(question.Key, (question, [.. answers[question.Id]])));
        }
        return known;
    }
}
