namespace Equity.Graph.Pages.Teams;

/// <summary>What the document TeamsPage answers.</summary>
public sealed record TeamsAnswer(ProgrammeNames? Programmes, TeamList? Teams);

/// <summary>The programmes that there are.</summary>
public sealed record ProgrammeNames(IReadOnlyList<NamedTeam> Nodes);

/// <summary>Teams, a page of them.</summary>
public sealed record TeamList(int TotalCount, IReadOnlyList<ListedTeam> Nodes, Frame.PageInfo PageInfo);

/// <summary>A team in a list.</summary>
public sealed record ListedTeam(
    string Key, string Name, string Service, string? Locality, string? Aim, string Stage, int OpenPlaces, DateOnly? PausedUntil, DateTime? PublishedAt, DateTime? ArchivedAt, Named? Organisation, ListedInequities? Inequities);

/// <summary>What a team in a list tackles.</summary>
public sealed record ListedInequities(IReadOnlyList<ListedInequity> Nodes);

/// <summary>Along which dimension.</summary>
public sealed record ListedInequity(string Dimension);
