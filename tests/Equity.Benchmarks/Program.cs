using System.Globalization;
using Equity.Benchmarks;

// dotnet run -c Release --project tests/Equity.Benchmarks -- encode | peers | import [TEAMS] | screen | page | subscribers | introductions [TEAMS]
switch (args)
{
    case ["encode"]: await Encode.RunAsync(); return 0;
    case ["peers"]: await Peers.RunAsync(); return 0;
    case ["import"]: await Import.RunAsync(500); return 0;
    case ["import", var teams]: await Import.RunAsync(int.Parse(teams, CultureInfo.InvariantCulture)); return 0;
    case ["screen"]: Screening.Run(); return 0;
    case ["page"]: await Page.RunAsync(); return 0;
    case ["subscribers"]: await Subscribers.RunAsync(500); return 0;
    case ["introductions"]: Introduce.Run(10_000); return 0;
    case ["introductions", var teams]: Introduce.Run(int.Parse(teams, CultureInfo.InvariantCulture)); return 0;
    default:
        Console.Error.WriteLine("""
            encode          texts a second, against the bare runtime
            peers           milliseconds to find peers and to search among 5,000 teams
            import [TEAMS]  a whole import, against the bare runtime on its texts
            screen          sentences a second that are screened for personal details, against one plain pass
            page            a page of 20 teams with their inequities and learning, against hand-written SQL and against ready bytes
            subscribers     milliseconds until 500 subscribers have an event
            introductions [TEAMS]  seconds to plan introductions for a whole cohort, against the upper bound and against each team's own best
            """);
        return 2;
}
