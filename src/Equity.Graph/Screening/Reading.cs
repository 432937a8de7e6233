using System.Text;

namespace Equity.Graph.Screening;

/// <summary>
/// A text as recognisers read it: plain letters in lower case, cut into tokens, each with its place in the text as it was written.
/// Tokens before the first and after the last are <see cref="TokenKind.None"/>.
/// </summary>
internal sealed class Reading
{
    private readonly string text;
    private readonly char[] letters;
    private readonly int[] places;
    private readonly List<Token> tokens;

    public Reading(string text)
    {
        this.text = text;
        (letters, places) = (new char[text.Length], new int[text.Length]);
        Length = ReadLetters();
        ReadZeros();
        tokens = new List<Token>((Length / 4) + 4);
        ReadTokens();
        Groups = DigitGroup.Of(this);
    }

    /// <summary>How many letters it has.</summary>
    public int Length { get; }

    /// <summary>How many tokens it has.</summary>
    public int Count => tokens.Count;

    /// <summary>Its numbers, in order.</summary>
    public IReadOnlyList<DigitGroup> Groups { get; }

    /// <summary>All letters.</summary>
    public ReadOnlySpan<char> Letters => letters.AsSpan(0, Length);

    /// <summary>A token.</summary>
    public Token this[int token] => (uint)token < (uint)tokens.Count ? tokens[token] : default;

    /// <summary>A token's letters.</summary>
    public ReadOnlySpan<char> Span(int token) => this[token] is var one ? letters.AsSpan(one.Start, one.Length) : default;

    /// <summary>The letter of a place; a blank outside the text.</summary>
    public char At(int letter) => (uint)letter < (uint)Length ? letters[letter] : ' ';

    public bool IsWord(int token) => this[token].Kind == TokenKind.Word;

    public bool IsWord(int token, ReadOnlySpan<char> word) => IsWord(token) && Span(token).SequenceEqual(word);

    public bool IsWord(int token, WordSet words) => IsWord(token) && words.Contains(Span(token));

    public bool IsNumber(int token) => this[token].Kind == TokenKind.Number;

    public bool IsMark(int token, char mark) => this[token] is { Kind: TokenKind.Mark } one && letters[one.Start] == mark;

    public bool IsMark(int token, ReadOnlySpan<char> marks) => this[token] is { Kind: TokenKind.Mark } one && marks.Contains(letters[one.Start]);

    /// <summary>Whether a letter was written as a capital.</summary>
    public bool IsUpper(int letter) => (uint)letter < (uint)Length && char.IsUpper(text[places[letter]]);

    /// <summary>Whether a letter was written small.</summary>
    public bool IsLower(int letter) => (uint)letter < (uint)Length && char.IsLower(text[places[letter]]);

    /// <summary>Whether a token begins with a capital.</summary>
    public bool IsCapital(int token) => IsWord(token) && IsUpper(this[token].Start);

    /// <summary>Whether one of the words stands among the few tokens before one.</summary>
    public bool IsAnnounced(int token, int within, WordSet words)
    {
        for (var back = 1; back <= within; back++)
        {
            if (IsWord(token - back, words))
                return true;
        }
        return false;
    }

    /// <summary>The stretch of the text as it was written of the letters from a start to an end.</summary>
    public (int Start, int Length) Place(int start, int end)
    {
        var last = places[end - 1];
        var whole = last + 1 < text.Length && char.IsSurrogatePair(text[last], text[last + 1]) ? 2 : 1;
        return (places[start], last + whole - places[start]);
    }

    private int ReadLetters()
    {
        var count = 0;
        for (var place = 0; place < text.Length;)
        {
            var read = Rune.TryGetRuneAt(text, place, out var rune) ? rune : Rune.ReplacementChar;
            var letter = PlainLetter.Of(read);
            if (letter != PlainLetter.None)
                (letters[count], places[count++]) = (letter, place);
            place += read.Utf16SequenceLength;
        }
        return count;
    }

    /// <summary>Reads the letter O as the zero that it stands for among digits: "O7700 9OO123"; not in "O2".</summary>
    private void ReadZeros()
    {
        for (var start = 0; start < Length;)
        {
            var (end, digits) = (start, 0);
            for (; end < Length && (letters[end] == 'o' || char.IsAsciiDigit(letters[end])); end++)
                digits += letters[end] == 'o' ? 0 : 1;
            var among = end - start >= 3 ? digits >= 2 : digits == 1 && end - start == 2 && (IsInDate(start - 1, -1) || IsInDate(end, 1) || (At(end) == ' ' && char.IsAsciiDigit(At(end + 1)) && char.IsAsciiDigit(At(end + 2)) && At(end + 3) == ' ' && char.IsAsciiDigit(At(end + 4))));
            if (among && end - start > digits && !char.IsLetter(At(start - 1)) && !char.IsLetter(At(end)))
                letters.AsSpan(start..end).Replace('o', '0');
            start = end + 1;
        }
    }

    /// <summary>Whether a joint of a date and a digit of it stand there: "O3/O4/71".</summary>
    private bool IsInDate(int joint, int step) => At(joint) is '/' or '.' or '-' && (char.IsAsciiDigit(At(joint + step)) || At(joint + step) == 'o');

    private void ReadTokens()
    {
        var space = Space.None;
        for (var start = 0; start < Length;)
        {
            var letter = letters[start];
            var end = start + 1;
            if (letter is ' ' or '\n')
            {
                space = letter == '\n' || space == Space.Line ? Space.Line : Space.Blank;
                start = end;
                continue;
            }
            var kind = KindOf(letter);
            while (kind != TokenKind.Mark && end < Length && (KindOf(letters[end]) == kind || (kind == TokenKind.Word && IsInnerApostrophe(end))))
                end++;
            tokens.Add(new Token(kind, start, end, space));
            (start, space) = (end, Space.None);
        }
    }

    private bool IsInnerApostrophe(int letter) => letters[letter] == '\'' && letter + 1 < Length && KindOf(letters[letter + 1]) == TokenKind.Word;

    private static TokenKind KindOf(char letter) =>
        char.IsAsciiDigit(letter) ? TokenKind.Number : char.IsLetter(letter) ? TokenKind.Word : TokenKind.Mark;
}
