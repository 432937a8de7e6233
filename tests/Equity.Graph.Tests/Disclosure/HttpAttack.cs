using Equity.Graph.Disclosure;
using Equity.Graph.Measures;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>
/// Asks over HTTP whatever a reader can ask about measures. Charts, gaps, sentences and pictures must follow from the figures that the same reader sees: worked out
/// again from these they are the same to the last digit, so they tell nothing more. What does not follow is a finding. From the figures, and from rates that do not
/// follow from them, it works out what is hidden.
/// </summary>
internal sealed class HttpAttack(EquityHost host, params IReadOnlyList<IFigureDoor> doors)
{
    /// <summary>All ways there are.</summary>
    public static readonly IReadOnlyList<IFigureDoor> Doors = [new PointsDoor(), new ChartDoor(), new GapDoor(), new PictureDoor(), new ReportDoor()];

    /// <summary>How many questions were asked.</summary>
    public int Questions { get; private set; }

    /// <summary>How many figures' tables were attacked by <see cref="Leaks"/>.</summary>
    public int Tables { get; private set; }

    /// <summary>How many counts were hidden in them.</summary>
    public int Hidden { get; private set; }

    /// <summary>The fewest numbers that one of them could be, up to seven; those alone that could be nothing but 0 are left out, as there is nobody behind them.</summary>
    public int Fewest { get; private set; } = DisclosureRules.HiddenUpTo;

    /// <summary>What one reader saw that cannot be if all is made of what was released.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>Asks everything about a measure and keeps what was seen.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="persona">As whom.</param>
    /// <param name="frozen">Whether nothing was released since the last time.</param>
    /// <param name="thorough">As with a door.</param>
    public async Task LookAsync(AttackedMeasure measure, string persona, bool frozen, bool thorough)
    {
        var (figures, rates) = await AskAsync(measure, persona, thorough);
        if (frozen && measure.Seen.Count > 0 && !figures.SequenceEqual(measure.Seen[^1].Figures))
            Findings.Add($"{measure.Public.Name} changed between two releases");
        measure.Seen.Add(new Sight(figures, rates, measure.Recorded.Keys.ToDictionary(date => date, measure.Truth), frozen));
    }

    /// <summary>Asks as somebody else, who must see the same as was seen last.</summary>
    public async Task CompareAsync(AttackedMeasure measure, string persona)
    {
        var (figures, _) = await AskAsync(measure, persona, thorough: false);
        if (!figures.SequenceEqual(measure.Seen[^1].Figures))
            Findings.Add($"{measure.Public.Name} is not the same to {persona}");
    }

    /// <summary>The hidden counts of a measure that are found out, by all that was seen of it.</summary>
    public IReadOnlyList<Leak> Leaks(AttackedMeasure measure)
    {
        var leaks = new List<Leak>();
        foreach (var date in measure.Seen.SelectMany(sight => sight.Figures).Select(figure => figure.Date).Distinct().Order())
        {
            var sights = measure.Seen.Where(sight => sight.Figures.Any(figure => figure.Date == date)).Select(sight => new DatedSight(measure, date, sight)).ToList();
            // What stayed as it was between two releases says nothing.
            sights = [.. sights.Where((sight, at) => at == 0 || !sight.Frozen || !sight.SameAs(sights[at - 1]))];
            var (facts, truth) = DatedSight.Facts(sights);
            Assert.True(facts.Hold(truth));
            leaks.AddRange(DisclosureAttack.Leaks(facts));
            Fewest = facts.Counts.Index().Where(count => count.Item.Hidden).Select(count => DisclosureAttack.Values(facts, count.Index, most: Fewest)).Where(values => values is not [0])
                .Select(values => values.Count).Append(Fewest).Min();
            Tables += sights.Count;
            Hidden += facts.Counts.Count(count => count.Hidden);
        }
        return leaks;
    }

    private async Task<(IReadOnlyList<Figure> Figures, IReadOnlyList<SeenRate> Rates)> AskAsync(AttackedMeasure measure, string persona, bool thorough)
    {
        var seen = await host.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Measure {{ points {PointsDoor.Selection} }} }} }}", new { id = measure.Id }, persona);
        IReadOnlyList<Figure> figures = [.. seen.At("node", "points").EnumerateArray().Select(point => PointsDoor.Read(point, measure))];
        var rates = new List<SeenRate>();
        foreach (var door in doors)
        {
            var answers = await door.AskAsync(host, persona, measure, thorough);
            Questions += answers.Count;
            foreach (var answer in answers.Where(answer => !answer.Follows(figures)))
            {
                Findings.Add($"{measure.Public.Name}: {answer.Question} does not follow from its figures");
                rates.AddRange(answer.Rates(answer.Given));
            }
        }
        return (figures, [.. rates.Distinct()]);
    }
}
