using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Friendships;
using Equity.Matching;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>The root field introductions: who should meet whom, for a whole cohort at once.</summary>
internal sealed class IntroductionQueries(PeerIndex index, FriendshipSettings settings, TimeProvider time) : ITypeExtension<Query>
{
    private const int UsualPerTeam = 3;

    public void Extend(Query type)
    {
        var field = type.Field<NonNullGraphType<IntroductionPlanType>>("introductions")
            .Description("Who should meet whom, planned for all teams at once: nobody above the places it has left, no two that are friends, have asked or did not work out a while ago, nobody left out if at all possible, and then the best scores. "
                + "For leads and coaches the published teams of their programmes that still work, for administrators all; for analysts the figures without the teams.")
            .Costs(PeerCosts.Cohort)
            .Argument<StringGraphType>("programme", "Only teams of the programme with this key. One that you do not lead counts as one without teams.")
            .Argument<IntGraphType>("perTeam", $"How many introductions a team has at most, 1 to {PeerMatcher.MostIntroductions}.", arg => arg.DefaultValue = UsualPerTeam)
            .ResolveAsync(async context => await PlanAsync(context));
        RoleRule.Demand(field.FieldType, ViewerRole.Lead, ViewerRole.Coach, ViewerRole.Analyst, ViewerRole.Administrator);
    }

    private async Task<PlannedIntroductions> PlanAsync(IResolveFieldContext context)
    {
        var programme = context.GetArgument<string?>("programme");
        var perTeam = context.GetArgument("perTeam", UsualPerTeam);
        if (perTeam is < 1 or > PeerMatcher.MostIntroductions)
            throw RequestError.Argument($"perTeam is {perTeam}; a team has 1 to {PeerMatcher.MostIntroductions} introductions.");
        var matcher = await index.ReadyAsync(context.CancellationToken);
        var viewer = context.Viewer();
        var now = time.GetUtcNow().UtcDateTime;
        var (teams, held, apart) = await context.QueryAsync(async (db, cancel) => (
            await Cohort.Of(db, viewer, programme).ToDictionaryAsync(team => team.Id, cancel),
            await Places.HeldAsync(db, null, cancel),
            // A plan is made for the teams themselves, whoever reads it.
            await Apart.PairsAsync(db.Friendships.IgnoreQueryFilters(), settings, now, cancel)));
        var today = DateOnly.FromDateTime(now);
        var plan = matcher.Introduce(
            [.. teams.Values.Select(team => new IntroducibleTeam(team.Id, team.Open(held), team.PausedUntil >= today))], perTeam, apart, audience: viewer.Audience(), cancel: context.CancellationToken);
        return new PlannedIntroductions(
            plan,
            [.. from pair in plan.Introductions
                let a = teams[pair.A]
                let b = teams[pair.B]
                where viewer.MaySeeIntroductions(a) && viewer.MaySeeIntroductions(b)
                select new PlannedIntroduction(a, b, pair.Score, () => matcher.Reasons(a.Id, b.Id, viewer.Audience()))],
            [.. plan.LeftOut.Where(left => viewer.MaySeeIntroductions(teams[left.Team])).Select(left => new TeamLeftOut(teams[left.Team], left.Why))]);
    }
}
