using Equity.Graph.Screening;

namespace Equity.Graph.Tests.Screening;

/// <summary>Every kind in every writing and surrounding: people paste from letters, lists, tables and messages.</summary>
public class WritingTests
{
    private static readonly string[] Blanks = [" ", "  ", "\t", "\u00A0", "\u2002", "\u2009", "\u202F", "\u3000", " \u00A0", "\n", "\r\n", " \n "];
    private static readonly string[] Dashes = ["-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u2212", "\uFE63", "\uFF0D", " - ", " – "];
    private static readonly string[] Dots = [".", "\u00B7", "\u2022", "\uFF0E", "\u2024", ". "];
    private static readonly string[] Hidden = ["\u200B", "\u200D", "\u2060", "\uFEFF", "\u00AD"];

    private static readonly string[] Befores = ["", "She said ", "1. ", "2) ", "(a) ", "- ", "• ", "[1] ", "3.\t", "see: ", "\"", "(", "it=", "\n", "Sam,", "Sam/", "… ", "* ", "10. "];
    private static readonly string[] Afters = ["", ".", ", and", " and so on", ")", ";", "?", "\n2. Tea", "\"", " / 12", "…", "!", " (old)", "'", ". Then", " – ok"];

    public static TheoryData<string, string, string> Details { get; } = new()
    {
        { nameof(PersonalDetail.NhsNumber), "999_000_0018", "bd." },
        { nameof(PersonalDetail.NhsNumber), "943_476_5919", "bd." },
        { nameof(PersonalDetail.ChiNumber), "010190_0015", "bd." },
        { nameof(PersonalDetail.PhoneNumber), "07700_900123", "bd." },
        { nameof(PersonalDetail.PhoneNumber), "07700_900_123", "d." },
        { nameof(PersonalDetail.PhoneNumber), "020_7946_0958", "d." },
        { nameof(PersonalDetail.PhoneNumber), "+44_7700_900123", "d." },
        { nameof(PersonalDetail.PhoneNumber), "(0113)_496_0123", "d." },
        { nameof(PersonalDetail.Postcode), "LS1_4AP", "b" },
        { nameof(PersonalDetail.Postcode), "sw1a_1aa", "b" },
        { nameof(PersonalDetail.NationalInsuranceNumber), "QQ_12_34_56_C", "d." },
        { nameof(PersonalDetail.NationalInsuranceNumber), "AB_123456_C", "bd." },
        { nameof(PersonalDetail.DateOfBirth), "born 03_04_1971", "bd." },
        { nameof(PersonalDetail.DateOfBirth), "DOB 3_April_71", "bd." },
        { nameof(PersonalDetail.DateOfBirth), "d.o.b._3/4/1971", "bd" },
        { nameof(PersonalDetail.Address), "12_Mill_Road", "b" },
        { nameof(PersonalDetail.Address), "Flat_3,_Rose_Court", "b" },
        { nameof(PersonalDetail.RecordNumber), "MRN_1234567", "bd." },
        { nameof(PersonalDetail.RecordNumber), "hospital number:_1234567", "bd." },
        { nameof(PersonalDetail.EmailAddress), "sam.patel_@_example.org", "b" },
        { nameof(PersonalDetail.EmailAddress), "sam_[at]_example_[dot]_org", "b" },
        { nameof(PersonalDetail.EmailAddress), "sam_at_example_dot_org", "b" },
    };

    [Theory]
    [MemberData(nameof(Details))]
    public void It_is_found(string kind, string detail, string joints)
    {
        var plain = detail.Replace('_', ' ');
        var blanks = joints.Contains('b', StringComparison.Ordinal) ? Blanks : Blanks.Where(one => !one.Contains('\n', StringComparison.Ordinal));
        var dashes = joints.Contains('d', StringComparison.Ordinal) ? Dashes : [];
        var dots = joints.Contains('.', StringComparison.Ordinal) ? Dots : [];
        var written = blanks.Concat(dashes).Concat(dots).Select(joint => detail.Replace("_", joint, StringComparison.Ordinal)).ToList();
        written.AddRange(Hidden.Select(one => string.Join(one, plain.ToCharArray())));
        written.Add(FullWidth(plain));
        var texts = written.SelectMany(one => Befores.SelectMany(before => Afters.Select(after => before + one + after)));
        Assert.DoesNotContain(texts, text => !Screen.Find(text).Any(found => found.Kind.ToString() == kind));
    }

    private static string FullWidth(string text) => string.Concat(text.Select(letter => char.IsAsciiLetterOrDigit(letter) ? (char)(letter + 0xFEE0) : letter));
}
