using System.Diagnostics;
using System.Globalization;
using Equity.Graph.Screening;

namespace Equity.Benchmarks;

/// <summary>
/// How fast sentences are screened for personal details, against one plain pass over the same letters in the same run: asking of each which category it has,
/// the least that any screening of Unicode text must do. Then texts of growing length: the time for a letter stays the same.
/// </summary>
internal static class Screening
{
    private const int Rounds = 9, Sentences = 10_000, Letters = 120;

    private static readonly string[] Details = ["07700 900123", "999 000 0018", "sam at place dot uk", "LS1 4AP", "born on 3 April 1971", "12 Mill Road", "QQ 12 34 56 C", "MRN 1234567"];

    public static void Run()
    {
        var sentences = Made(Sentences);
        (string Name, Func<string, int> Read)[] contenders = [("one plain pass", PlainPass), ("Screen.Find", text => Screen.Find(text).Count)];
        var seconds = contenders.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round <= Rounds; round++)
        {
            for (var turn = 0; turn < contenders.Length; turn++)
            {
                var who = (round + turn) % contenders.Length;
                var watch = Stopwatch.StartNew();
                foreach (var sentence in sentences) contenders[who].Read(sentence);
                if (round > 0) seconds[who].Add(watch.Elapsed.TotalSeconds); // the first round warms up
            }
        }

        Console.WriteLine($"{Rounds} rounds of {Sentences:N0} sentences of about {Letters} characters, one in ten with a detail, one core");
        for (var who = 0; who < contenders.Length; who++)
            Console.WriteLine($"{contenders[who].Name,-16} {Rounds * Sentences / seconds[who].Sum(),11:N0} sentences/s   {seconds[who].Sum() / seconds[0].Sum(),6:0.0} of the plain pass");
        foreach (var piece in (string[])[string.Join(' ', sentences[..100]), "9 ", "1.", "3/4/", "a@a.", "12 Mill ", "Flat 3, ", "dob 3/", "mrn-1-"])
            Console.WriteLine(Growth(piece));
    }

    /// <summary>Nanoseconds a letter at three lengths.</summary>
    private static string Growth(string piece)
    {
        var times = new[] { 50_000, 200_000, 800_000 }.Select(length =>
        {
            var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1))[..length];
            var watch = Stopwatch.StartNew();
            Screen.Find(text);
            return watch.Elapsed.TotalNanoseconds / length;
        }).ToList();
        return $"\"{(piece.Length > 20 ? "prose" : piece)}\" repeated: {string.Join(", ", times.Select(time => time.ToString("0", CultureInfo.InvariantCulture)))} ns a letter at 50,000, 200,000 and 800,000 letters";
    }

    private static int PlainPass(string text)
    {
        var digits = 0;
        foreach (var letter in text)
            digits += char.GetUnicodeCategory(letter) == UnicodeCategory.DecimalDigitNumber ? 1 : 0;
        return digits;
    }

    private static string[] Made(int count)
    {
        var words = string.Join(' ', Texts.Of(seed: 3));
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var start = (int)((long)i * 7919 % (words.Length - Letters));
            var sentence = words.Substring(start, Letters);
            return i % 10 == 0 ? sentence.Insert(Letters / 2, $" {Details[i / 10 % Details.Length]} ") : sentence;
        })];
    }
}
