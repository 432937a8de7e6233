using System.Globalization;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Equity.Matching;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Peers;

/// <summary>The root field search: teams, inequities, learning and offers, by meaning and by word.</summary>
internal sealed class SearchQueries(PeerIndex index) : ITypeExtension<Query>
{
    private static readonly Type[] PlaceTypes = [typeof(double), typeof(SearchKind), typeof(int)];

    public void Extend(Query type) => type.Field<SearchConnectionType>("search")
        .Description("Teams, inequities, learning and offers that fit a word, a name or a sentence, by meaning and by word; best first. What fits too little is left out.")
        .Argument<NonNullGraphType<StringGraphType>>("text", $"What to look for, in your own words: 1 to {PeerMatcher.LongestSearch} characters. Misspelt words are understood.")
        .Argument<ListGraphType<NonNullGraphType<SearchKindType>>>("kinds", "Only things of these kinds; all kinds when left out.")
        .Argument<IntGraphType>("first", $"How many: 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = PageArguments.DefaultSize)
        .Argument<StringGraphType>("after", "Only what comes after this cursor, taken from the same search.")
        .ResolveAsync(async context => await SearchAsync(context));

    private async Task<IDataLoaderResult<SearchConnection>> SearchAsync(IResolveFieldContext context)
    {
        var text = SearchText.Of(context);
        if (string.IsNullOrWhiteSpace(text))
            throw RequestError.Argument("text is blank; say in a word or more what to look for.");
        var kinds = (context.GetArgument<IEnumerable<SearchKind>?>("kinds") ?? Enum.GetValues<SearchKind>()).ToHashSet();
        var first = PageArguments.First(context, PageArguments.DefaultSize);
        var name = Name(text, kinds);
        var after = context.GetArgument<string?>("after") is { } cursor ? Place(cursor, name) : (SearchPlace?)null;
        var matcher = await index.ReadyAsync(context.CancellationToken);
        var readable = await context.QueryAsync((db, cancel) => ReadableAsync(db, kinds, cancel));
        var page = matcher.Search(text, first, after, (kind, id) => readable.TryGetValue(kind, out var ids) && ids.Contains(id), context.Viewer().Audience());
        return page.Hits.Select(hit => Load(context, hit)).ToList().All().Then(rows => Connect(page, rows, after is not null, name));
    }

    /// <summary>What may be found: only that is ranked and counted, so that no page has holes and no count tells of the rest.</summary>
    private static async Task<Dictionary<SearchKind, HashSet<int>>> ReadableAsync(EquityDbContext db, IEnumerable<SearchKind> kinds, CancellationToken cancel)
    {
        var readable = new Dictionary<SearchKind, HashSet<int>>();
        foreach (var kind in kinds)
            readable.Add(kind, await Ids(db, kind).ToHashSetAsync(cancel));
        return readable;
    }

    private static IQueryable<int> Ids(EquityDbContext db, SearchKind kind) => kind switch
    {
        SearchKind.Team => db.Teams.Select(row => row.Id),
        SearchKind.Inequity => db.Inequities.Select(row => row.Id),
        SearchKind.Learning => db.Learning.Select(row => row.Id),
        SearchKind.Offer => db.Offers.Select(row => row.Id),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind."),
    };

    private static IDataLoaderResult Load(IResolveFieldContext context, SearchHit hit) => hit.Kind switch
    {
        SearchKind.Team => context.LoadOne<Team>(hit.Source),
        SearchKind.Inequity => context.LoadOne<Inequity>(hit.Source),
        SearchKind.Learning => context.LoadOne<SharedLearning>(hit.Source),
        _ => context.LoadOne<Offer>(hit.Source),
    };

    /// <summary>A row may have gone since the ids were read: it is left out.</summary>
    private static SearchConnection Connect(SearchPage page, IReadOnlyList<object?> rows, bool hasPrevious, string name) => new(
        [.. page.Hits.Zip(rows).Where(found => found.Second is not null)
            .Select(found => new SearchEdge(found.Second!, Cursor.Of(name, [found.First.Score, found.First.Kind, found.First.Source]), found.First))],
        page.HasMore, hasPrevious, page.Total);

    /// <summary>What cursors of this search are named by: a cursor of another one is refused.</summary>
    private static string Name(string text, IEnumerable<SearchKind> kinds) => string.Create(
        CultureInfo.InvariantCulture, $"search {string.Concat(kinds.Order().Select(kind => (int)kind))} {Convert.ToHexStringLower(ContentHash.Of(text).ToArray()[..8])}");

    private static SearchPlace Place(string cursor, string name) => Cursor.Parse("after", cursor, name, PlaceTypes) is [double score, SearchKind kind, int source]
        ? new(score, kind, source) : throw RequestError.Cursor("after");
}
