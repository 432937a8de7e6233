namespace Equity.Graph.Pages.Community;

/// <summary>Why two teams should meet, told to somebody who is in neither.</summary>
internal static class Reasons
{
    /// <summary>A reason in a sentence; it was found from the first team's side.</summary>
    public static string Of(string kind, string one, string other) => kind switch
    {
        "THEY_OFFER_WHAT_WE_ASK" => $"{other} offers what {one} asks for.",
        "WE_OFFER_WHAT_THEY_ASK" => $"{one} offers what {other} asks for.",
        "THEIR_LEARNING_ANSWERS_US" => $"{other} has learnt something that may help {one}.",
        "A_STEP_AHEAD" => $"Both tackle the same, and {other} is a step ahead.",
        "SAME_INEQUITY" => "Both tackle the same.",
        "SAME_POPULATION" => "Both work with the same people.",
        "SAME_SETTING" => "They work in the same kind of service, or in the same place.",
        _ => "What they write about their work is alike.",
    };
}
