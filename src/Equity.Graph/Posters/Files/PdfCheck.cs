using System.Collections.Frozen;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace Equity.Graph.Posters.Files;

/// <summary>Tells whether a PDF can be read and only shows: it is kept as it is, so what does more is refused.</summary>
internal static class PdfCheck
{
    /// <summary>Keys of a PDF's dictionaries that come with what does more than show, and what to call it.</summary>
    private static readonly FrozenDictionary<string, string> Keys = new Dictionary<string, string>
    {
        ["JS"] = "JavaScript",
        ["JavaScript"] = "JavaScript",
        ["XFA"] = "a form of another kind (XFA)",
        ["EmbeddedFiles"] = "an attached file",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The same of the names that say what a thing is or does.</summary>
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["JavaScript"] = "JavaScript",
        ["Launch"] = "an action that starts a program",
        ["SubmitForm"] = "a form that sends what is typed",
        ["ImportData"] = "a form that fetches data",
        ["EmbeddedFile"] = "an attached file",
        ["FileAttachment"] = "an attached file",
        ["RichMedia"] = "video, sound or another player",
        ["Movie"] = "video, sound or another player",
        ["Sound"] = "video, sound or another player",
        ["Screen"] = "video, sound or another player",
        ["3D"] = "a model in 3D",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Whether a file begins as a PDF.</summary>
    public static bool IsPdf(ReadOnlySpan<byte> file) => file.StartsWith("%PDF-"u8);

    /// <summary>Why a PDF is not kept; null when it is.</summary>
    public static FileProblem? Problem(ReadOnlyMemory<byte> file)
    {
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, FilterProvider = new BoundedFilters() });
            if (document.IsEncrypted)
                return FileProblem.Protected;
            if (document.NumberOfPages == 0)
                return FileProblem.Broken;
            return document.Structure.CrossReferenceTable.ObjectOffsets.Keys.OrderBy(key => key.ObjectNumber)
                .Select(key => ActiveIn(document.Structure.GetObject(key).Data)).FirstOrDefault(found => found is not null) is { } what ? FileProblem.Active(what) : null;
        }
        catch (UglyToad.PdfPig.Exceptions.PdfDocumentEncryptedException)
        {
            return FileProblem.Protected;
        }
        catch (Exception)
        {
            // A reader of strangers' files throws what it likes where it cannot go on.
            return FileProblem.Broken;
        }
    }

    private static string? ActiveIn(IToken token) => token switch
    {
        StreamToken stream => ActiveIn(stream.StreamDictionary),
        DictionaryToken dictionary => dictionary.Data.Select(entry => ActiveIn(entry.Key, entry.Value)).FirstOrDefault(found => found is not null),
        ArrayToken array => array.Data.Select(ActiveIn).FirstOrDefault(found => found is not null),
        _ => null,
    };

    private static string? ActiveIn(string key, IToken value) =>
        Keys.GetValueOrDefault(key) ?? (key is "S" or "Type" or "Subtype" && value is NameToken name ? Names.GetValueOrDefault(name.Data) : ActiveIn(value));
}
