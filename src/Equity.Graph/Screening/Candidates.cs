namespace Equity.Graph.Screening;

/// <summary>
/// What the recognisers found, some of it in the same place. The surest wins; among equals the longest, then the first.
/// What is public (a helpline, a book's number) takes its place in the contest and is left out of the answer.
/// </summary>
internal sealed class Candidates
{
    /// <summary>Kinds from the surest to the least sure; null is what is public.</summary>
    private static readonly PersonalDetail?[] Ranks =
    [
        PersonalDetail.EmailAddress, null, PersonalDetail.PhoneNumber, PersonalDetail.NhsNumber, PersonalDetail.ChiNumber, PersonalDetail.NationalInsuranceNumber,
        PersonalDetail.DateOfBirth, PersonalDetail.Postcode, PersonalDetail.Address, PersonalDetail.RecordNumber,
    ];

    private readonly List<(PersonalDetail? Kind, int Rank, int Start, int End)> all = [];

    /// <summary>Notes a detail, from the letter at a start to the one before an end.</summary>
    public void Add(PersonalDetail kind, int start, int end) => all.Add((kind, Array.IndexOf(Ranks, kind), start, end));

    /// <summary>Notes that a stretch is public, whatever it looks like.</summary>
    public void Pass(int start, int end) => all.Add((null, Array.IndexOf(Ranks, null), start, end));

    /// <summary>The winners, in the order of their starts.</summary>
    public IReadOnlyList<Finding> Best(Reading text)
    {
        if (all.Count == 0)
            return [];
        all.Sort((a, b) => (a.Rank, a.Start - a.End, a.Start).CompareTo((b.Rank, b.Start - b.End, b.Start)));
        var taken = new bool[text.Length];
        var findings = new List<Finding>();
        foreach (var (kind, _, start, end) in all)
        {
            if (taken.AsSpan(start..end).Contains(true))
                continue;
            taken.AsSpan(start..end).Fill(true);
            if (kind is not null && text.Place(start, end) is var (first, length))
                findings.Add(new Finding(kind.Value, first, length));
        }
        findings.Sort((a, b) => a.Start.CompareTo(b.Start));
        return findings;
    }
}
