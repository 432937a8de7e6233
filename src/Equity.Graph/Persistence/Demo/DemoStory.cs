using System.Text.Json;
using System.Text.Json.Serialization;
using Equity.Graph.Events.Demo;
using Equity.Graph.Friendships.Demo;
using Equity.Graph.Ideas.Demo;
using Equity.Graph.Learning.Spread.Demo;
using Equity.Graph.Measures.Demo;
using Equity.Graph.Resources.Demo;

namespace Equity.Graph.Persistence.Demo;

/// <summary>What has happened between the teams of the demo community. Days are counted from the first start: the demo never grows old.</summary>
/// <param name="People">The names of those who vote and thank: personas, and others whom nobody can sign in as.</param>
/// <param name="Friendships">What teams asked each other, and what became of it.</param>
/// <param name="Past">A gathering that is over.</param>
/// <param name="Coming">A gathering that can be joined.</param>
/// <param name="Cafe">The world café of the past gathering.</param>
/// <param name="Harvest">What was heard at its tables.</param>
/// <param name="Panel">What its panel was asked.</param>
/// <param name="Video">A message that was shown there.</param>
/// <param name="Adoptions">Who tries what another team has learnt.</param>
/// <param name="Thanks">How many people thanked for what.</param>
/// <param name="Ideas">What a team tries in small cycles.</param>
internal sealed record DemoStory(
    IReadOnlyList<string> People, IReadOnlyList<DemoFriendship> Friendships, DemoGathering Past, DemoGathering Coming, DemoCafe Cafe, IReadOnlyList<DemoNote> Harvest,
    IReadOnlyList<DemoQuestion> Panel, DemoVideo Video, IReadOnlyList<DemoAdoption> Adoptions, IReadOnlyList<DemoThanks> Thanks, IReadOnlyList<DemoIdea> Ideas)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) } };

    /// <summary>What teams measure.</summary>
    public IReadOnlyList<DemoMeasure> Measures { get; init; } = [];

    /// <summary>The keys of all teams that it tells of.</summary>
    public IReadOnlyList<string> Teams =>
        [.. Friendships.SelectMany(each => new[] { each.From, each.To }).Concat(Past.Teams).Concat(Coming.Teams).Concat(Adoptions.SelectMany(each => new[] { each.Team, each.Of })).Concat(Ideas.Select(each => each.Team)).Concat(Measures.Select(each => each.Team)).Distinct()];

    /// <summary>The story, from the file that comes with the program.</summary>
    public static DemoStory Read()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Demo", "gatherings.json"));
        return JsonSerializer.Deserialize<DemoStory>(file, Json)! with { Measures = DemoMeasures.Read() };
    }
}
