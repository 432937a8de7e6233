namespace Equity.Graph.Pages.Frame;

/// <summary>Where in a list a page of it is.</summary>
public sealed record PageInfo(bool HasNextPage, bool HasPreviousPage, string? StartCursor, string? EndCursor);
