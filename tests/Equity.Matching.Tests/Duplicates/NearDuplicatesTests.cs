using Xunit.Abstractions;

namespace Equity.Matching.Tests.Duplicates;

public class NearDuplicatesTests(ITestOutputHelper output)
{
    /// <summary>Pairs that ask or tell the same.</summary>
    private static readonly (string, string)[] Same =
    [
        ("How do we pay service users for their time?", "How should service users be paid for the time they give?"),
        ("How do we pay service users for their time?", "What is the best way to reward people with lived experience who work with us?"),
        ("How do you get senior leaders to care about equity?", "How can we win our executives' support for work on equity?"),
        ("Where do we start when our ethnicity data are poor?", "Our ethnicity recording is bad: where should we begin?"),
        ("What do you do when staff say they have no time?", "How do we find time for improvement when staff are too busy?"),
        ("Ringing people two days before the visit brought more of them in.", "Phone calls two days ahead raised attendance."),
        ("Text messages did not help; nobody read them.", "Sending texts made no difference because people ignore them."),
        ("The bus fare was the real barrier.", "What kept people away was the cost of the bus."),
        ("Interpreters booked by the clinic failed to come.", "The interpreters whom the clinic had booked often did not turn up."),
        ("Ask the community first, before you design anything.", "Before designing anything, go and ask the community."),
    ];

    /// <summary>Pairs that are about the same field, and neither ask nor tell the same.</summary>
    private static readonly (string, string)[] Different =
    [
        ("How do we pay service users for their time?", "How do we find service users who want to join?"),
        ("How do we pay service users for their time?", "How do you get senior leaders to care about equity?"),
        ("Where do we start when our ethnicity data are poor?", "Which measures show that a gap between ethnic groups narrows?"),
        ("What do you do when staff say they have no time?", "What do you do when service users leave the team?"),
        ("Ringing people two days before the visit brought more of them in.", "Text messages did not help; nobody read them."),
        ("The bus fare was the real barrier.", "Interpreters booked by the clinic failed to come."),
        ("Ask the community first, before you design anything.", "Share what you learn with the community."),
        ("Letters in Urdu were read by nobody.", "A film in Urdu was watched by many."),
        ("Home visits helped older men.", "Home visits helped young mothers."),
        ("How long should a PDSA cycle last?", "How many PDSA cycles do we need?"),
    ];

    [Fact]
    public async Task What_asks_or_tells_the_same_is_liker_than_what_does_not()
    {
        using var matcher = await Model.MatcherOf([]);
        var same = await LikenessAsync(matcher, Same);
        var different = await LikenessAsync(matcher, Different);
        output.WriteLine($"same: {string.Join(' ', same.Select(one => one.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))}\ndifferent: {string.Join(' ', different.Select(one => one.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)))}");
        Assert.True(same.Count(one => one >= PeerMatcher.NearlyTheSame) >= 8, string.Join(' ', same));
        Assert.True(different.Count(one => one >= PeerMatcher.NearlyTheSame) <= 1, string.Join(' ', different));
    }

    [Fact]
    public async Task Texts_are_grouped_with_those_that_say_the_same_whatever_their_order()
    {
        using var matcher = await Model.MatcherOf([]);
        string[] texts = ["The bus fare was the real barrier.", "Home visits helped older men.", "What kept people away was the cost of the bus.", "Before designing anything, go and ask the community.", "Ask the community first, before you design anything."];
        var groups = await matcher.GroupAsync(texts);
        Assert.Equal(["0 2", "3 4"], groups.Select(group => string.Join(' ', group.Texts)));
        Assert.All(groups, group => Assert.InRange(group.Likeness, PeerMatcher.NearlyTheSame, 1));
        var backwards = await matcher.GroupAsync([.. texts.Reverse()]);
        Assert.Equal(["0 1", "2 4"], backwards.Select(group => string.Join(' ', group.Texts)));
    }

    [Fact]
    public void A_group_is_alike_throughout_and_no_chain()
    {
        // Each neighbour is alike; the ends are not.
        float[][] vectors = [Turned(0), Turned(40), Turned(80), Turned(90)];
        var groups = NearDuplicates.Of(vectors, Math.Cos(41 * Math.PI / 180), default);
        Assert.Equal(["0 1", "2 3"], groups.Select(group => string.Join(' ', group.Texts)));
        Assert.Equal(Math.Cos(40 * Math.PI / 180), groups[0].Likeness, 1e-6);

        static float[] Turned(double degrees) => [(float)Math.Cos(degrees * Math.PI / 180), (float)Math.Sin(degrees * Math.PI / 180)];
    }

    [Fact]
    public async Task Without_an_encoder_texts_are_grouped_by_their_words()
    {
        using var matcher = new PeerMatcher(null);
        var groups = await matcher.GroupAsync(["Bus fares kept people away.", "People stayed away: bus fares.", "Home visits helped older men."]);
        Assert.Equal(["0 1"], groups.Select(group => string.Join(' ', group.Texts)));
    }

    [Fact]
    public async Task What_is_stored_is_not_encoded_again_and_what_is_asked_is_not_stored()
    {
        var store = new MemoryStore();
        using var matcher = await Model.MatcherOf([], store);
        var made = await matcher.EncodeAsync(["How are DNAs counted?"]);
        await store.SaveAsync(matcher.Info.Model, made, default);
        Assert.Empty(await matcher.EncodeAsync(["How are DNAs counted?"]));
        await matcher.LikenessAsync("How do we count DNAs?", ["How are DNAs counted?", "Who pays the bus?"]);
        Assert.Single(store.Saved);
    }

    private static async Task<List<double>> LikenessAsync(PeerMatcher matcher, (string, string)[] pairs)
    {
        var all = new List<double>();
        foreach (var (one, other) in pairs)
            all.Add((await matcher.LikenessAsync(one, [other]))[0]);
        return all;
    }
}
