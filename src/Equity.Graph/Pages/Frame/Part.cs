using System.Globalization;
using Equity.Graph.Pages.Asking;

namespace Equity.Graph.Pages.Frame;

/// <summary>A page of a list that is there as a whole, for a <see cref="Pager"/>: its cursors are places.</summary>
/// <param name="Items">What is shown.</param>
/// <param name="Info">Where in the list that is.</param>
internal sealed record Part<T>(IReadOnlyList<T> Items, PageInfo Info)
{
    /// <summary>The page that the address asks for.</summary>
    public static Part<T> Of(IReadOnlyList<T> all, PageRequest request, int size)
    {
        var from = Place(request, Pager.Before) is { } before ? before - size : Place(request, Pager.After) ?? 0;
        from = Math.Clamp(from, 0, Math.Max(0, all.Count - 1));
        var to = Math.Min(all.Count, from + size);
        return new([.. all.Take(from..to)], new PageInfo(to < all.Count, from > 0, from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture)));
    }

    private static int? Place(PageRequest request, string parameter) => int.TryParse(request.Parameter(parameter), NumberStyles.None, CultureInfo.InvariantCulture, out var place) ? place : null;
}
