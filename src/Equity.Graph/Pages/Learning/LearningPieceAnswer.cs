namespace Equity.Graph.Pages.Learning;

/// <summary>What the document LearningPiecePage answers.</summary>
public sealed record LearningPieceAnswer(LearningPiece? Node, PieceViewer Viewer);

/// <summary>A piece of learning, told in full.</summary>
public sealed record LearningPiece(
    string Id, string Kind, string Title, string Body, DateTime SharedAt, DateTime? FeaturedAt, int Thanks, bool ThankedByMe, int TimesAdopted, PieceTeam Team, PieceInequity? Inequity, PieceEvent? HeardAtEvent,
    IReadOnlyList<Trial> Adoptions, IReadOnlyList<Step> CameFrom, IReadOnlyList<Step> WentTo, IReadOnlyList<RelatedPiece> Related);

/// <summary>Who learnt it.</summary>
public sealed record PieceTeam(string Key, string Name, string Service, string? Locality);

/// <summary>What it is about.</summary>
public sealed record PieceInequity(string Id, string Title, string Dimension);

/// <summary>Where it was heard.</summary>
public sealed record PieceEvent(string Key, string Name);

/// <summary>That a team tries it.</summary>
public sealed record Trial(string Id, int Version, DateTime AdoptedAt, string? Note, string? Outcome, string? WhatHappened, StepTeam Team, PieceLink? LedTo);

/// <summary>One step of an idea from a team to another.</summary>
public sealed record Step(int Steps, StepAdoption Adoption);

/// <summary>Who tried what, and what came out of it.</summary>
public sealed record StepAdoption(string Id, string? Outcome, StepTeam Team, StepLearning Learning, PieceLink? LedTo);

/// <summary>A team on the way.</summary>
public sealed record StepTeam(string Key, string Name);

/// <summary>What was tried.</summary>
public sealed record StepLearning(string Id, string Title, StepTeam Team);

/// <summary>The way to a piece of learning.</summary>
public sealed record PieceLink(string Id, string Title);

/// <summary>What others learnt about something like it.</summary>
public sealed record RelatedPiece(string Id, string Kind, string Title, StepTeam Team);

/// <summary>Who reads.</summary>
public sealed record PieceViewer(IReadOnlyList<PieceOwnTeam> Teams);

/// <summary>A team of the viewer's.</summary>
public sealed record PieceOwnTeam(string Id, string Key, string Name, PieceLinks Learning);

/// <summary>What it has learnt itself.</summary>
public sealed record PieceLinks(IReadOnlyList<PieceLink> Nodes);
