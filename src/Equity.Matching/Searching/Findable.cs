namespace Equity.Matching;

/// <summary>Something of a team that a search can find: its passages, and the words of its texts. Immutable.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Source">The caller's id of the row.</param>
/// <param name="Texts">What it says, by field.</param>
/// <param name="Passages">The indices of its passages in the team's; none where nothing was encoded.</param>
/// <param name="Head">The ids of the words of the fields that say what it is, such as a name or a title.</param>
/// <param name="Rest">The ids of its other words.</param>
internal sealed record Findable(SearchKind Kind, int Source, IReadOnlyList<ProfileText> Texts, int[] Passages, ulong[] Head, ulong[] Rest)
{
    /// <summary>All of a team, by kind and source.</summary>
    public static IReadOnlyList<Findable> Of(TeamProfile profile, IReadOnlyList<Passage> passages)
    {
        var indices = passages.Index().ToLookup(p => (KindOf(p.Item.View), p.Item.Source), p => p.Index);
        return
        [
            .. from text in profile.Written()
               let kind = KindOf(text.Field)
               where kind is not null
               group text by (Kind: kind.Value, Source: kind == SearchKind.Team ? profile.Id : text.Source) into row
               orderby row.Key.Kind, row.Key.Source
               let head = Ids(row.Where(text => IsHead(text.Field)))
               select new Findable(row.Key.Kind, row.Key.Source, [.. row], [.. indices[row.Key]], [.. head], [.. Ids(row).Except(head)]),
        ];

        static HashSet<ulong> Ids(IEnumerable<ProfileText> texts) => [.. texts.SelectMany(text => SearchWords.Of(text.Text)).Select(SearchWords.Id)];
    }

    private static SearchKind? KindOf(ProfileField field) => field switch
    {
        ProfileField.Name or ProfileField.Service or ProfileField.Locality or ProfileField.Aim or ProfileField.Summary => SearchKind.Team,
        ProfileField.InequityTitle or ProfileField.Population or ProfileField.Evidence => SearchKind.Inequity,
        ProfileField.LearningTitle or ProfileField.LearningBody => SearchKind.Learning,
        ProfileField.Offer => SearchKind.Offer,
        _ => null, // an ask is for those who can answer it: its matches find them
    };

    private static SearchKind? KindOf(View view) => view switch
    {
        View.Profile => SearchKind.Team,
        View.Inequity or View.Population => SearchKind.Inequity,
        View.Learning => SearchKind.Learning,
        View.Offer => SearchKind.Offer,
        _ => null,
    };

    private static bool IsHead(ProfileField field) => field is not (ProfileField.Aim or ProfileField.Summary or ProfileField.Evidence or ProfileField.LearningBody);
}
