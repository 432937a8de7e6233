namespace Equity.Graph.Pages.Friendships;

/// <summary>What the document ProposePage answers.</summary>
public sealed record ProposeAnswer(ProposeViewer Viewer, AskedTeam? Team);

/// <summary>Who would like to ask.</summary>
public sealed record ProposeViewer(IReadOnlyList<AskingTeam> Teams);

/// <summary>A team of the viewer's, and what it has open with the team that is to be asked.</summary>
public sealed record AskingTeam(string Id, string Key, string Name, DateTime? PublishedAt, DateTime? ArchivedAt, int OpenPlaces, OpenFriendships? Friendships)
{
    /// <summary>What the two have open; null when nothing.</summary>
    public OpenFriendship? Open => Friendships?.Nodes is [var open, ..] ? open : null;
}

/// <summary>Friendships that stand or wait for an answer.</summary>
public sealed record OpenFriendships(IReadOnlyList<OpenFriendship>? Nodes);

/// <summary>A friendship that stands or waits for an answer.</summary>
public sealed record OpenFriendship(string Id, string Status, DateTime AnswerBy, TeamKey From);

/// <summary>Which team it is.</summary>
public sealed record TeamKey(string Key);

/// <summary>The team that is to be asked.</summary>
public sealed record AskedTeam(
    string Id, string Key, string Name, string Service, string? Locality, int OpenPlaces, DateOnly? PausedUntil, DateTime? PublishedAt, DateTime? ArchivedAt, AskedOrganisation? Organisation, IReadOnlyList<AskedOffer> Offers);

/// <summary>Whose team it is.</summary>
public sealed record AskedOrganisation(string Name);

/// <summary>What the team can help with.</summary>
public sealed record AskedOffer(string Text);
