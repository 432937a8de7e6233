namespace Equity.Graph.Pages.Inequities;

/// <summary>What the document InequityPage answers.</summary>
public sealed record InequityAnswer(OneInequity? Node);

/// <summary>An inequity that a team tackles.</summary>
public sealed record OneInequity(
    string Id, string Title, string Dimension, string? Kind, string Population, string? Evidence, string Status, IReadOnlyList<string> Core20Plus5, DateTime CreatedAt, InequityTeam Team,
    IReadOnlyList<InequityMeasure> Measures, IReadOnlyList<InequityPeer> AlsoTackledBy);

/// <summary>Who tackles it.</summary>
public sealed record InequityTeam(string Key, string Name, string Service, string? Locality, string? Aim, InequityLearnt Learning);

/// <summary>What the team learnt, about this and about other things.</summary>
public sealed record InequityLearnt(IReadOnlyList<InequityLearning> Nodes);

/// <summary>A piece of learning.</summary>
public sealed record InequityLearning(string Id, string Kind, string Title, InequityLink? Inequity);

/// <summary>What it is about.</summary>
public sealed record InequityLink(string Id);

/// <summary>What the team counts.</summary>
public sealed record InequityMeasure(string Id, string Name, string Unit);

/// <summary>Who else tackles something like it.</summary>
public sealed record InequityPeer(bool Mutual, InequityPeerTeam Team, IReadOnlyList<InequityReason> Reasons);

/// <summary>The team.</summary>
public sealed record InequityPeerTeam(string Key, string Name, string Service, string? Locality);

/// <summary>Why.</summary>
public sealed record InequityReason(string Kind, string Text, InequityQuote? Ours, InequityQuote? Theirs);

/// <summary>The words that say so.</summary>
public sealed record InequityQuote(string Quote);
