using System.Globalization;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
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
        .Description("Teams, inequities, learning and offers that fit a word, a name or a sentence, by meaning and by word; best first. What fits too little is left out.").Costs(PeerCosts.Ranking).CostsToRead("text", PeerCosts.Piece, PeerCosts.Encoding)
        .Argument<NonNullGraphType<StringGraphType>>("text", $"What to look for, in your own words, at most {PeerMatcher.LongestSearch} characters. Misspelt words are understood.")
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
        var findings = await matcher.SearchAsync(text, kinds, context.Viewer().Audience(), context.CancellationToken);
        var readable = await context.QueryAsync((db, cancel) => ReadableAsync(db, findings, cancel));
        var page = findings.Page(first, after, (kind, id) => readable.Contains((kind, id)));
        return page.Hits.Select(hit => Load(context, hit)).ToList().All().Then(rows => Connect(page, rows, after is not null, name));
    }

    /// <summary>What may be read of what was found: only that is counted and cut into pages, so that no page has holes and no count tells of the rest.</summary>
    private static async Task<HashSet<(SearchKind Kind, int Id)>> ReadableAsync(EquityDbContext db, SearchFindings findings, CancellationToken cancel)
    {
        var readable = new HashSet<(SearchKind, int)>();
        await AddAsync<Team>(SearchKind.Team);
        await AddAsync<Inequity>(SearchKind.Inequity);
        await AddAsync<SharedLearning>(SearchKind.Learning);
        await AddAsync<Offer>(SearchKind.Offer);
        return readable;

        async Task AddAsync<T>(SearchKind kind) where T : class, IEntity
        {
            int[] found = [.. findings.Ids(kind)];
            if (found.Length > 0)
                readable.UnionWith((await db.Set<T>().Where(row => EF.Parameter(found).Contains(row.Id)).Select(row => row.Id).ToListAsync(cancel)).Select(id => (kind, id)));
        }
    }

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
