namespace Equity.Graph.Pages.Events;

/// <summary>What the document CafeCards answers.</summary>
public sealed record CafePrintAnswer(CardsEvent? Event);

/// <summary>The event.</summary>
public sealed record CardsEvent(string Name, Cards? Cafe);

/// <summary>What to print.</summary>
public sealed record Cards(IReadOnlyList<TeamCard> TeamCards, IReadOnlyList<TableCard> TableCards);

/// <summary>A team's tables, as sentences, one a line.</summary>
public sealed record TeamCard(Named Team, string Text);

/// <summary>Who sits at a table, round by round.</summary>
public sealed record TableCard(int Number, IReadOnlyList<Sitting> Sittings);

/// <summary>Who sits there in a round.</summary>
public sealed record Sitting(SittingRound Round, SittingTable Table);

/// <summary>The round.</summary>
public sealed record SittingRound(int Number, string Question, DateTime StartsAt);

/// <summary>The table.</summary>
public sealed record SittingTable(Named Host, IReadOnlyList<Named> Teams);
