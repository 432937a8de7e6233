using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Support;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>A team's offers.</summary>
internal sealed class OfferList() : ChildList<Offer>("offers", FieldNames.Offer, "text", TeamRules.MaxOfEach)
{
    protected override bool TextIsObject => true;

    protected override List<Offer> Rows(Team team) => team.Offers;

    protected override string KeyOf(Offer row) => row.Key;

    protected override Offer New(string key, DateTime now) => new() { Key = key, Text = "", CreatedAt = now };

    protected override void Fill(Offer row, Fields fields, Team team, ImportRun run)
    {
        fields.Text(SupportRules.Text, text => row.Text = text!);
        fields.Flag("available", available => row.Available = available ?? true);
        fields.Instant("createdAt", at => row.CreatedAt = at);
    }
}
