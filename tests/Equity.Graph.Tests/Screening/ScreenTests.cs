using System.Diagnostics;
using System.Text;
using Equity.Graph.Screening;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Equity.Graph.Tests.Screening;

/// <summary>What holds for every text.</summary>
public class ScreenTests
{
    private static readonly string[] Joints = ["", " ", "  ", "\u00A0", "\u2009", "-", "\u2010", "\u2011", "\u2013", "\u2014", " - ", ".", ". ", "/", "_", "\n", "\u200B", "\u00AD"];

    [Property]
    public void A_valid_NHS_number_is_found_with_any_separators(int seed, byte first, byte second)
    {
        var digits = Valid(seed);
        var (a, b) = (Joints[first % Joints.Length], Joints[second % Joints.Length]);
        var number = $"{digits[..3]}{a}{digits[3..6]}{b}{digits[6..]}";
        var found = Assert.Single(Screen.Find($"Her number is {number}, she said."));
        Assert.Equal((PersonalDetail.NhsNumber, 14, number.Length), (found.Kind, found.Start, found.Length));
    }

    [Property]
    public void A_number_with_a_wrong_check_digit_is_none(int seed, byte step)
    {
        var digits = Valid(seed);
        var wrong = $"{digits[..3]} {digits[3..6]} {digits[6..9]}{(digits[9] - '0' + 1 + (step % 9)) % 10}";
        Assert.Empty(Screen.Find($"Her number is {wrong}, she said."));
    }

    [Property]
    public void Whatever_is_found_lies_within_the_text_in_order(string? text)
    {
        var end = 0;
        foreach (var found in Screen.Find(text ?? ""))
        {
            Assert.InRange(found.Start, end, text!.Length - 1);
            Assert.InRange(found.Length, 1, text.Length - found.Start);
            end = found.Start + found.Length;
        }
    }

    [Property(MaxTest = 500)]
    public void Texts_made_of_pieces_of_details_do_not_confuse_it(int seed) => Whatever_is_found_lies_within_the_text_in_order(Pieces(seed, 40));

    /// <summary>Some six thousand texts that improvement teams might write; none tells who anybody is.</summary>
    [Fact]
    public void The_texts_that_the_encoder_was_trained_on_pass()
    {
        var path = Repository.Path("src", "Equity.Matching", "Models", "equity-minilm-l6", "training", "pairs.tsv");
        Assert.DoesNotContain(File.ReadLines(path).SelectMany(line => line.Split('\t')[2..4]).Distinct(), text => Screen.Find(text).Count > 0);
    }

    [Property]
    public void The_same_text_gives_the_same_findings(int seed)
    {
        var text = Pieces(seed, 20);
        Assert.Equal(Screen.Find(text), Screen.Find(text));
    }

    [Property]
    public Property What_is_found_in_a_text_is_found_in_a_longer_one() => Prop.ForAll(
        Gen.Elements("999 000 0018", "sam@team.example", "07700 900123", "LS1 4AP", "QQ 12 34 56 C").ToArbitrary(), ArbMap.Default.ArbFor<NonNull<string>>(),
        (detail, around) => Screen.Find($"{around.Get.Trim('@', '.')}, see below.\n\n({detail})\n\nThat is all.").Count > 0);

    [Theory]
    [InlineData("9 ")]
    [InlineData("1.")]
    [InlineData("0")]
    [InlineData("07700 900123 ")]
    [InlineData("a@")]
    [InlineData("a@a.")]
    [InlineData("a at a dot ")]
    [InlineData("a.")]
    [InlineData("a[dot]")]
    [InlineData("born in ")]
    [InlineData("dob ")]
    [InlineData("d.o.b.")]
    [InlineData("3/4/")]
    [InlineData("3 April ")]
    [InlineData("ls1 ")]
    [InlineData("1aa")]
    [InlineData("12 Mill ")]
    [InlineData("Flat 3, ")]
    [InlineData("12-")]
    [InlineData("hospital number ")]
    [InlineData("mrn-")]
    [InlineData("www.a/")]
    [InlineData("isbn ")]
    [InlineData("postcode ")]
    [InlineData("+44 ")]
    [InlineData("(0) ")]
    [InlineData("q q 1 ")]
    [InlineData("\uD800")]
    [InlineData("\u0301")]
    [InlineData("\n")]
    public void A_long_text_that_repeats_itself_takes_seconds_and_not_hours(string piece)
    {
        var text = new StringBuilder("1 ").Insert(2, piece, 100_000 / piece.Length).ToString();
        var watch = Stopwatch.StartNew();
        Screen.Find(text);
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 20);
    }

    /// <summary>Ten digits with a right check digit that begin with 4, 6, 7 or 9, as those given out do.</summary>
    private static string Valid(int seed)
    {
        var random = new System.Random(seed);
        while (true)
        {
            var digits = $"{"4679"[random.Next(4)]}{random.Next(100_000_000):00000000}";
            var sum = digits.Select((digit, i) => (digit - '0') * (10 - i)).Sum();
            if ((11 - (sum % 11)) % 11 is < 10 and var check)
                return digits + check;
        }
    }

    private static string Pieces(int seed, int count)
    {
        string[] pieces =
        [
            "999", "000", "0018", " ", "\n", "-", ".", ",", "/", "(", ")", "+44", "0", "7700", "900123", "@", " at ", " dot ", "uk", "sam", "Flat ", "12 ", "Mill ", "Road", "LS1", "4AP",
            "QQ", "123456", "C", "born ", "dob ", "3", "April", "1971", "MRN ", "NHS ", "no. ", "\uD83D", "\uDE00", "\u0301", "\u200B", "９", "é", "'", "ext ", "isbn ", "www.", "postcode ",
        ];
        var random = new System.Random(seed);
        return string.Concat(Enumerable.Range(0, count).Select(_ => pieces[random.Next(pieces.Length)]));
    }
}
