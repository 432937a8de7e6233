using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Support;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange;

/// <summary>Writes rows as lines that import reads: fields in a fixed order, without those that are empty.</summary>
internal sealed class ExportLines(LineWriter line, bool withNames, NamedRows<Programme> programmes, NamedRows<Organisation> organisations)
{
    /// <summary>Writes a programme's line, where it says more than the teams' lines do: more than its name and the numbers of its phases.</summary>
    public void Write(Programme programme)
    {
        var saysMore = programme.SharedAim is not null || programme.Phases.Exists(phase => (phase.Name ?? phase.SharedAim) is not null)
            || programme.Key != Key.From(programme.Name) || programmes.SharesItsName(programme);
        if (!saysMore)
            return;
        line.Begin("programme");
        line.Text("key", programme.Key);
        line.Text("name", programme.Name);
        line.Text("sharedAim", programme.SharedAim);
        line.List("phases", programme.Phases.OrderBy(phase => phase.Number), phase =>
        {
            line.Number("number", phase.Number);
            line.Text("name", phase.Name);
            line.Text("sharedAim", phase.SharedAim);
        });
        line.End(programme.Key);
    }

    /// <summary>Writes a team's line, with all that belongs to it.</summary>
    public void Write(Team team)
    {
        line.Begin(null);
        line.Text("key", team.Key);
        line.Text("name", team.Name);
        line.Text("organisation", team.Organisation is { } organisation ? organisations.ReferenceTo(organisations.Find(organisation.Key)!) : null);
        line.Text("service", team.Service);
        line.Text("locality", team.Locality);
        line.Text("programme", team.Programme is { } programme ? programmes.ReferenceTo(programmes.Find(programme.Key)!) : null);
        line.Number("phase", team.Phase);
        line.Choice("stage", (Stage?)team.Stage);
        line.Choice("involvement", team.Involvement);
        line.Choice("coProduction", team.CoProduction);
        line.Text("coProductionPlan", team.CoProductionPlan);
        line.Number("progressScore", team.ProgressScore);
        line.Number("coachScore", team.CoachScore);
        line.Number("friendCapacity", team.FriendCapacity);
        line.Day("pausedUntil", team.PausedUntil);
        line.Instant("createdAt", team.CreatedAt);
        line.Text("aim", team.Aim);
        line.Text("summary", team.Summary);
        line.List("members", team.Members.OrderBy(m => m.Key, StringComparer.Ordinal), WriteMember);
        line.List("inequities", team.Inequities.OrderBy(i => i.Key, StringComparer.Ordinal), WriteInequity);
        line.List("asks", team.Asks.OrderBy(a => a.Key, StringComparer.Ordinal), WriteAsk);
        line.List("offers", team.Offers.OrderBy(o => o.Key, StringComparer.Ordinal), WriteOffer);
        line.List("learning", team.Learning.OrderBy(l => l.Key, StringComparer.Ordinal), WriteLearning);
        line.End(team.Key);
    }

    private void WriteMember(TeamMember member)
    {
        line.Text("key", member.Key);
        line.Choice("role", (TeamRole?)member.Role);
        line.Text("name", withNames ? member.Name : null);
        line.Choice("nameFor", (NameFor?)member.NameFor);
    }

    private void WriteInequity(Inequity inequity)
    {
        line.Text("key", inequity.Key);
        line.Text("title", inequity.Title);
        line.Choice("dimension", (InequityDimension?)inequity.Dimension);
        line.Text("population", inequity.Population);
        line.Choice("kind", inequity.Kind);
        line.Text("evidence", inequity.Evidence);
        line.Choices("core20Plus5", inequity.Core20Plus5);
        line.Choice("status", (InequityStatus?)inequity.Status);
        line.Instant("createdAt", inequity.CreatedAt);
    }

    private void WriteAsk(Ask ask)
    {
        line.Text("key", ask.Key);
        line.Text("text", ask.Text);
        line.Choice("status", (AskStatus?)ask.Status);
        line.Instant("createdAt", ask.CreatedAt);
        line.Instant("closedAt", ask.ClosedAt);
    }

    private void WriteOffer(Offer offer)
    {
        line.Text("key", offer.Key);
        line.Text("text", offer.Text);
        line.Flag("available", offer.Available);
        line.Instant("createdAt", offer.CreatedAt);
    }

    private void WriteLearning(SharedLearning learning)
    {
        line.Text("key", learning.Key);
        line.Choice("kind", (LearningKind?)learning.Kind);
        line.Text("title", learning.Title);
        line.Text("body", learning.Body);
        line.Text("inequity", learning.Inequity?.Key);
        line.Text("heardAtEvent", learning.HeardAtEvent?.Key);
        line.Instant("sharedAt", learning.SharedAt);
        line.Instant("featuredAt", learning.FeaturedAt);
    }
}
