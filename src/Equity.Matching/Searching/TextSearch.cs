namespace Equity.Matching;

/// <summary>A text that somebody looks for, and how well things fit it.</summary>
/// <remarks>
/// Score = 1 - (1 - 0.9 meaning)(1 - 0.9 words): either is enough, and both are better than one.
/// Meaning: the cosine with the nearest passage of the thing, stretched by <see cref="Meaning"/>.
/// Words: the share of the text's words, by how telling they are, that the thing holds: four parts of five for words anywhere in it, one for words in its
/// name or title. Words that say nothing ("for", "team") count in names and titles only.
/// The team rows of the <see cref="Lexicon"/> cannot serve here: they know no part of a team, and keep the heaviest features of all it wrote.
/// Set by hand on the demo community: of 62 searches 57 have a right team in the first three; of 23 about something else 19 find nothing, 4 one thing.
/// </remarks>
internal sealed class TextSearch
{
    /// <summary>What scores less is not found. By meaning alone that is a cosine of 0.45; by words alone, about half of them.</summary>
    public const double LeastScore = 0.4;

    /// <summary>Of a long text the first words are looked for; its meaning is read to the end.</summary>
    private const int MostTerms = 100;

    private const double MeaningWeight = 0.9, WordsWeight = 0.9, HeadWeight = 0.2;

    private static readonly Scale Meaning = new(0.25, 0.61);

    private readonly float[] vector;
    private readonly Centre centre;
    private readonly Term[] terms;
    private readonly double allWeight, tellingWeight;
    private readonly Dictionary<ulong, (int Term, double Likeness)[]> byWord;

    /// <param name="text">What is looked for. Not blank.</param>
    /// <param name="vector">Of the text, with abbreviations as what they stand for, as the encoder gives it.</param>
    /// <param name="centre">The encoder's.</param>
    /// <param name="vocabulary">Tells how telling a word is. An abbreviation that it knows is looked for as it is written.</param>
    public TextSearch(string text, float[] vector, Centre centre, Vocabulary vocabulary)
    {
        (this.vector, this.centre) = (vector, centre);
        var words = SearchWords.Of(Glossary.Spelled(text, word => !SearchWords.Of(word).All(vocabulary.Knows)));
        terms = [.. words.Distinct(StringComparer.Ordinal).Take(MostTerms).Select(vocabulary.Term)];
        allWeight = terms.Sum(term => term.Weight);
        tellingWeight = terms.Where(term => term.IsTelling).Sum(term => term.Weight);
        byWord = terms.SelectMany((term, index) => term.Words.Select(word => (word.Id, Match: (index, word.Likeness))))
            .GroupBy(word => word.Id, word => word.Match).ToDictionary(word => word.Key, word => word.ToArray());
    }

    /// <summary>How well a thing of a team fits, 0 to 1.</summary>
    public double Score(IndexedTeam team, Findable thing)
    {
        var meaning = 0.0;
        foreach (var passage in thing.Passages) meaning = Math.Max(meaning, centre.Cosine(vector, team.Vector(passage)));
        return 1 - (1 - MeaningWeight * Meaning.Of(meaning)) * (1 - WordsWeight * Words(thing));
    }

    /// <summary>The sentence that holds most of what is looked for; where none holds a word of it, what stands for the thing as a whole.</summary>
    public Quote Quote(IndexedTeam team, Findable thing)
    {
        var sentences = from text in thing.Texts from sentence in Sentences.OrWhole(text.Text) select new Quote(text.Field, text.Source, sentence);
        var best = sentences.Select(quote => (Quote: quote, Held: Held([.. SearchWords.Of(quote.Text).Select(SearchWords.Id)]))).MaxBy(quote => quote.Held);
        if (best.Held > 0) return best.Quote;
        var view = thing.Passages.Length == 0 ? (View?)null : team.Passages[thing.Passages.MaxBy(passage => centre.Cosine(vector, team.Vector(passage)))].View;
        var whole = Standing(view).SelectMany(field => thing.Texts.Where(text => text.Field == field)).FirstOrDefault() ?? thing.Texts[0];
        return new(whole.Field, whole.Source, Sentences.OrWhole(whole.Text).First());
    }

    /// <summary>The fields that stand for a passage, the best first; where it has none, the thing's first text does.</summary>
    private static ProfileField[] Standing(View? view) => view switch
    {
        View.Profile => [ProfileField.Summary, ProfileField.Aim, ProfileField.Service],
        View.Population => [ProfileField.Population],
        _ => [],
    };

    private double Words(Findable thing)
    {
        if (terms.Length == 0) return 0;
        Span<double> held = stackalloc double[terms.Length];
        held.Clear();
        Mark(thing.Head, held);
        var head = Sum(held, tellingOnly: false) / allWeight;
        Mark(thing.Rest, held);
        var all = tellingWeight > 0 ? Sum(held, tellingOnly: true) / tellingWeight : 0;
        return (1 - HeadWeight) * all + HeadWeight * head;
    }

    private double Held(ReadOnlySpan<ulong> words)
    {
        var held = new double[terms.Length];
        Mark(words, held);
        return Sum(held, tellingOnly: tellingWeight > 0);
    }

    /// <summary>Notes for each term how much of it is among the words.</summary>
    private void Mark(ReadOnlySpan<ulong> words, Span<double> held)
    {
        foreach (var word in words)
        {
            if (!byWord.TryGetValue(word, out var matches)) continue;
            foreach (var (term, likeness) in matches) held[term] = Math.Max(held[term], likeness);
        }
    }

    private double Sum(ReadOnlySpan<double> held, bool tellingOnly)
    {
        var sum = 0.0;
        for (var i = 0; i < terms.Length; i++)
        {
            if (terms[i].IsTelling || !tellingOnly) sum += terms[i].Weight * held[i];
        }
        return sum;
    }
}
