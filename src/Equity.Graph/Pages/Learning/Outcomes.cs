namespace Equity.Graph.Pages.Learning;

/// <summary>What became of what a team tried, in plain words.</summary>
internal static class Outcomes
{
    /// <summary>After the team's name.</summary>
    public static string Sentence(string? outcome) => outcome switch
    {
        "ADOPTED" => "tried it, and does it from now on",
        "ADAPTED" => "tried it, and does it in its own way",
        "ABANDONED" => "tried it, and gave it up",
        _ => "is trying it",
    };

    /// <summary>In a picture.</summary>
    public static string Short(string? outcome) => outcome switch
    {
        "ADOPTED" => "does it from now on",
        "ADAPTED" => "does it in its own way",
        "ABANDONED" => "gave it up",
        _ => "is trying it",
    };
}
