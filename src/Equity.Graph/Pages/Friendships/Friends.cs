using Equity.Graph.Friendships;

namespace Equity.Graph.Pages.Friendships;

/// <summary>What is said of friendships on several pages.</summary>
internal static class Friends
{
    /// <summary>The address of a friendship's page.</summary>
    public static string Address(string id) => $"/friendships/{Uri.EscapeDataString(id)}";

    /// <summary>What is promised unless something else is.</summary>
    public static string UsualPromise => FriendshipRules.DefaultWorkingDays.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What is agreed on unless something else is.</summary>
    public static string UsualBoundaries => FriendshipRules.DefaultBoundaries;

    /// <summary>A day as a form sends it.</summary>
    public static string? Typed(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
