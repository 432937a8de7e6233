using System.Diagnostics;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Equity.Benchmarks;

/// <summary>Each page as the demo's team lead sees it, and the lead's as the programme's lead does, over HTTP from a process of its own: milliseconds and bytes, beside a file that is ready (the style sheet). They take turns.</summary>
internal static partial class Pages
{
    private const int Rounds = 40, WarmUps = 20;

    private const string Things = """
        {
          learning(first: 100) { nodes { id timesAdopted } }
          team(key: "tablet-table-quayside") { inequities(first: 1) { nodes { id } } friendships(first: 9) { nodes { id } } }
          posters(first: 1) { nodes { id } }
          corridor: team(key: "corridor-d-heart-clinics") { measures { id } }
        }
        """;

    private static readonly IReadOnlyList<string> LeadsPages =
    [
        "/community", "/community/introductions", "/community/cafe/lifeboat-hall-gathering", "/community/audit", "/events/new", "/events/lifeboat-hall-gathering/edit", "/events/corn-hall-gathering/cafe/print",
    ];

    public static async Task RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("equity-pages-").FullName;
        using var server = Subscribers.Start(["--data", folder, "--urls", "http://127.0.0.1:0", "--environment", "Development"]);
        try
        {
            using var client = new HttpClient { BaseAddress = await Subscribers.AddressAsync(server) };
            // The demo's history and pictures come once the server answers; peers are found meanwhile.
            await Task.Delay(TimeSpan.FromSeconds(40));
            using var leading = new HttpClient { BaseAddress = client.BaseAddress };
            await SignInAsync(client, "tom");
            await SignInAsync(leading, "lead");
            var pages = await AddressesAsync(client, folder);
            var times = pages.Concat(LeadsPages).Prepend("/equity.css").ToDictionary(page => page, _ => new List<double>());
            var bytes = new Dictionary<string, int>();
            for (var round = -WarmUps; round < Rounds; round++)
            {
                foreach (var page in times.Keys)
                {
                    var started = Stopwatch.GetTimestamp();
                    bytes[page] = (await (LeadsPages.Contains(page) ? leading : client).GetByteArrayAsync(page)).Length;
                    if (round >= 0)
                        times[page].Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                }
            }
            var ready = Median(times["/equity.css"]);
            Console.WriteLine($"{Environment.ProcessorCount} cores, {Rounds} rounds");
            foreach (var (page, all) in times)
                Console.WriteLine($"{Median(all),6:0.0} ms {Median(all) / ready,6:0.0} of a ready file {bytes[page],7:N0} bytes  {Id().Replace(page, "/{id}")}");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SignInAsync(HttpClient client, string persona)
    {
        var token = Token().Match(await client.GetStringAsync("/sign-in")).Groups[1].Value;
        using var response = await client.PostAsync("/sign-in/as", new FormUrlEncodedContent([new("token", token), new("as", persona)]));
        response.EnsureSuccessStatusCode();
    }

    private static async Task<IReadOnlyList<string>> AddressesAsync(HttpClient pages, string folder)
    {
        using var client = new HttpClient { BaseAddress = pages.BaseAddress };
        client.DefaultRequestHeaders.Authorization = new("Bearer", await Subscribers.TokenAsync(folder));
        var things = await Subscribers.AskAsync(client, Things);
        string First(JsonElement list) => list.GetProperty("nodes")[0].GetProperty("id").GetString()!;
        var learning = things.GetProperty("learning").GetProperty("nodes").EnumerateArray().MaxBy(each => each.GetProperty("timesAdopted").GetInt32()).GetProperty("id").GetString();
        var team = things.GetProperty("team");
        return
        [
            "/", "/find?q=our+older+patients+cannot+use+the+video+link", "/find?team=tablet-table-quayside", "/propose/eyes-on-reception-deaf",
            "/teams", "/teams/new", "/teams/tablet-table-quayside", .. new[] { "edit", "people", "inequities", "asks", "learning", "ideas", "measures", "poster" }.Select(part => $"/teams/tablet-table-quayside/{part}"), "/inequities", $"/inequities/{First(team.GetProperty("inequities"))}",
            "/learning", "/learning?q=late+buses", $"/learning/{learning}", "/my-team", $"/friendships/{First(team.GetProperty("friendships"))}",
            "/events", "/events/corn-hall-gathering", "/events/corn-hall-gathering/cafe", "/events/corn-hall-gathering/harvest", "/events/corn-hall-gathering/panel", "/events/corn-hall-gathering/posters", $"/posters/{First(things.GetProperty("posters"))}",
            "/insights", "/insights/metrics/teams", "/insights/measures", $"/insights/measures/{things.GetProperty("corridor").GetProperty("measures")[0].GetProperty("id").GetString()}", "/network", "/privacy", "/accessibility", "/help",
        ];
    }

    private static double Median(List<double> all) => all.Order().ElementAt(all.Count / 2);

    [GeneratedRegex("name=\"token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("/[A-Za-z0-9_-]*[A-Z][A-Za-z0-9_-]{8,}$")]
    private static partial Regex Id();
}
