namespace Equity.Matching;

/// <summary>Finds the words to quote: always exact substrings of what the team wrote.</summary>
internal sealed class Quotes(Rarity rarity)
{
    /// <summary>Two sentences that share less are not worth reading side by side.</summary>
    private const double WorthSharing = 0.15;

    /// <summary>A sentence with fewer telling words says little on its own ("One of us is a nurse.").</summary>
    private const int FewestWords = 4;

    /// <summary>What stands for a passage that is one field: whole when it is short, else the sentence that shares most with the other side.</summary>
    public Quote Passage(IndexedTeam team, int passage, string otherSide)
    {
        var (view, source, _, text) = team.Passages[passage];
        var field = view switch
        {
            View.Inequity => ProfileField.InequityTitle,
            View.Population => ProfileField.Population,
            View.Ask => ProfileField.Ask,
            View.Offer => ProfileField.Offer,
            _ => throw new ArgumentException($"A {view} is made of several fields.", nameof(passage)),
        };
        return Nearest(Sentences.OrWhole(text).Select(s => new Quote(field, source, s)), otherSide)!;
    }

    /// <summary>Of what was learnt, its title, or a sentence that shares more with the other side.</summary>
    public Quote Learning(IndexedTeam team, int passage, string otherSide)
    {
        var source = team.Passages[passage].Source;
        var words = Words.Of(otherSide);
        var texts = team.Written.Where(t => t.Source == source && t.Field is ProfileField.LearningTitle or ProfileField.LearningBody).ToList();
        var titles = texts.Where(t => t.Field == ProfileField.LearningTitle).SelectMany(Short);
        var told = texts.Where(t => t.Field == ProfileField.LearningBody).SelectMany(Telling).Where(q => rarity.Overlap(Words.Of(q.Text), words) >= WorthSharing);
        return Nearest(titles.Concat(told), otherSide) ?? texts.SelectMany(Short).First();
    }

    /// <summary>The sentence of a team's aim that shares most with the other side; null when it has none.</summary>
    public Quote? Aim(IndexedTeam team, string otherSide) =>
        Nearest(team.Written.Where(t => t.Field == ProfileField.Aim).SelectMany(t => Sentences.Of(t.Text).Select(s => new Quote(t.Field, t.Source, s))), otherSide);

    /// <summary>The two sentences of two teams' aims and summaries that share most; null when no two share enough.</summary>
    public (Quote Ours, Quote Theirs)? Shared(IndexedTeam ours, IndexedTeam theirs)
    {
        var mine = Work(ours);
        var others = Work(theirs);
        var pairs = from o in mine from t in others select (o.Quote, Other: t.Quote, Overlap: rarity.Overlap(o.Words, t.Words));
        var best = pairs.OrderByDescending(p => p.Overlap).FirstOrDefault();
        return best.Overlap >= WorthSharing ? (best.Quote, best.Other) : null;
    }

    /// <summary>What to quote when nothing stands out: the service, else the first text there is; null for a team that wrote nothing.</summary>
    public static Quote? Introduction(IndexedTeam team)
    {
        var text = team.Written.FirstOrDefault(t => t.Field == ProfileField.Service) ?? (team.Written.Count > 0 ? team.Written[0] : null);
        return text is null ? null : Short(text).First();
    }

    private static List<(Quote Quote, HashSet<string> Words)> Work(IndexedTeam team) =>
        [.. team.Written.Where(t => t.Field is ProfileField.Aim or ProfileField.Summary).SelectMany(Telling).Select(q => (q, Words.Of(q.Text)))];

    private static IEnumerable<Quote> Short(ProfileText text) => Sentences.OrWhole(text.Text).Select(s => new Quote(text.Field, text.Source, s));

    private static IEnumerable<Quote> Telling(ProfileText text) =>
        Sentences.Of(text.Text).Where(s => Words.Of(s).Count >= FewestWords).Select(s => new Quote(text.Field, text.Source, s));

    /// <summary>The first of equals.</summary>
    private Quote? Nearest(IEnumerable<Quote> quotes, string otherSide)
    {
        var words = Words.Of(otherSide);
        return quotes.MaxBy(q => rarity.Overlap(Words.Of(q.Text), words));
    }
}
