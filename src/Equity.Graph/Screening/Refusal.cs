using System.Globalization;

namespace Equity.Graph.Screening;

/// <summary>How a text that holds personal details is refused: by their kinds and places, never by themselves.</summary>
internal static class Refusal
{
    /// <summary>The most that are named.</summary>
    private const int Max = 5;

    /// <summary>The end of a sentence that starts with the field: "holds a phone number at characters 12 to 24; leave it out…". Null where nothing was found.</summary>
    public static string? Of(IReadOnlyList<Finding> findings)
    {
        if (findings.Count == 0)
            return null;
        var named = findings.Take(Max).Select(Place).ToList();
        if (findings.Count > Max)
            named.Add(string.Create(CultureInfo.InvariantCulture, $"{findings.Count - Max} more"));
        var list = named.Count == 1 ? named[0] : $"{string.Join(", ", named.SkipLast(1))} and {named[^1]}";
        return $"holds {list}; leave {(findings.Count == 1 ? "it" : "them")} out: free text must not tell who or where a person is";
    }

    private static string Place(Finding found) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name(found.Kind)} at characters {found.Start + 1} to {found.Start + found.Length}");

    private static string Name(PersonalDetail kind) => kind switch
    {
        PersonalDetail.NhsNumber => "an NHS number",
        PersonalDetail.ChiNumber => "a CHI number",
        PersonalDetail.EmailAddress => "an e-mail address",
        PersonalDetail.PhoneNumber => "a phone number",
        PersonalDetail.Postcode => "a postcode",
        PersonalDetail.Address => "an address",
        PersonalDetail.DateOfBirth => "a date of birth",
        PersonalDetail.NationalInsuranceNumber => "a National Insurance number",
        PersonalDetail.RecordNumber => "the number of a person's record",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
