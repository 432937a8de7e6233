using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Teams;

namespace Equity.Graph.Persistence.Exchange.Merging;

/// <summary>A line of the input that tells of a team and of what belongs to it.</summary>
internal static class TeamLine
{
    private static readonly TextRule Programme = ProgrammeRules.Name with { Field = "programme", Required = false };

    private static readonly MemberList Members = new();
    private static readonly InequityList Inequities = new();
    private static readonly AskList Asks = new();
    private static readonly OfferList Offers = new();
    private static readonly LearningList Learning = new();

    /// <summary>Puts into a team what is given and allowed, and merges its lists.</summary>
    public static void Merge(Fields fields, Team team, References references, ImportRun run)
    {
        MergeOwn(fields, team);
        fields.Text(TeamRules.Organisation, name => references.ToOrganisation(team, name));
        fields.Text(Programme, name => references.ToProgramme(team, name));
        references.ToPhase(team);
        run.Counts.Members += Members.Merge(fields, team, run);
        run.Counts.Inequities += Inequities.Merge(fields, team, run);
        run.Counts.Asks += Asks.Merge(fields, team, run);
        run.Counts.Offers += Offers.Merge(fields, team, run);
        run.Counts.Learning += Learning.Merge(fields, team, run);
        if (!TeamRules.MeetsCoProductionGate(team))
            run.Remarks.Add(fields.PlaceOf("stage"), TeamRules.CoProductionGate);
    }

    private static void MergeOwn(Fields fields, Team team)
    {
        fields.Text(TeamRules.Name, name => team.Name = name!);
        fields.Text(TeamRules.Service, service => team.Service = service!);
        fields.Text(TeamRules.Locality, locality => team.Locality = locality);
        fields.Number(ProgrammeRules.Phase, phase => team.Phase = (int?)phase);
        fields.Choice<Stage>("stage", stage => team.Stage = stage!.Value, required: true);
        fields.Choice<Involvement>("involvement", involvement => team.Involvement = involvement);
        fields.Choice<CoProductionRung>("coProduction", rung => team.CoProduction = rung);
        fields.Text(TeamRules.CoProductionPlan, plan => team.CoProductionPlan = plan);
        fields.Number(TeamRules.ProgressScore, score => team.ProgressScore = score);
        fields.Number(TeamRules.CoachScore, score => team.CoachScore = score);
        fields.Number(TeamRules.FriendCapacity, capacity => team.FriendCapacity = (int?)capacity ?? TeamRules.DefaultFriendCapacity);
        fields.Day("pausedUntil", day => team.PausedUntil = day);
        fields.Instant("createdAt", at => team.CreatedAt = at);
        fields.Text(TeamRules.Aim, aim => team.Aim = aim);
        fields.Text(TeamRules.Summary, summary => team.Summary = summary);
    }
}
