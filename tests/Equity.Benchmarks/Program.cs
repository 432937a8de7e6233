using Equity.Benchmarks;

// dotnet run -c Release --project tests/Equity.Benchmarks -- encode | peers | import [TEAMS] | screen
switch (args)
{
    case ["encode"]: await Encode.RunAsync(); return 0;
    case ["peers"]: await Peers.RunAsync(); return 0;
    case ["import"]: await Import.RunAsync(500); return 0;
    case ["import", var teams]: await Import.RunAsync(int.Parse(teams, System.Globalization.CultureInfo.InvariantCulture)); return 0;
    case ["screen"]: Screening.Run(); return 0;
    default: Console.Error.WriteLine("encode: texts a second, against the bare runtime. peers: milliseconds to find peers and to search among 5,000 teams. import: a whole import, against the bare runtime on its texts. screen: sentences a second that are screened for personal details, against one plain pass."); return 2;
}
