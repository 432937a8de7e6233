namespace Equity.Matching;

/// <summary>One text that a team wrote.</summary>
/// <param name="Field">What it is.</param>
/// <param name="Source">
/// The caller's id of the row that holds it: the team's for <see cref="ProfileField.Name"/> to <see cref="ProfileField.Summary"/>; the inequity's for its
/// title, population and evidence; the ask's; the offer's; the learning's for its title and body.
/// </param>
/// <param name="Text">As written; an empty or blank one counts as absent.</param>
public sealed record ProfileText(ProfileField Field, int Source, string Text);

/// <summary>All that a team tells the matcher.</summary>
/// <param name="Id">The caller's id of the team.</param>
/// <param name="Stage">0 (forming) to 5 (sharing).</param>
/// <param name="Texts">In any order; every field may be missing.</param>
public sealed record TeamProfile(int Id, int Stage, IReadOnlyList<ProfileText> Texts)
{
    /// <summary>Whether everybody may read it. A draft is found by those for whom the caller chooses among it, and its words count for nobody's answers but theirs.</summary>
    public bool Published { get; init; } = true;

    /// <summary>
    /// Along which dimension an inequity runs, such as "DEPRIVATION", by the caller's id of the inequity. Any names will do: they are compared, never read.
    /// An inequity that is missing here is judged by its words alone.
    /// </summary>
    public IReadOnlyDictionary<int, string> Dimensions { get; init; } = new Dictionary<int, string>();

    /// <summary>The texts that say something, trimmed, by field, then source, then text: the order in which they were given never matters.</summary>
    internal IReadOnlyList<ProfileText> Written() =>
        [.. Texts.Where(t => !string.IsNullOrWhiteSpace(t.Text)).Select(t => t with { Text = t.Text.Trim() })
            .OrderBy(t => t.Field).ThenBy(t => t.Source).ThenBy(t => t.Text, StringComparer.Ordinal)];
}
