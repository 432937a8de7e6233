namespace Equity.Matching;

/// <summary>The sides of a team that are compared, like with like.</summary>
internal enum View { Profile, Inequity, Population, Ask, Offer, Learning }

/// <summary>A text that gets a vector.</summary>
/// <param name="View">The side of the team it shows.</param>
/// <param name="Source">The caller's id of the row, as in <see cref="ProfileText"/>.</param>
/// <param name="Text">What is encoded: the field itself, or several joined (a profile; a learning's title and body).</param>
internal sealed record Passage(View View, int Source, string Text)
{
    public ContentHash Hash { get; } = ContentHash.Of(Text);

    /// <summary>A team's passages, by view, then source, then text, whatever the order of the profile's texts. One profile at most.</summary>
    public static IReadOnlyList<Passage> Of(TeamProfile profile)
    {
        var texts = profile.Written();
        return [.. texts
            .Select(t => (View: ViewOf(t.Field), Text: t)).Where(v => v.View is not null)
            .GroupBy(v => (View: v.View!.Value, v.Text.Source, Part: Joins(v.View.Value) ? "" : v.Text.Text), v => v.Text.Text)
            .OrderBy(g => g.Key.View).ThenBy(g => g.Key.Source).ThenBy(g => g.Key.Part, StringComparer.Ordinal)
            .Select(g => new Passage(g.Key.View, g.Key.Source, AsSentences(g)))];
    }

    private static View? ViewOf(ProfileField field) => field switch
    {
        ProfileField.Name or ProfileField.Service or ProfileField.Aim or ProfileField.Summary => View.Profile,
        ProfileField.InequityTitle => View.Inequity,
        ProfileField.Population => View.Population,
        ProfileField.Ask => View.Ask,
        ProfileField.Offer => View.Offer,
        ProfileField.LearningTitle or ProfileField.LearningBody => View.Learning,
        _ => null,
    };

    private static bool Joins(View view) => view is View.Profile or View.Learning;

    private static string AsSentences(IEnumerable<string> texts)
    {
        var parts = texts.ToList();
        return parts.Count == 1 ? parts[0] : string.Join(' ', parts.Select(p => p[^1] is '.' or '!' or '?' or '…' ? p : p + "."));
    }
}
