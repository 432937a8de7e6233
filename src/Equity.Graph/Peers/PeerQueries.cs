using System.Linq.Expressions;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Friendships;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Equity.Matching;
using GraphQL;
using GraphQL.Builders;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>Peers, with reasons: of a team, for a free text, for an ask, an offer or an inequity.</summary>
internal sealed class PeerQueries(PeerIndex index, Showings showings, FriendshipSettings settings, TimeProvider time)
    : ITypeExtension<Query>, ITypeExtension<TeamType>, ITypeExtension<FriendshipType>, ITypeExtension<TeamWithoutAFriendType>, ITypeExtension<InequityType>, ITypeExtension<LearningType>, ITypeExtension<AskType>, ITypeExtension<OfferType>
{
    private const int UsualFirst = 5;

    public void Extend(Query type)
    {
        First(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<PeerRecommendationType>>>>("findPeers"))
            .Description("Teams to call on about something said in your own words, such as \"kids who never turn up\"; best first. Paused and full teams are left out, and those that your own teams are friends with, have asked, or that it did not work out with a while ago.").Costs(PeerCosts.Ranking).CostsToRead("text", PeerCosts.Piece, PeerCosts.Encoding)
            .Argument<NonNullGraphType<StringGraphType>>("text", $"What it is about, at most {PeerMatcher.LongestSearch} characters.")
            .Argument<FilterInputType<Team>>("where", "Only teams that fit.")
            .Argument<BooleanGraphType>("includeUnavailable", "Also teams that are paused or have no open place.", arg => arg.DefaultValue = false)
            .ResolveAsync(async context => await FindAsync(context));
        type.Field<NonNullGraphType<MatchingInfoType>>("matching").Description("The state of the matcher.").Resolve(_ => index);
    }

    public void Extend(TeamType type) =>
        First(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<PeerRecommendationType>>>>("peers"))
            .Description("Teams to call on, with reasons; never the team itself. Without a filter the first five are chosen for all teams at once: the best for each, "
                + "but nobody for more than twice as many as is fair, and everybody for somebody.").Costs(PeerCosts.Ranking)
            .Argument<FilterInputType<Team>>("where", "Only teams that fit.")
            .Argument<BooleanGraphType>("includeFriends", "Also teams that are friends already, that one of the two has asked, or that it did not work out with a while ago.", arg => arg.DefaultValue = false)
            .Argument<BooleanGraphType>("includeUnavailable", "Also teams that are paused or have no open place.", arg => arg.DefaultValue = false)
            .Resolve(context =>
            {
                var (audience, all, friends) = (context.Viewer().Audience(), context.GetArgument("includeUnavailable", false), context.GetArgument("includeFriends", false));
                return Noted(context, context.Source, Recommend(context, context.Source.Id, all, friends, all || friends || context.HasArgument("where")
                    ? (matcher, team, first, among) => matcher.Peers(team, first, among, audience)
                    : (matcher, team, first, among) => matcher.DefaultPeers(team, first, among, audience)));
            });

    public void Extend(FriendshipType type) =>
        type.Field<PeerRecommendationType>("instead").Description("Another team to ask, at once, when this one has declined or did not answer in time. For the team that proposed it; null for others, and when nobody fits.").Costs(PeerCosts.Ranking)
            .Resolve(context => context.Source.Status is FriendshipStatus.Declined or FriendshipStatus.Expired && context.Viewer().IsMemberOf(context.Source.FromId)
                ? Recommend(context, context.Source.FromId, false, false, (matcher, team, first, among) => matcher.Peers(team, first, among)).Then(found => found is [var best, ..] ? best : null)
                : null);

    public void Extend(TeamWithoutAFriendType type) =>
        type.Field<PeerRecommendationType>("next").Description("Whom it could be introduced to next; null when nobody fits.").Costs(PeerCosts.Ranking)
            .Resolve(context => Recommend(context, context.Source.Team.Id, false, false, (matcher, team, first, among) => matcher.DefaultPeers(team, first, among, context.Viewer().Audience())).Then(found => found is [var best, ..] ? best : null));

    public void Extend(InequityType type) =>
        First(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<PeerRecommendationType>>>>("alsoTackledBy"))
            .Description("Other teams that tackle something like it, nearest first.").Costs(PeerCosts.Ranking)
            .Resolve(context => Recommend(context, context.Source.Id, true, true, (matcher, inequity, first, among) => matcher.AlsoTackling(inequity, first, among, context.Viewer().Audience())));

    public void Extend(LearningType type) =>
        First(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<LearningType>>>>("related"))
            .Description("What other teams learnt about something like it, nearest first.").Costs(PeerCosts.Ranking)
            .Resolve(context => Match<SharedLearning, int, SharedLearning>(
                context, context.Source.Id, (matcher, learning, first, among) => matcher.RelatedLearning(learning, first, among, context.Viewer().Audience()), id => id, (row, _) => row));

    public void Extend(AskType type) =>
        First(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<OfferMatchType>>>>("matches"))
            .Description("Other teams' offers that may answer it, best first.").Costs(PeerCosts.Ranking)
            .Resolve(context => Match<Offer, TextMatch, OfferMatch>(
                context, context.Source.Id, (matcher, ask, first, among) => matcher.OffersFor(ask, first, among), match => match.Source, (offer, match) => new OfferMatch(offer, match)));

    public void Extend(OfferType type) =>
        First(type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<AskMatchType>>>>("matches"))
            .Description("Other teams' asks that it may answer, best first.").Costs(PeerCosts.Ranking)
            .Resolve(context => Match<Ask, TextMatch, AskMatch>(
                context, context.Source.Id, (matcher, offer, first, among) => matcher.AsksFor(offer, first, among), match => match.Source, (ask, match) => new AskMatch(ask, match)));

    private static FieldBuilder<TSource, object> First<TSource>(FieldBuilder<TSource, object> field) => field.Argument<IntGraphType>(
        "first", $"How many, 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = UsualFirst);

    private async Task<IReadOnlyList<PeerRecommendation>> FindAsync(IResolveFieldContext context)
    {
        var text = SearchText.Of(context);
        var first = PageArguments.First(context, UsualFirst);
        var where = ListQuery<Team>.Filter(context, TeamListing.Instance);
        var matcher = await index.ReadyAsync(context.CancellationToken);
        return await context.QueryAsync(async (db, cancel) =>
        {
            var among = await AmongAsync(db, where, context.GetArgument("includeUnavailable", false), cancel);
            var (viewer, teams) = (context.Viewer(), context.Viewer().Teams);
            var apart = await Apart.OfAsync(db.Friendships, teams, settings, time.GetUtcNow().UtcDateTime, cancel);
            var matches = await matcher.FindPeersAsync(
                text, first, peer => among(peer) && (teams.Count == 0 || teams.Any(team => !apart[team].Contains(peer))), viewer.Audience(), cancel);
            return Ranked("text", matches, await RowsAsync<Team>(db, matches.Select(match => match.Team), cancel));
        });
    }

    /// <summary>The same, of which a note is made when it has gone to a member of the team.</summary>
    private IDataLoaderResult<IReadOnlyList<PeerRecommendation>?> Noted(IResolveFieldContext context, Team team, IDataLoaderResult<IReadOnlyList<PeerRecommendation>?> peers) =>
        !context.Viewer().IsMemberOf(team.Id) ? peers : peers.Then(found =>
        {
            context.Request().WhenSent(() => showings.Note(team.Id, found ?? []));
            return found;
        });

    /// <summary>Recommendations for each source of a level: one statement for who may be recommended, one for the teams.</summary>
    private IDataLoaderResult<IReadOnlyList<PeerRecommendation>?> Recommend(
        IResolveFieldContext context, int source, bool includeUnavailable, bool includeFriends, Func<PeerMatcher, int, int, Func<int, bool>?, IReadOnlyList<PeerMatch>> find)
    {
        // A friendship, and who has none, name the team that another one is recommended to.
        var kind = context.ParentType is FriendshipType or TeamWithoutAFriendType ? nameof(Team) : context.ParentType.Name;
        var first = PageArguments.First(context, UsualFirst);
        var where = context.Request().Once((context.FieldAst, "where"), () => ListQuery<Team>.Filter(context, TeamListing.Instance));
        return context.Loader<int, IReadOnlyList<PeerRecommendation>>(context.FieldAst, async (db, sources, cancel) =>
        {
            var matcher = await index.ReadyAsync(cancel);
            var among = await AmongAsync(db, where, includeUnavailable, cancel);
            var apart = includeFriends ? null : await Apart.OfAsync(db.Friendships, sources, settings, time.GetUtcNow().UtcDateTime, cancel);
            var matches = sources.ToDictionary(one => one, one => find(matcher, one, first, apart is null ? among : peer => among(peer) && !apart[one].Contains(peer)));
            var teams = await RowsAsync<Team>(db, matches.Values.SelectMany(found => found).Select(match => match.Team), cancel);
            return matches.ToDictionary(found => found.Key, found => Ranked($"{kind}-{found.Key}", found.Value, teams));
        }).Load(source);
    }

    /// <summary>Rows that match each source of a level: one statement for the teams to choose among, so that nothing hidden takes the place of what is shown, and one for the rows.</summary>
    private object Match<TRow, TMatch, TResult>(
        IResolveFieldContext context, int source, Func<PeerMatcher, int, int, Func<int, bool>, IReadOnlyList<TMatch>> find, Func<TMatch, int> row, Func<TRow, TMatch, TResult> make)
        where TRow : class, IEntity
    {
        var first = PageArguments.First(context, UsualFirst);
        return context.Loader<int, IReadOnlyList<TResult>>(context.FieldAst, async (db, sources, cancel) =>
        {
            var matcher = await index.ReadyAsync(cancel);
            var readable = await db.Teams.Select(team => team.Id).ToHashSetAsync(cancel);
            var matches = sources.ToDictionary(one => one, one => find(matcher, one, first, readable.Contains));
            var rows = await RowsAsync<TRow>(db, matches.Values.SelectMany(found => found).Select(row), cancel);
            return matches.ToDictionary(
                found => found.Key, found => (IReadOnlyList<TResult>)[.. found.Value.Where(match => rows.ContainsKey(row(match))).Select(match => make(rows[row(match)], match))]);
        }).Load(source).Then(found => found ?? []);
    }

    /// <summary>Who may be recommended: those who still work and fit the filter and, unless asked for all, have room and are not paused.</summary>
    private async Task<Func<int, bool>> AmongAsync(EquityDbContext db, Expression<Func<Team, bool>> where, bool includeUnavailable, CancellationToken cancel)
    {
        var fitting = db.Teams.Where(where).Where(team => team.ArchivedAt == null);
        var among = includeUnavailable ? await fitting.Select(team => team.Id).ToHashSetAsync(cancel) : await Available.OnAsync(db, fitting, time.GetUtcNow(), cancel);
        return among.Contains;
    }

    private static Task<Dictionary<int, T>> RowsAsync<T>(EquityDbContext db, IEnumerable<int> ids, CancellationToken cancel) where T : class, IEntity
    {
        var distinct = ids.Distinct().ToArray();
        return db.Set<T>().AsNoTracking().Where(row => EF.Parameter(distinct).Contains(row.Id)).ToDictionaryAsync(row => row.Id, cancel);
    }

    private static IReadOnlyList<PeerRecommendation> Ranked(string source, IReadOnlyList<PeerMatch> matches, Dictionary<int, Team> teams) =>
        [.. matches.Where(match => teams.ContainsKey(match.Team)).Select((match, i) =>
            new PeerRecommendation(PeerRecommendation.IdOf(source, match.Team), i + 1, teams[match.Team], match))];
}
