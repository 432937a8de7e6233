using Equity.Graph.Rules;

namespace Equity.Graph.Learning.Spread;

/// <summary>What may be said of learning that spreads, and how far it is followed.</summary>
internal static class SpreadRules
{
    public static readonly TextRule Note = new("note", 2_000);
    public static readonly TextRule WhatHappened = new("whatHappened", 4_000);

    /// <summary>The most pieces of learning that one team may try.</summary>
    public const int MaxAdoptions = 1_000;

    /// <summary>How many teams away a chain is followed: each step is a statement.</summary>
    public const int LongestChain = 10;
}
