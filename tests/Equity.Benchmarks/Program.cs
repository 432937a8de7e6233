using Equity.Benchmarks;

// dotnet run -c Release --project tests/Equity.Benchmarks -- encode | peers
switch (args)
{
    case ["encode"]: await Encode.RunAsync(); return 0;
    case ["peers"]: await Peers.RunAsync(); return 0;
    default: Console.Error.WriteLine("encode: texts a second, against the bare runtime. peers: milliseconds to find peers among 5,000 teams."); return 2;
}
