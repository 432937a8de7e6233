namespace Equity.Graph.Screening;

/// <summary>What is public although it looks like a person's number: web addresses, and the codes of books, papers and clinical terms.</summary>
internal static class PublicCodes
{
    /// <summary>How many tokens may stand between a code's name and the code.</summary>
    private const int NameWithin = 5;

    private static readonly WordSet Names = new("isbn isbns issn doi orcid pmid pmcid snomed sctid uprn usrn gtin ean oclc barcode iban isrctn clinicaltrials eudract iras");

    /// <summary>Parts of a web address that carry a person's number after all.</summary>
    private static readonly string[] Personal = ["patient", "nhsn", "nhs_n", "nhs-n", "nhs=", "wa.me", "tel:", "phone"];

    public static void Find(Reading text, Candidates found)
    {
        for (var token = 0; token < text.Count; token++)
        {
            if (StartsAddress(text, token))
                token = PassAddress(text, token, found);
            else if (text.IsWord(token, Names))
                PassCode(text, token, found);
        }
    }

    /// <summary>"https://…", "www.…", and "10.1136/…", which is a DOI.</summary>
    private static bool StartsAddress(Reading text, int token)
    {
        if (text.IsWord(token, "http") || text.IsWord(token, "https"))
            return text.IsMark(token + 1, ':') && text.IsMark(token + 2, '/');
        if (text.IsWord(token, "www"))
            return text.IsMark(token + 1, '.') && text[token + 2].IsTight;
        return text.Span(token) is "10" && text.IsMark(token + 1, '.') && text[token + 1].IsTight
            && text[token + 2] is { Kind: TokenKind.Number, IsTight: true, Length: >= 4 } && text.IsMark(token + 3, '/') && text[token + 3].IsTight;
    }

    /// <summary>Passes an address to its end, which is white space. Returns its last token.</summary>
    private static int PassAddress(Reading text, int token, Candidates found)
    {
        var last = token;
        while (text[last + 1] is { IsTight: true, Kind: not TokenKind.None })
            last++;
        var address = text.Letters[text[token].Start..text[last].End];
        foreach (var part in Personal)
        {
            if (address.Contains(part, StringComparison.Ordinal))
                return last;
        }
        found.Pass(text[token].Start, text[last].End);
        return last;
    }

    /// <summary>Passes the number after a code's name.</summary>
    private static void PassCode(Reading text, int name, Candidates found)
    {
        var first = name + 1;
        while (first <= name + NameWithin && (!text.IsNumber(first) || IsEdition(text, first)))
            first++;
        if (first > name + NameWithin || !text.IsNumber(first))
            return;
        var last = first;
        while (last < first + 2 * NameWithin && (text.IsNumber(last + 1) || (text.IsMark(last + 1, "-") && text.IsNumber(last + 2))))
            last++;
        found.Pass(text[first].Start, text[last].End);
    }

    /// <summary>The 10 or 13 of "ISBN-10:".</summary>
    private static bool IsEdition(Reading text, int token) => text.Span(token) is "10" or "13" && !text.IsNumber(token + 1) && !text.IsMark(token + 1, "-");
}
