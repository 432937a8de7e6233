using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Support;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>A team's asks.</summary>
internal sealed class AskList() : ChildList<Ask>("asks", FieldNames.Ask, "text", TeamRules.MaxOfEach)
{
    protected override bool TextIsObject => true;

    protected override List<Ask> Rows(Team team) => team.Asks;

    protected override string KeyOf(Ask row) => row.Key;

    protected override Ask New(string key, DateTime now) => new() { Key = key, Text = "", CreatedAt = now };

    protected override void Fill(Ask row, Fields fields, Team team, ImportRun run)
    {
        fields.Text(SupportRules.Text, text => row.Text = text!);
        fields.Choice<AskStatus>("status", status => row.Status = status ?? AskStatus.Open);
        fields.Instant("createdAt", at => row.CreatedAt = at);
        fields.OptionalInstant("closedAt", at => row.ClosedAt = at);
        if (row.Status == AskStatus.Open)
            row.ClosedAt = null;
    }
}
