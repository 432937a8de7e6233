using System.Collections.Frozen;
using System.Globalization;

namespace Equity.Graph.Pages;

/// <summary>The graph's names in plain words.</summary>
internal static class Words
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["SERVICE_USER"] = "Service user",
        ["QI_COACH"] = "Improvement coach",
        ["BIG_I"] = "Big I: service users lead or share the lead",
        ["LITTLE_I"] = "Little i: service users are asked",
        ["NONE"] = "Nobody yet",
        ["DID_NOT_WORK"] = "Did not work",
        ["SURPRISED_US"] = "Surprised us",
        ["OUTCOMES"] = "Results of care",
        ["CO_DESIGN"] = "Co-design",
        ["CO_PRODUCTION"] = "Co-production",
        ["ADULT_EARLY_CANCER"] = "Adults: early cancer diagnosis",
        ["ADULT_HYPERTENSION"] = "Adults: high blood pressure",
        ["ADULT_MATERNITY"] = "Adults: maternity",
        ["ADULT_RESPIRATORY"] = "Adults: lung disease",
        ["ADULT_SEVERE_MENTAL_ILLNESS"] = "Adults: severe mental illness",
        ["CHILD_ASTHMA"] = "Children: asthma",
        ["CHILD_DIABETES"] = "Children: diabetes",
        ["CHILD_EPILEPSY"] = "Children: epilepsy",
        ["CHILD_MENTAL_HEALTH"] = "Children: mental health",
        ["CHILD_ORAL_HEALTH"] = "Children: teeth",
        ["PLUS_GROUP"] = "A group chosen locally (PLUS)",
        ["ADDED_TO_TEAM"] = "Somebody adds you to a team",
        ["REMOVED_FROM_TEAM"] = "Somebody takes you off a team",
        ["FRIENDSHIPS_CROSSED"] = "Two teams asked each other",
        ["CHECK_IN_DUE"] = "Time to tell whether you met",
        ["CAFE_PUBLISHED"] = "Seats at a world café",
        ["LEARNING_HEARD"] = "Others heard something from your team",
        ["ADOPTION_REPORTED"] = "What became of an idea of yours",
        ["CORE20"] = "Poorest fifth (Core20)",
    }.ToFrozenDictionary();

    /// <summary>A value of an enumeration, such as DID_NOT_WORK, as it is read.</summary>
    public static string Of(string name) => Known.TryGetValue(name, out var words) ? words : Sentence(name.Replace('_', ' ').ToLowerInvariant());

    /// <summary>The name of a field, such as coProductionPlan, as the start of a sentence.</summary>
    public static string OfName(string? field) => field switch
    {
        null => "",
        "coProduction" => Known["CO_PRODUCTION"],
        _ => Sentence(string.Concat(field.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : letter.ToString()))),
    };

    /// <summary>A number with its thing: 1 team, 2 teams.</summary>
    public static string Count(int number, string one, string? many = null) => string.Create(CultureInfo.InvariantCulture, $"{number:N0} {(number == 1 ? one : many ?? one + "s")}");

    /// <summary>A day, such as 24 November 2026.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>A day, such as 24 November 2026.</summary>
    public static string Day(DateTime instant) => Day(DateOnly.FromDateTime(instant));

    /// <summary>A day and a time, such as 24 November 2026, 19:30 UTC.</summary>
    public static string Time(DateTime instant) => instant.ToString("d MMMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>The start of a text, up to a word's end.</summary>
    public static string Start(string text, int most)
    {
        if (text.Length <= most)
            return text;
        var end = text.LastIndexOf(' ', most);
        return text[..(end > most / 2 ? end : most)].TrimEnd(',', '.', ';', ' ') + "…";
    }

    private static string Sentence(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
