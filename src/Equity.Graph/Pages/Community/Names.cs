namespace Equity.Graph.Pages.Community;

/// <summary>What plans are called.</summary>
internal static class Names
{
    /// <summary>The café in use, or plan 1, plan 2 and so on, oldest first.</summary>
    public static string Of(IReadOnlyList<Plan> plans, string id)
    {
        if (plans.FirstOrDefault(plan => plan.Id == id) is not { } known)
            return "this plan";
        return known.Status != "PLANNED" ? "the café in use" : $"plan {plans.Where(plan => plan.Status == "PLANNED").TakeWhile(plan => plan.Id != id).Count() + 1}";
    }
}
