using Equity.Graph.Peers;
using Equity.Graph.Persistence.Exchange;
using Equity.Graph.Persistence.Exchange.Reading;
using Equity.Graph.Teams;
using Equity.Matching;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>Encoding happens before the transaction: nobody waits for it, and what changes meanwhile is seen.</summary>
public sealed class EncodingTests(EncodingTests.Model model) : IClassFixture<EncodingTests.Model>
{
    private const string Line = """{"key":"blue-door","name":"Blue Door","service":"Talking therapies","stage":"FORMING","asks":["Who has a van?"],"inequities":[{"title":"No bus","dimension":"GEOGRAPHY","population":"Villagers","evidence":"41 %"},{"title":"No words","dimension":"LANGUAGE","population":"Roma families"}],"learning":[{"kind":"ADVICE","title":"Walk","body":"Two miles."},{"kind":"ADVICE","title":"Ride","body":"Ten miles."}]}""";

    [Fact]
    public async Task The_server_finds_a_vector_for_every_text_and_encodes_nothing()
    {
        using var exchange = await Exchange.StartAsync();
        var report = await ImportAsync(exchange, Line);
        Assert.Equal(report.Counts.TextsEncoded, (await exchange.CountAsync()).Vectors);
        var store = new Watched(new VectorStore(exchange.Contexts));
        using var matcher = new PeerMatcher(model.Encoder, store, exchange.Time);
        await matcher.UpdateAsync([TeamProfiles.Of(await exchange.ReadTeamAsync())]);
        Assert.Equal(0, store.Saved);
    }

    [Fact]
    public async Task A_text_is_encoded_once()
    {
        using var exchange = await Exchange.StartAsync();
        await ImportAsync(exchange, Line);
        var before = await exchange.CountAsync();
        var report = await ImportAsync(exchange, Line.Replace("Who has a van?", "Who has a boat?", StringComparison.Ordinal));
        Assert.Equal((1, before.Vectors + 1), (report.Counts.TextsEncoded, (await exchange.CountAsync()).Vectors));
    }

    [Fact]
    public async Task Another_process_can_write_while_texts_are_encoded()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync("""{"key":"other","name":"Other","service":"S","stage":"FORMING"}""");
        var wrote = false;
        await ImportAsync(exchange, Line, At(ImportStep.Encoding, () => wrote = wrote || Rename(exchange, "other") == 1));
        Assert.True(wrote);
        Assert.Equal(("Renamed", "Blue Door"), ((await exchange.ReadTeamAsync("other")).Name, (await exchange.ReadTeamAsync()).Name));
    }

    [Fact]
    public async Task A_team_that_changed_meanwhile_is_read_again()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Exchange.Team.Replace("FORMING", "TESTING", StringComparison.Ordinal));
        var first = true;
        var report = await ImportAsync(exchange, Line, At(ImportStep.Storing, () =>
        {
            if (first)
                Rename(exchange, "blue-door");
            first = false;
        }));
        var team = await exchange.ReadTeamAsync();
        Assert.Equal((true, "Blue Door", 3), (report.Stored, team.Name, team.Version));
        Assert.Equal(report.Counts.TextsEncoded, (await exchange.CountAsync()).Vectors);
    }

    [Fact]
    public async Task A_team_that_another_process_added_meanwhile_is_updated()
    {
        using var exchange = await Exchange.StartAsync();
        var first = true;
        var report = await ImportAsync(exchange, Line, At(ImportStep.Storing, () =>
        {
            using var db = exchange.Open();
            if (first)
                db.Add(new Team { Key = "blue-door", Name = "X", Service = "Y", Stage = Stage.Sharing, Locality = "Kept" });
            first = false;
            db.SaveChanges();
        }));
        Assert.Equal((0, 1), (report.Counts.TeamsNew, report.Counts.TeamsChanged));
        Assert.Equal(("Blue Door", "Kept"), ((await exchange.ReadTeamAsync()).Name, (await exchange.ReadTeamAsync()).Locality));
    }

    [Fact]
    public async Task A_team_that_changes_again_and_again_is_left_alone()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Exchange.Team.Replace("FORMING", "TESTING", StringComparison.Ordinal));
        var fault = await Assert.ThrowsAsync<ChangedMeanwhileException>(() => ImportAsync(exchange, Line, At(ImportStep.Storing, () => Rename(exchange, "blue-door"))));
        Assert.StartsWith("Another process changed the same teams", StorageFault.Sentence(fault, "equity.db"), StringComparison.Ordinal);
        Assert.Equal(("Renamed", 0), ((await exchange.ReadTeamAsync()).Name, (await exchange.CountAsync()).Vectors));
    }

    [Theory]
    [InlineData(ImportStep.Reading)]
    [InlineData(ImportStep.Encoding)]
    [InlineData(ImportStep.Storing)]
    public async Task Stopping_leaves_the_database_as_it_was(object step)
    {
        using var exchange = await Exchange.StartAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ImportAsync(exchange, Line, At((ImportStep)step, stop.Cancel), stop.Token));
        Assert.Equal((0, 0, 0), await exchange.CountAsync());
    }

    private Task<ImportReport> ImportAsync(Exchange exchange, string line, IProgress<ImportProgress>? progress = null, CancellationToken cancel = default) =>
        exchange.ImportAsync(ImportSource.JsonLines("teams.jsonl", () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(line))), false, new TeamEncoder(model.Matcher, new VectorStore(exchange.Contexts)), progress, cancel);

    private static int Rename(Exchange exchange, string key)
    {
        using var db = exchange.Open();
        var team = db.Teams.Single(t => t.Key == key);
        (team.Name, team.Locality) = ("Renamed", team.Locality + "x");
        return Math.Min(1, db.SaveChanges());
    }

    private static Reaction At(ImportStep step, Action then) => new(step, then);

    /// <summary>Does something when an import begins a step, in the midst of it.</summary>
    private sealed class Reaction(ImportStep step, Action then) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Step == step && (value.Done == 0 || step == ImportStep.Reading))
                then();
        }
    }

    private sealed class Watched(VectorStore store) : IVectorStore
    {
        public int Saved { get; private set; }

        public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel) =>
            store.LoadAsync(modelId, hashes, cancel);

        public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel)
        {
            Saved += vectors.Count;
            return Task.CompletedTask;
        }
    }

    /// <summary>The real encoder, loaded once, and a matcher that stores nothing.</summary>
    public sealed class Model : IDisposable
    {
        public SentenceEncoder Encoder { get; } = SentenceEncoder.FromFolder(Path.Combine(AppContext.BaseDirectory, "Models", "equity-minilm-l6"));

        public PeerMatcher Matcher { get; }

        public Model() => Matcher = new(Encoder);

        public void Dispose()
        {
            Matcher.Dispose();
            Encoder.Dispose();
        }
    }
}
