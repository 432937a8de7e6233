using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Learning.Spread;

/// <summary>How a piece of learning spreads, and what a team tries of others'.</summary>
internal sealed class SpreadQueries : ITypeExtension<LearningType>, ITypeExtension<TeamType>
{
    public void Extend(TeamType type) => type.AddList<Team, Adoption>("adoptions", "What it tries of other teams' learning, newest first unless ordered otherwise.", AdoptionListing.Instance, adoption => adoption.TeamId);

    public void Extend(LearningType type)
    {
        type.Field<NonNullGraphType<IntGraphType>>("thanks").Description("How many people have thanked the team for it.").Resolve(context => context
            .Loader<int, int>("thanks", (db, ids, cancel) => db.Thanks.IgnoreQueryFilters().Where(thanks => EF.Parameter(ids).Contains(thanks.LearningId))
                .GroupBy(thanks => thanks.LearningId).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel)).Load(context.Source.Id));
        type.Field<NonNullGraphType<BooleanGraphType>>("thankedByMe").Description("Whether you have thanked the team for it.").Resolve(context => context
            .Loader<int, bool>("own thanks", (db, ids, cancel) => db.Thanks.Where(thanks => EF.Parameter(ids).Contains(thanks.LearningId))
                .Select(thanks => thanks.LearningId).ToDictionaryAsync(id => id, _ => true, cancel)).Load(context.Source.Id));
        type.Field<NonNullGraphType<IntGraphType>>("timesAdopted").Description("How many teams have tried it, of those that you can see.").Resolve(context => context
            .Loader<int, int>("times adopted", (db, ids, cancel) => db.Adoptions.Where(adoption => EF.Parameter(ids).Contains(adoption.LearningId))
                .GroupBy(adoption => adoption.LearningId).Select(own => new { own.Key, Count = own.Count() }).ToDictionaryAsync(own => own.Key, own => own.Count, cancel)).Load(context.Source.Id));
        First(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<AdoptionType>>>>("adoptions")).Description("Which teams try it, newest first.").Resolve(Adoptions);
        AddChain(type, "cameFrom", "What it came from, if the team learnt it from trying what others had learnt, and what that came from: nearest first, as far as ten teams away.", back: true);
        AddChain(type, "wentTo", "Which teams tried it, and what they learnt from it, and who tried that: nearest first, as far as ten teams away.", back: false);
    }

    private static FieldBuilder<SharedLearning, object> First(FieldBuilder<SharedLearning, object> field) => field.Argument<IntGraphType>(
        "first", $"How many, 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = PageArguments.DefaultSize);

    private static object Adoptions(IResolveFieldContext<SharedLearning> context)
    {
        var first = PageArguments.First(context, PageArguments.DefaultSize);
        return context.Loader<int, IReadOnlyList<Adoption>>(context.FieldAst, async (db, ids, cancel) =>
        {
            var newest = await db.Learning.Where(learning => EF.Parameter(ids).Contains(learning.Id))
                .SelectMany(learning => db.Adoptions.AsNoTracking().Where(adoption => adoption.LearningId == learning.Id).OrderByDescending(adoption => adoption.AdoptedAt).ThenByDescending(adoption => adoption.Id).Take(first)).ToListAsync(cancel);
            return newest.GroupBy(adoption => adoption.LearningId)
                .ToDictionary(own => own.Key, own => (IReadOnlyList<Adoption>)[.. own.OrderByDescending(adoption => adoption.AdoptedAt).ThenByDescending(adoption => adoption.Id)]);
        }).Load(context.Source.Id).Then(adoptions => adoptions ?? []);
    }

    private static void AddChain(LearningType type, string name, string description, bool back) =>
        First(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<ChainLinkType>>>>(name)).Description(description).Costs(SpreadRules.LongestChain).Resolve(context =>
        {
            var first = PageArguments.First(context, PageArguments.DefaultSize);
            return context.Loader<int, IReadOnlyList<ChainLink>>(context.FieldAst, (db, ids, cancel) => Chains.FollowAsync(db, ids, back, first, cancel))
                .Load(context.Source.Id).Then(links => links ?? []);
        });
}
