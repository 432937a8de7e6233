using System.Collections.Concurrent;

namespace Equity.Matching.Tests;

/// <summary>The search as one would explain it on paper: every word is compared with every word, nothing is indexed. The fast one is held against it.</summary>
internal static class ObviousSearch
{
    private static readonly Dictionary<SearchKind, ProfileField[]> Heads = new()
    {
        [SearchKind.Team] = [ProfileField.Name, ProfileField.Service, ProfileField.Locality],
        [SearchKind.Inequity] = [ProfileField.InequityTitle, ProfileField.Population],
        [SearchKind.Learning] = [ProfileField.LearningTitle],
        [SearchKind.Offer] = [ProfileField.Offer],
    };

    private static readonly Dictionary<SearchKind, ProfileField[]> Bodies = new()
    {
        [SearchKind.Team] = [ProfileField.Aim, ProfileField.Summary],
        [SearchKind.Inequity] = [ProfileField.Evidence],
        [SearchKind.Learning] = [ProfileField.LearningBody],
        [SearchKind.Offer] = [],
    };

    /// <summary>A text is encoded once in a test run.</summary>
    private static readonly ConcurrentDictionary<string, float[]> Vectors = new();

    /// <summary>All things of all teams with their scores, however low.</summary>
    public static IEnumerable<(SearchKind Kind, int Source, int Team, double Score)> Of(string text, IReadOnlyList<TeamProfile> teams) =>
        from team in teams
        from kind in Enum.GetValues<SearchKind>()
        let texts = team.Written().Where(t => Heads[kind].Contains(t.Field) || Bodies[kind].Contains(t.Field))
        from thing in texts.GroupBy(t => kind == SearchKind.Team ? team.Id : t.Source)
        let meaning = Meaning(Cosine(text, team, kind, thing.Key))
        let words = Share(text, teams, Words(thing.Where(t => Heads[kind].Contains(t.Field))), Words(thing))
        select (kind, thing.Key, team.Id, meaning * 0.9 + words * 0.9 - meaning * words * 0.81);

    private static double Meaning(double cosine) => Math.Max(0, cosine < 0.61 ? 0.8 * (cosine - 0.25) / 0.36 : 0.8 + 0.2 * (cosine - 0.61) / 0.39);

    private static double Cosine(string text, TeamProfile team, SearchKind kind, int source)
    {
        View[] views = kind switch { SearchKind.Team => [View.Profile], SearchKind.Inequity => [View.Inequity, View.Population], SearchKind.Learning => [View.Learning], _ => [View.Offer] };
        var vector = Model.Encoder.Encode(text);
        return Passage.Of(team).Where(p => views.Contains(p.View) && p.Source == source)
            .Select(p => Centre.Of(Model.Encoder.ModelId).Cosine(vector, Vectors.GetOrAdd(p.Text, Encoded))).DefaultIfEmpty().Max();
    }

    private static float[] Encoded(string text) => Centre.Of(Model.Encoder.ModelId).Off(Model.Encoder.Encode(text));

    private static double Share(string text, IReadOnlyList<TeamProfile> teams, HashSet<string> head, HashSet<string> all)
    {
        var known = teams.Select(team => Words(team.Written())).ToList();
        var terms = SearchWords.Of(text).Distinct().Select(word => (Word: word, Meant: Meant(word, known))).ToList();
        var telling = terms.Where(term => SearchWords.IsTelling(term.Word)).ToList();
        return 0.8 * Held(telling, all) + 0.2 * Held(terms, head);

        double Held(List<(string Word, Dictionary<string, double> Meant)> looked, HashSet<string> words) => looked.Count == 0 ? 0
            : looked.Sum(term => Weight(term.Meant) * words.Max(word => (double?)term.Meant.GetValueOrDefault(word)) ?? 0) / looked.Sum(term => Weight(term.Meant));

        double Weight(Dictionary<string, double> meant)
        {
            var count = meant.Keys.Max(word => known.Count(words => words.Contains(word)));
            return Math.Log(1 + (teams.Count - count + 0.5) / (count + 0.5));
        }
    }

    private static Dictionary<string, double> Meant(string word, List<HashSet<string>> known)
    {
        var meant = new Dictionary<string, double> { [word] = 1 };
        if (word.Length < 4 || known.Any(words => words.Contains(word))) return meant;
        foreach (var other in known.SelectMany(words => words).Distinct())
        {
            var mistakes = Mistakes(word, other);
            if (other.StartsWith(word, StringComparison.Ordinal)) meant[other] = 0.8;
            else if (mistakes <= (word.Length < 7 ? 1 : 2)) meant[other] = 1 - 0.15 * mistakes;
        }
        return meant;
    }

    private static HashSet<string> Words(IEnumerable<ProfileText> texts) => [.. texts.SelectMany(t => SearchWords.Of(t.Text))];

    /// <summary>By the definition, letter by letter from the end.</summary>
    private static int Mistakes(string a, string b)
    {
        var known = new Dictionary<(int, int), int>();
        return From(a.Length, b.Length);

        int From(int i, int j)
        {
            if (i == 0 || j == 0) return i + j;
            if (known.TryGetValue((i, j), out var found)) return found;
            var best = Math.Min(Math.Min(From(i - 1, j), From(i, j - 1)) + 1, From(i - 1, j - 1) + (a[i - 1] == b[j - 1] ? 0 : 1));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = Math.Min(best, From(i - 2, j - 2) + 1);
            return known[(i, j)] = best;
        }
    }
}
