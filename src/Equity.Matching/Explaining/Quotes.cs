namespace Equity.Matching;

/// <summary>Finds the words to quote: always exact substrings of what the team wrote.</summary>
internal static class Quotes
{
    /// <summary>A passage that is one field, whole when it is short, else the sentence that shares most with the other side.</summary>
    public static Quote Passage(IndexedTeam team, int passage, string otherSide)
    {
        var (view, source, text) = team.Passages[passage];
        var field = view switch
        {
            View.Inequity => ProfileField.InequityTitle,
            View.Population => ProfileField.Population,
            View.Ask => ProfileField.Ask,
            View.Offer => ProfileField.Offer,
            _ => throw new ArgumentException($"A {view} is made of several fields.", nameof(passage)),
        };
        return Nearest([new(field, source, text)], Words.Of(otherSide))!;
    }

    /// <summary>Of what was learnt, the title or the sentence that shares most with the other side; the title when none shares more.</summary>
    public static Quote Learning(IndexedTeam team, int passage, string otherSide)
    {
        var source = team.Passages[passage].Source;
        return Nearest(Fields(team, t => t.Source == source && t.Field is ProfileField.LearningTitle or ProfileField.LearningBody), Words.Of(otherSide))!;
    }

    /// <summary>What a team writes of its own work (or learning) that shares most with the other side; null when it shares no word.</summary>
    public static Quote? Telling(IndexedTeam team, string otherSide, params ReadOnlySpan<ProfileField> fields)
    {
        var allowed = fields.ToArray();
        var words = Words.Of(otherSide);
        return Nearest(Fields(team, t => allowed.Contains(t.Field)), words) is { } quote && Words.Overlap(Words.Of(quote.Text), words) > 0 ? quote : null;
    }

    /// <summary>The two sentences of two teams' own work that share most; null when no two share a word.</summary>
    public static (Quote Ours, Quote Theirs)? Shared(IndexedTeam ours, IndexedTeam theirs)
    {
        var mine = Work(ours);
        var others = Work(theirs);
        var pairs = from o in mine from t in others select (o.Quote, Other: t.Quote, Overlap: Words.Overlap(o.Words, t.Words));
        var best = pairs.OrderByDescending(p => p.Overlap).FirstOrDefault();
        return best.Overlap > 0 ? (best.Quote, best.Other) : null;
    }

    /// <summary>What to quote when nothing stands out: the service, else the name, else the first text there is; null for a team that wrote nothing.</summary>
    public static Quote? Introduction(IndexedTeam team)
    {
        var text = team.Written.FirstOrDefault(t => t.Field == ProfileField.Service) ?? (team.Written.Count > 0 ? team.Written[0] : null);
        return text is null ? null : new(text.Field, text.Source, Sentences.OrWhole(text.Text).First());
    }

    private static List<(Quote Quote, HashSet<string> Words)> Work(IndexedTeam team) =>
        [.. from t in team.Written
            where t.Field is ProfileField.Summary or ProfileField.Aim or ProfileField.Service or ProfileField.Name
            from s in Sentences.Of(t.Text)
            select (new Quote(t.Field, t.Source, s), Words.Of(s))];

    private static IEnumerable<ProfileText> Fields(IndexedTeam team, Func<ProfileText, bool> chosen) => team.Written.Where(chosen);

    private static Quote? Nearest(IEnumerable<ProfileText> texts, HashSet<string> otherSide) =>
        (from t in texts
         from s in IsLong(t.Field) ? Sentences.Of(t.Text) : Sentences.OrWhole(t.Text)
         select new Quote(t.Field, t.Source, s)).MaxBy(q => Words.Overlap(Words.Of(q.Text), otherSide));

    private static bool IsLong(ProfileField field) => field is ProfileField.Aim or ProfileField.Summary or ProfileField.LearningBody or ProfileField.Evidence;
}
