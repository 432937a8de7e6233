using System.Globalization;
using Equity.Benchmarks;
using Equity.Benchmarks.Evaluation;

// dotnet run -c Release --project tests/Equity.Benchmarks -- encode | peers [TEAMS] | updates [TEAMS] | import [TEAMS] | screen | page | subscribers | evaluate [COMMUNITY.jsonl JUDGEMENTS.jsonl] | index [COUNT] | introductions [TEAMS] | cafe | metrics [TEAMS] | pages
switch (args)
{
    case ["encode"]: await Encode.RunAsync(); return 0;
    case ["peers"]: await Peers.RunAsync(); await PeerCandidates.RunAsync(5_000, 20_000); return 0;
    case ["peers", var teams]: await PeerCandidates.RunAsync(int.Parse(teams, CultureInfo.InvariantCulture)); return 0;
    case ["updates"]: await Updates.RunAsync(5_000); return 0;
    case ["updates", var teams]: await Updates.RunAsync(int.Parse(teams, CultureInfo.InvariantCulture)); return 0;
    case ["import"]: await Import.RunAsync(500); return 0;
    case ["import", var teams]: await Import.RunAsync(int.Parse(teams, CultureInfo.InvariantCulture)); return 0;
    case ["screen"]: Screening.Run(); return 0;
    case ["page"]: await Page.RunAsync(); return 0;
    case ["subscribers"]: await Subscribers.RunAsync(500); return 0;
    case ["evaluate", .. var rest]: return await Evaluate.RunAsync(rest);
    case ["index"]: NearestIndex.Run(100_000, 1_000_000); return 0;
    case ["index", var count]: NearestIndex.Run(int.Parse(count, CultureInfo.InvariantCulture)); return 0;
    case ["introductions"]: Introduce.Run(10_000); return 0;
    case ["introductions", var teams]: Introduce.Run(int.Parse(teams, CultureInfo.InvariantCulture)); return 0;
    case ["cafe"]: Cafes.Run(); return 0;
    case ["metrics"]: await Metrics.RunAsync(10_000); return 0;
    case ["metrics", var teams]: await Metrics.RunAsync(int.Parse(teams, CultureInfo.InvariantCulture)); return 0;
    case ["pages"]: await Pages.RunAsync(); return 0;
    default:
        Console.Error.WriteLine("""
            encode          texts a second, against the bare runtime
            peers [TEAMS]   milliseconds to find peers and to search among 5,000 teams; what candidates miss, and how much sooner they are found
            updates [TEAMS] milliseconds that searches take while teams change, against the same while those of another matcher change
            import [TEAMS]  a whole import, against the bare runtime on its texts
            screen          sentences a second that are screened for personal details, against one plain pass
            page            a page of 20 teams with their inequities and learning, against hand-written SQL and against ready bytes
            subscribers     milliseconds until 500 subscribers have an event
            evaluate        how well the matcher's lists fit what people judged, beside plainer ways (Evaluation/FORMAT.md)
            index [COUNT]   milliseconds and recall of the nearest ten among 100,000 and 1,000,000 vectors, against reading them
            introductions [TEAMS]  seconds to plan introductions for a whole cohort, against the upper bound and against each team's own best
            cafe            processor seconds to seat world cafés of 19, 40 and 100 teams, against the bounds
            metrics [TEAMS] milliseconds of the metrics of 10,000 teams right after a change, against counting anew
            pages           milliseconds and bytes of each page, against a file that is ready
            """);
        return 2;
}
