using System.Text.RegularExpressions;

namespace Equity.Matching;

/// <summary>The sides of a team that are compared, like with like.</summary>
internal enum View { Profile, Inequity, Population, Ask, Offer, Learning }

/// <summary>A text that gets a vector.</summary>
/// <param name="View">The side of the team it shows.</param>
/// <param name="Source">The caller's id of the row, as in <see cref="ProfileText"/>.</param>
/// <param name="Text">What is encoded: the glossary's terms are in it.</param>
/// <param name="Quoted">What stands for it in a reason: the field as written; the title of an inequity or of something learnt; the profile's first text.</param>
internal sealed partial record Passage(View View, int Source, string Text, string Quoted)
{
    public ContentHash Hash { get; } = ContentHash.Of(Text);

    /// <summary>A team's passages, by view, then source, then text, whatever the order of the profile's texts. One profile at most.</summary>
    /// <remarks>
    /// A title of an inequity alone says little ("A form at the door"); with the people it hurts it finds its like far better. The name of the team's
    /// place is left out where work and people are compared, or "people over 70 in Quayside" would be nearest to anybody else in Quayside: the place is
    /// compared on its own.
    /// </remarks>
    public static IReadOnlyList<Passage> Of(TeamProfile profile)
    {
        var texts = profile.Written();
        var place = texts.FirstOrDefault(t => t.Field == ProfileField.Locality)?.Text;
        var work = texts.Where(t => t.Field is ProfileField.Name or ProfileField.Service or ProfileField.Aim or ProfileField.Summary).ToList();
        var populations = texts.Where(t => t.Field == ProfileField.Population).ToLookup(t => t.Source);
        return
        [
            .. work.Take(1).Select(t => new Passage(View.Profile, profile.Id, Compared(Joined(work)), t.Text)),
            .. Each(ProfileField.InequityTitle).Select(t => new Passage(View.Inequity, t.Source, Compared(Joined([t, .. populations[t.Source]])), t.Text)),
            .. Each(ProfileField.Population).Select(t => new Passage(View.Population, t.Source, Compared(t.Text), t.Text)),
            .. Each(ProfileField.Ask).Select(t => new Passage(View.Ask, t.Source, Glossary.Spelled(t.Text), t.Text)),
            .. Each(ProfileField.Offer).Select(t => new Passage(View.Offer, t.Source, Glossary.Spelled(t.Text), t.Text)),
            .. texts.Where(t => t.Field is ProfileField.LearningTitle or ProfileField.LearningBody).GroupBy(t => t.Source).OrderBy(g => g.Key)
                .Select(g => new Passage(View.Learning, g.Key, Glossary.Spelled(Joined(g)), g.First().Text)),
        ];

        IEnumerable<ProfileText> Each(ProfileField field) => texts.Where(t => t.Field == field);

        string Compared(string text) => Glossary.Spelled(WithoutPlace(text));

        string WithoutPlace(string text)
        {
            if (place is null || !text.Contains(place, StringComparison.Ordinal)) return text;
            var name = $@"(\b(living\s+)?(in|at|of|from|across|around|near)\s+)?(?<!\w){Regex.Escape(place)}(['’]s)?(?!\w)";
            var without = Blanks().Replace(Regex.Replace(text, name, "", RegexOptions.CultureInvariant), " ").Trim(' ', ',');
            return without.Length > 0 ? without : text;
        }
    }

    /// <summary>Several texts as sentences of one.</summary>
    private static string Joined(IEnumerable<ProfileText> texts)
    {
        var parts = texts.Select(t => t.Text).ToList();
        return parts.Count == 1 ? parts[0] : string.Join(' ', parts.Select(p => p[^1] is '.' or '!' or '?' or '…' ? p : p + "."));
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
