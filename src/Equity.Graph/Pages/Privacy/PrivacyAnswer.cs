namespace Equity.Graph.Pages.Privacy;

/// <summary>What the document PrivacyPage answers.</summary>
public sealed record PrivacyAnswer(PrivacyViewer Viewer);

/// <summary>A person's own choices; null for those of whom nothing is known.</summary>
public sealed record PrivacyViewer(string? Calendar, MailChoice? Mail);

/// <summary>Whether and about what the person is mailed.</summary>
public sealed record MailChoice(string? Address, bool Wanted, IReadOnlyList<string> Refused, int GivenUp);
