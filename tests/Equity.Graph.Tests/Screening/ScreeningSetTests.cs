using System.Globalization;
using System.Text.Json;
using Equity.Graph.Rules;
using Equity.Graph.Screening;
using Xunit.Abstractions;

namespace Equity.Graph.Tests.Screening;

/// <summary>
/// The labelled set, written by people who had not seen the detector. Its halves: "develop" to develop with; "worn", held out at first, then looked at so often while
/// classes were widened that its figure was worth little, and now to develop with as well; "final", held out, for the figure that counts. Nobody who works on the detector
/// reads "final", and who looks at its totals says so here: unseen, recall was 0.971 with 0.005 of false alarms; then Welsh streets and ZZ99 postcodes, which its writers
/// had named as doubtful labels, were added, and the second look gave 0.986 and 0.005.
/// </summary>
public class ScreeningSetTests(ITestOutputHelper output)
{
    private const double LeastRecall = 0.98, MostFalseAlarms = 0.01;

    private const string HeldOut = "final";

    private static readonly IReadOnlyList<Sentence> Sentences = Read();

    public static TheoryData<string> Halves { get; } = [.. Sentences.Select(one => one.Half).Distinct()];

    [Fact]
    public void The_set_is_large_and_half_of_it_is_hard_to_pass()
    {
        Assert.InRange(Sentences.Count, 400, int.MaxValue);
        Assert.InRange(Sentences.Count(one => one.Findings.Length == 0), Sentences.Count * 0.4, Sentences.Count * 0.6);
        Assert.Equal(Sentences.Count, Sentences.Select(one => one.Id).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Halves))]
    public void Details_are_found_and_clean_sentences_pass(string half)
    {
        var some = Sentences.Where(one => one.Half == half).ToList();
        var (details, found) = (some.Sum(one => one.Findings.Length), some.Sum(one => one.Findings.Count(label => Finds(one.Text, label))));
        var clean = some.Where(one => one.Findings.Length == 0).ToList();
        var alarms = clean.Count(one => Screen.Find(one.Text).Count > 0);
        Print(half, some, details, found, clean.Count, alarms);
        Assert.InRange((double)found / details, LeastRecall, 1);
        Assert.InRange((double)alarms / clean.Count, 0, MostFalseAlarms);
    }

    private void Print(string half, List<Sentence> some, int details, int found, int clean, int alarms)
    {
        output.WriteLine($"{half}: recall {Share(found, details)}, false alarms {Share(alarms, clean)}");
        foreach (var kind in some.SelectMany(one => one.Findings.Select(label => (one.Text, Label: label))).GroupBy(one => one.Label.Kind).OrderBy(kind => kind.Key, StringComparer.Ordinal))
            output.WriteLine($"  {kind.Key,-26} {Share(kind.Count(one => Finds(one.Text, one.Label)), kind.Count())}");
        foreach (var one in some.Where(one => one.Half != HeldOut))
        {
            foreach (var label in one.Findings.Where(label => !Finds(one.Text, label)))
                output.WriteLine($"  missed  {one.Id}: {label.Kind} {label.Quote}");
            foreach (var alarm in one.Findings.Length == 0 ? Screen.Find(one.Text) : [])
                output.WriteLine($"  alarmed {one.Id}: {alarm.Kind} {one.Text.Substring(alarm.Start, alarm.Length)}");
        }
    }

    private static string Share(int some, int all) => string.Create(CultureInfo.InvariantCulture, $"{some} of {all} ({(double)some / all:0.000})");

    /// <summary>Whether something of the label's kind is found that overlaps its quote.</summary>
    private static bool Finds(string text, Label label)
    {
        var start = text.IndexOf(label.Quote, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The text does not hold its quote: {label.Quote}");
        return Screen.Find(text).Any(found => KindOf(label) == found.Kind && found.Start < start + label.Quote.Length && start < found.Start + found.Length);
    }

    private static PersonalDetail KindOf(Label label) => label.Kind switch
    {
        "EMAIL" => PersonalDetail.EmailAddress,
        "PHONE" => PersonalDetail.PhoneNumber,
        _ => ContractName.TryParse<PersonalDetail>(label.Kind, out var kind) ? kind : throw new ArgumentException(label.Kind, nameof(label)),
    };

    private static List<Sentence> Read() =>
        [.. File.ReadLines(Repository.Path("tests", "Equity.Graph.Tests", "Screening", "screening.jsonl")).Select(line => JsonSerializer.Deserialize<Sentence>(line, JsonSerializerOptions.Web)!)];

    private sealed record Sentence(string Id, string Half, string Text, Label[] Findings);

    private sealed record Label(string Kind, string Quote);
}
