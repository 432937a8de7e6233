namespace Equity.Graph.Screening;

/// <summary>What a token is.</summary>
internal enum TokenKind : byte
{
    /// <summary>Nothing: before the first or after the last token.</summary>
    None,

    /// <summary>Letters, with apostrophes between them.</summary>
    Word,

    /// <summary>Digits.</summary>
    Number,

    /// <summary>One character that is neither.</summary>
    Mark,
}

/// <summary>What stands before a token.</summary>
internal enum Space : byte
{
    /// <summary>It is glued to the token before.</summary>
    None,

    /// <summary>Blanks.</summary>
    Blank,

    /// <summary>A new line, perhaps with blanks.</summary>
    Line,
}

/// <summary>A word, a number or a mark of a text as <see cref="Reading"/> has it.</summary>
internal readonly record struct Token(TokenKind Kind, int Start, int End, Space Before)
{
    public int Length => End - Start;

    public bool IsTight => Before == Space.None;
}
