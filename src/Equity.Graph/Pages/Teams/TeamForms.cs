using System.Globalization;
using Equity.Graph.Pages.Forms;

namespace Equity.Graph.Pages.Teams;

/// <summary>What there is to choose on a team's pages, in words of their own.</summary>
internal static class TeamForms
{
    /// <summary>Who may see a name, from nobody on.</summary>
    public static readonly IReadOnlyList<Option> NameFor =
        [new("NOBODY", "Nobody"), new("TEAM", "Your team"), new("COMMUNITY", "Everybody who has signed in"), new("ANYONE", "Everybody")];

    /// <summary>The rungs of the ladder of co-production, from the lowest, each with what it means.</summary>
    public static readonly IReadOnlyList<Option> Rungs =
    [
        new("COERCION", "Coercion: people are told what to do"), new("EDUCATING", "Educating: people are taught what is good for them"), new("INFORMING", "Informing: people are told what is planned"),
        new("CONSULTATION", "Consultation: people are asked, others decide"), new("ENGAGEMENT", "Engagement: people shape some of it"), new("CO_DESIGN", "Co-design: people design it together with staff"),
        new("CO_PRODUCTION", "Co-production: people and staff decide as equals"),
    ];

    /// <summary>The progress scores, in half steps.</summary>
    public static readonly IReadOnlyList<Option> Scores = [.. Enumerable.Range(1, 10).Select(half => Score(half / 2.0)).Select(score => new Option(score, score))];

    /// <summary>A progress score as it is chosen, such as 2.5.</summary>
    public static string Score(double score) => score.ToString("0.0", CultureInfo.InvariantCulture);
}
