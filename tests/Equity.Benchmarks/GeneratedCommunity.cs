using System.Collections.Concurrent;
using System.Numerics.Tensors;
using Equity.Matching;

namespace Equity.Benchmarks;

/// <summary>
/// Thousands of teams that are alike and different as real ones are. Each has one theme of pairs.tsv, and now and then says something of another; each text is
/// the first half of one and the second half of another of its theme, so that hardly two are the same, and its vector is the mean of the encoder's for the two,
/// with something of its own. Some teams are thin. The same seed, the same teams.
/// </summary>
internal sealed class GeneratedCommunity : IVectorStore
{
    private const int TextsOfAKind = 40;
    private const double OwnTheme = 0.75, Missing = 0.15;
    private const float Own = 0.5f;

    private readonly Dictionary<string, float[]> encoded;
    private readonly Dictionary<(string Kind, int Side), string[][]> texts;
    private readonly Random random;
    private readonly ConcurrentDictionary<ContentHash, (string First, string Second)[]> recipes = new();
    private readonly int themes;
    private readonly Centre centre;

    public GeneratedCommunity(SentenceEncoder encoder, int seed)
    {
        (random, centre) = (new Random(seed), Centre.Of(encoder.ModelId));
        var pairs = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "pairs.tsv")).Select(line => line.Split('\t')).ToList();
        texts = (from kind in (string[])["team", "pop", "ask", "learn"]
                 from side in (int[])[0, 1]
                 select (Key: (kind, side), Texts: pairs.Where(p => p[1] == kind).GroupBy(p => p[0]).OrderBy(g => g.Key, StringComparer.Ordinal)
                     .Select(g => g.Select(p => p[2 + side]).Distinct().Take(TextsOfAKind).ToArray()).ToArray())).ToDictionary(each => each.Key, each => each.Texts);
        themes = texts.Values.Min(byTheme => byTheme.Length);
        encoded = texts.Values.SelectMany(byTheme => byTheme).SelectMany(all => all).Distinct().AsParallel().ToDictionary(text => text, encoder.Encode);
    }

    /// <summary>More teams, with ids from the first on.</summary>
    public TeamProfile[] Teams(int first, int count) => [.. Enumerable.Range(first, count).Select(Team)];

    /// <summary>What a matcher knows of so many teams.</summary>
    public async Task<Sides> SnapshotAsync(int count)
    {
        var profiles = Teams(1, count);
        var vectors = await LoadAsync("", [.. profiles.SelectMany(Passage.Of).Select(passage => passage.Hash)], CancellationToken.None);
        return Sides.Nothing(new()).With(profiles, [], vectors.ToDictionary(vector => vector.Key, vector => centre.Off(vector.Value)), DateTimeOffset.UnixEpoch);
    }

    public Task<IReadOnlyDictionary<ContentHash, float[]>> LoadAsync(string modelId, IReadOnlyCollection<ContentHash> hashes, CancellationToken cancel) =>
        Task.FromResult<IReadOnlyDictionary<ContentHash, float[]>>(hashes.Distinct().Where(recipes.ContainsKey).ToDictionary(hash => hash, Vector));

    public Task SaveAsync(string modelId, IReadOnlyDictionary<ContentHash, float[]> vectors, CancellationToken cancel) => Task.CompletedTask;

    private TeamProfile Team(int id)
    {
        var theme = (int)(themes * Math.Pow(random.NextDouble(), 1.5));
        var made = new Dictionary<ProfileText, (string First, string Second)>();
        Add(ProfileField.Summary, id, "team", random.Next(2));
        foreach (var i in Some(2))
        {
            Add(ProfileField.InequityTitle, id * 10 + i, "pop", 0);
            Add(ProfileField.Population, id * 10 + i, "pop", 1);
        }
        foreach (var i in Some(3)) Add(ProfileField.Ask, id * 10 + i, "ask", 0);
        foreach (var i in Some(3)) Add(ProfileField.Offer, id * 10 + i, "ask", 1);
        foreach (var i in Some(3)) Add(ProfileField.LearningBody, id * 10 + i, "learn", random.Next(2));
        var dimensions = made.Keys.Where(text => text.Field == ProfileField.InequityTitle).ToDictionary(text => text.Source, _ => $"D{(random.Next(3) > 0 ? theme : random.Next(themes))}");
        var profile = new TeamProfile(id, random.Next(6), [new(ProfileField.Name, id, $"Team {id}"), .. made.Keys]) { Dimensions = dimensions };
        foreach (var passage in Passage.Of(profile)) recipes[passage.Hash] = [.. made.Where(text => Belongs(text.Key, passage)).Select(text => text.Value)];
        return profile;

        IEnumerable<int> Some(int most) => random.NextDouble() < Missing ? [] : Enumerable.Range(0, 1 + random.Next(most));

        void Add(ProfileField field, int source, string kind, int side)
        {
            var of = random.NextDouble() < OwnTheme ? theme : random.Next(themes);
            var (first, second) = (Any(), Any());
            made.Add(new(field, source, Half(first, 0) + " " + Half(second, 1)), (first, second));

            string Any() => texts[(kind, side)][of] is var all ? all[random.Next(all.Length)] : "";
        }
    }

    private static string Half(string text, int which)
    {
        var words = text.Split(' ');
        return string.Join(' ', which == 0 ? words[..(words.Length / 2)] : words[(words.Length / 2)..]);
    }

    private static bool Belongs(ProfileText text, Passage passage) => text.Source == passage.Source && passage.View switch
    {
        View.Profile => text.Field == ProfileField.Summary,
        View.Inequity => text.Field is ProfileField.InequityTitle or ProfileField.Population,
        View.Population => text.Field == ProfileField.Population,
        View.Ask => text.Field == ProfileField.Ask,
        View.Offer => text.Field == ProfileField.Offer,
        _ => text.Field == ProfileField.LearningBody,
    };

    private float[] Vector(ContentHash hash)
    {
        var own = new Random(BitConverter.ToInt32(hash.ToArray()));
        var vector = new float[encoded.Values.First().Length];
        foreach (var (first, second) in recipes[hash])
        {
            TensorPrimitives.Add(vector, encoded[first], vector);
            TensorPrimitives.Add(vector, encoded[second], vector);
        }
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        var noise = vector.Select(_ => own.NextSingle() - 0.5f).ToArray();
        TensorPrimitives.MultiplyAdd(noise, Own / TensorPrimitives.Norm<float>(noise), vector, vector);
        TensorPrimitives.Divide(vector, TensorPrimitives.Norm<float>(vector), vector);
        return vector;
    }
}
