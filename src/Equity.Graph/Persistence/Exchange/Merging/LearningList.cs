using Equity.Graph.Learning;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Rules;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>What a team has learnt. Merged after its inequities, which learning may belong to.</summary>
internal sealed class LearningList() : ChildList<SharedLearning>("learning", FieldNames.Learning, "title", TeamRules.MaxLearning)
{
    private static readonly TextRule Inequity = new("inequity", Key.Max, Screened: false);

    private static readonly TextRule Event = new("heardAtEvent", Key.Max, Screened: false);

    protected override List<SharedLearning> Rows(Team team) => team.Learning;

    protected override string KeyOf(SharedLearning row) => row.Key;

    protected override SharedLearning New(string key, DateTime now) => new() { Key = key, Kind = default, Title = "", Body = "", SharedAt = now };

    protected override void Fill(SharedLearning row, Fields fields, Team team, ImportRun run)
    {
        fields.Choice<LearningKind>("kind", kind => row.Kind = kind!.Value, required: true);
        fields.Text(LearningRules.Title, title => row.Title = title!);
        fields.Text(LearningRules.Body, body => row.Body = body!);
        fields.Text(Inequity, key => Belong(row, key, fields, team));
        fields.Text(Event, key => HearAt(row, key, fields, run));
        fields.Instant("sharedAt", at => row.SharedAt = at);
        fields.OptionalInstant("featuredAt", at => row.FeaturedAt = at);
    }

    private static void HearAt(SharedLearning row, string? key, Fields fields, ImportRun run)
    {
        if (key is null)
            (row.HeardAtEvent, row.HeardAtEventId) = (null, null);
        else
            run.Heard.Add((row, fields));
    }

    private static void Belong(SharedLearning row, string? key, Fields fields, Team team)
    {
        var inequity = team.Inequities.Find(i => i.Key == key);
        if (key is null)
            (row.Inequity, row.InequityId) = (null, null);
        else if (inequity is not null)
            row.Inequity = inequity;
        else
            fields.Problem("inequity", $"is {Written.Quoted(key)}, which is the key of no inequity of this team{Nearest.Hint(key, [.. team.Inequities.Select(i => i.Key)], "keys")}");
    }
}
