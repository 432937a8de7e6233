using Equity.Graph.Inequities;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>A team's inequities.</summary>
internal sealed class InequityList() : ChildList<Inequity>("inequities", FieldNames.Inequity, "title", TeamRules.MaxOfEach)
{
    protected override List<Inequity> Rows(Team team) => team.Inequities;

    protected override string KeyOf(Inequity row) => row.Key;

    protected override Inequity New(string key, DateTime now) => new() { Key = key, Title = "", Dimension = default, Population = "", CreatedAt = now };

    protected override void Fill(Inequity row, Fields fields, Team team, ImportRun run)
    {
        fields.Text(InequityRules.Title, title => row.Title = title!);
        fields.Choice<InequityDimension>("dimension", dimension => row.Dimension = dimension!.Value, required: true);
        fields.Text(InequityRules.Population, population => row.Population = population!);
        fields.Choice<InequityKind>("kind", kind => row.Kind = kind);
        fields.Text(InequityRules.Evidence, evidence => row.Evidence = evidence);
        fields.Choices<Core20Plus5>("core20Plus5", parts => row.Core20Plus5 = parts);
        fields.Choice<InequityStatus>("status", status => row.Status = status ?? InequityStatus.BeingTackled);
        fields.Instant("createdAt", at => row.CreatedAt = at);
    }
}
