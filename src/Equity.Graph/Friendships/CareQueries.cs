using System.Linq.Expressions;
using Equity.Graph.Auth;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Persistence;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Friendships;

/// <summary>The root fields withoutAFriend, mayExpire and mayNeedNudge: whom to look after.</summary>
internal sealed class CareQueries(TimeProvider time) : ITypeExtension<Query>
{
    public void Extend(Query type)
    {
        var without = Arguments(type.Field<NonNullGraphType<WithoutAFriendType>>("withoutAFriend"))
            .Description("Teams that have no friend to call on, since when and what was tried: nobody is to be left alone. For leads and coaches the published teams of their programmes that still work, for administrators all; for analysts the figures without the teams.")
            .ResolveAsync(async context => await WithoutAsync(context));
        RoleRule.Demand(without.FieldType, ViewerRole.Lead, ViewerRole.Coach, ViewerRole.Analyst, ViewerRole.Administrator);
        var waiting = Arguments(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<FriendshipType>>>>("mayExpire"))
            .Description("Proposals that wait for an answer, the one that runs out next first: a word to who was asked may help. Of the programmes that you lead or coach.")
            .ResolveAsync(async context => await LedAsync(context, friendship => friendship.Status == FriendshipStatus.Proposed, friendship => friendship.AnswerBy));
        RoleRule.Demand(waiting.FieldType, ViewerRole.Lead, ViewerRole.Coach);
        var nudge = Arguments(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<FriendshipType>>>>("mayNeedNudge"))
            .Description("Friends who meant to meet on a day that has passed, and of whom neither has said whether they did: they may be glad of a nudge. The longest ago first; of the programmes that you lead or coach.")
            .ResolveAsync(async context => await NudgeAsync(context));
        RoleRule.Demand(nudge.FieldType, ViewerRole.Lead, ViewerRole.Coach);
    }

    private static FieldBuilder<object?, object> Arguments(FieldBuilder<object?, object> field) => field
        .Argument<StringGraphType>("programme", "Only teams of the programme with this key. One that you do not lead counts as one without teams.")
        .Argument<IntGraphType>("first", $"How many, 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = PageArguments.DefaultSize);

    private static Task<WithoutAFriend> WithoutAsync(IResolveFieldContext context)
    {
        var (viewer, programme, first) = (context.Viewer(), context.GetArgument<string?>("programme"), PageArguments.First(context, PageArguments.DefaultSize));
        return context.QueryAsync(async (db, cancel) =>
        {
            var befriended = (await SidesAsync(db, FriendshipStatus.Accepted, cancel)).Select(side => side.Team).ToHashSet();
            var ended = (await SidesAsync(db, FriendshipStatus.Ended, cancel)).GroupBy(side => side.Team).ToDictionary(own => own.Key, own => own.Max(side => side.ClosedAt));
            var cohort = await Cohort.Of(db, viewer, programme).Select(team => new { team.Id, team.ProgrammeId, team.PublishedAt }).ToListAsync(cancel);
            var alone = cohort.Where(team => !befriended.Contains(team.Id)).ToList();
            var longest = alone.Where(team => viewer.Everything || viewer.Leads(team.ProgrammeId))
                .Select(team => (team.Id, Since: ended.GetValueOrDefault(team.Id) ?? team.PublishedAt!.Value)).OrderBy(team => team.Since).ThenBy(team => team.Id).Take(first).ToList();
            var ids = longest.ConvertAll(team => team.Id);
            var teams = await db.Teams.AsNoTracking().Where(team => EF.Parameter(ids).Contains(team.Id)).ToDictionaryAsync(team => team.Id, cancel);
            return new WithoutAFriend(cohort.Count, alone.Count, [.. longest.Select(team => new TeamWithoutAFriend(teams[team.Id], team.Since))]);
        });
    }

    /// <summary>Both teams of all friendships that have come to this: whoever a team's friend is, it is not alone.</summary>
    private static async Task<IEnumerable<(int Team, DateTime? ClosedAt)>> SidesAsync(EquityDbContext db, FriendshipStatus status, CancellationToken cancel)
    {
        var rows = await db.Friendships.IgnoreQueryFilters().Where(friendship => friendship.Status == status).Select(friendship => new { friendship.FromId, friendship.ToId, friendship.ClosedAt }).ToListAsync(cancel);
        return rows.SelectMany(row => new[] { (row.FromId, row.ClosedAt), (row.ToId, row.ClosedAt) });
    }

    private Task<List<Friendship>> NudgeAsync(IResolveFieldContext context)
    {
        var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
        return LedAsync(context, friendship => friendship.Status == FriendshipStatus.Accepted && friendship.NextCheckIn < today, friendship => friendship.NextCheckIn);
    }

    /// <summary>Friendships of the programmes that the viewer leads or coaches, or of the one that is asked for.</summary>
    private static Task<List<Friendship>> LedAsync<T>(IResolveFieldContext context, Expression<Func<Friendship, bool>> which, Expression<Func<Friendship, T>> order)
    {
        var (programme, first) = (context.GetArgument<string?>("programme"), PageArguments.First(context, PageArguments.DefaultSize));
        return context.QueryAsync((db, cancel) => db.Friendships.AsNoTracking()
            .Where(which)
            .Where(RowRules.IsLedBy(db))
            .Where(friendship => programme == null || friendship.From!.Programme!.Key == programme || friendship.To!.Programme!.Key == programme)
            .OrderBy(order).ThenBy(friendship => friendship.Id).Take(first).ToListAsync(cancel));
    }
}
