using System.Text.Json;
using Equity.Graph.Auth;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Programmes;
using Equity.Graph.Rules;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using FsCheck.Xunit;

namespace Equity.Graph.Tests.Persistence.Exchange;

/// <summary>Export, import into an empty folder, export again: the same bytes.</summary>
public class RoundTripTests
{
    private const string Everything = """
        {"kind":"programme","key":"pe","name":"Pursuing Equity","sharedAim":"Halve the gap","phases":[{"number":1},{"number":2,"name":"Two","sharedAim":"By May"}]}
        {"key":"all","name":"All fields","organisation":"Saltway Trust","service":"Talking therapies","locality":"Northgate","programme":"Pursuing Equity","phase":2,"stage":"TESTING","involvement":"LITTLE_I","coProduction":"CO_DESIGN","coProductionPlan":"By May","progressScore":2.5,"coachScore":4,"friendCapacity":0,"pausedUntil":"2027-01-31","createdAt":"2025-03-01T10:00:00.1234567Z","aim":"27 % → 18 % “by” May","summary":"One.\n\nTwo: <b>&amp;</b> 'x' \"y\" \\ 😀 é","members":[{"key":"carer","role":"CARER","name":"Zoë Example","nameFor":"COMMUNITY"},{"key":"other","role":"OTHER","nameFor":"NOBODY"}],"inequities":[{"key":"buses","title":"No bus","dimension":"GEOGRAPHY","population":"Villagers","kind":"ACCESS","evidence":"41 %","core20Plus5":["CORE20","CHILD_ASTHMA"],"status":"CLOSED","createdAt":"2025-03-02T10:00:00Z"}],"asks":[{"key":"vans","text":"Who has a van?","status":"CLOSED","createdAt":"2025-03-03T10:00:00Z"}],"offers":[{"key":"tea","text":"Tea","available":false,"createdAt":"2025-03-04T10:00:00.5Z"}],"learning":[{"key":"walk","kind":"DID_NOT_WORK","title":"They walk","body":"Two miles.","inequity":"buses","sharedAt":"2025-03-05T10:00:00Z"}]}
        {"key":"bare","name":"Bare","service":"Dental","stage":"FORMING","friendCapacity":3,"createdAt":"2025-03-01T10:00:00Z"}

        """;

    [Fact]
    public async Task What_has_every_field_comes_back_as_it_was()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(Everything);
        Assert.Equal(Parsed(Everything), Parsed(await exchange.ExportAsync()));
        Assert.Equal(await exchange.ExportAsync(), await AgainAsync(await exchange.ExportAsync()));
    }

    [Fact]
    public async Task The_demo_community_comes_back_as_it_was()
    {
        using var exchange = await Exchange.StartAsync();
        await exchange.StoreAsync(await File.ReadAllTextAsync(Repository.Path("src", "Equity.Graph", "Persistence", "Demo", "community.jsonl")));
        var exported = await exchange.ExportAsync();
        Assert.Equal(179, exported.Count(letter => letter == '\n'));
        Assert.Equal(exported, await AgainAsync(exported));
        var again = await exchange.StoreAsync(exported);
        Assert.Equal((48, 0), (again.Counts.TeamsUnchanged, again.Remarks.Count));
    }

    [Property(MaxTest = 20)]
    public async Task Whatever_a_database_may_hold_comes_back_as_it_was(int seed, string[] words)
    {
        using var exchange = await Exchange.StartAsync();
        await using (var db = await exchange.Contexts.OpenAsync(Viewer.System))
        {
            db.AddRange(new RandomCommunity(seed, words).Teams());
            await db.SaveChangesAsync();
        }
        var exported = await exchange.ExportAsync();
        Assert.Equal(exported, await AgainAsync(exported));
    }

    private static async Task<string> AgainAsync(string exported)
    {
        using var empty = await Exchange.StartAsync();
        await empty.StoreAsync(exported);
        return await empty.ExportAsync();
    }

    private static IEnumerable<string> Parsed(string lines) =>
        lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Serialize(JsonDocument.Parse(line).RootElement));

    /// <summary>Teams with any words, any of their fields set or not; programmes and organisations that share names.</summary>
    private sealed class RandomCommunity(int seed, string[] words)
    {
        private readonly Random random = new(seed);
        private readonly List<string> words = [.. words.Select(TextRule.Clean).OfType<string>().Where(word => InequityRules.Title.Problem(word) is null && word.Length <= 200), "Tea", "No bus", "Über\nall", "😀"];

        public List<Team> Teams()
        {
            var programmes = Programmes();
            var organisations = Keys(3).Select(key => new Organisation { Key = key, Name = Word() }).ToList();
            return [.. Keys(random.Next(1, 6)).Select(key => NewTeam(key, programmes, organisations))];
        }

        private List<Programme> Programmes() => [.. Keys(3).Select(key =>
        {
            var programme = new Programme { Key = key, Name = Word(), SharedAim = Maybe(Word()) };
            programme.Phases.AddRange(Enumerable.Range(1, random.Next(3)).Select(n => new ProgrammePhase { Number = n, Name = Maybe(Word()), SharedAim = Maybe(Word()) }));
            return programme;
        })];

        private Team NewTeam(string key, List<Programme> programmes, List<Organisation> organisations)
        {
            var team = new Team
            {
                Key = key,
                Name = Word(),
                Service = Word(),
                Locality = Maybe(Word()),
                Stage = Any<Stage>(),
                Organisation = Maybe(One(organisations)),
                Programme = Maybe(One(programmes)),
                Phase = MaybeValue(random.Next(1, 5)),
                ProgressScore = MaybeValue(random.Next(1, 11) / 2.0),
                CoachScore = MaybeValue(random.Next(1, 11) / 2.0),
                Involvement = MaybeValue(Any<Involvement>()),
                CoProduction = MaybeValue(Any<CoProductionRung>()),
                CoProductionPlan = Maybe(Word()),
                Aim = Maybe(Word()),
                Summary = Maybe(Word()),
                FriendCapacity = random.Next(11),
                PausedUntil = MaybeValue(DateOnly.FromDayNumber(random.Next(700_000, 800_000))),
                CreatedAt = Instant(),
                PublishedAt = Instant(),
            };
            team.Members.AddRange(Keys(random.Next(3)).Select(k => new TeamMember { Key = k, Role = Any<TeamRole>(), Name = Maybe(Word()), NameFor = Any<NameFor>() }));
            team.Inequities.AddRange(Keys(random.Next(3)).Select(NewInequity));
            team.Asks.AddRange(Keys(random.Next(3)).Select(k => new Ask { Key = k, Text = Word(), Status = Any<AskStatus>(), CreatedAt = Instant() }));
            team.Offers.AddRange(Keys(random.Next(3)).Select(k => new Offer { Key = k, Text = Word(), Available = random.Next(2) == 0, CreatedAt = Instant() }));
            team.Learning.AddRange(Keys(random.Next(3)).Select(k => new SharedLearning
            {
                Key = k,
                Kind = Any<LearningKind>(),
                Title = Word(),
                Body = Word(),
                SharedAt = Instant(),
                Inequity = team.Inequities.Count > 0 ? Maybe(One(team.Inequities)) : null,
            }));
            return team;
        }

        private Inequity NewInequity(string key) => new()
        {
            Key = key,
            Title = Word(),
            Dimension = Any<InequityDimension>(),
            Population = Word(),
            Kind = MaybeValue(Any<InequityKind>()),
            Evidence = Maybe(Word()),
            Core20Plus5 = [.. Enumerable.Range(0, random.Next(4)).Select(_ => Any<Core20Plus5>())],
            Status = Any<InequityStatus>(),
            CreatedAt = Instant(),
        };

        private IEnumerable<string> Keys(int count)
        {
            var taken = new HashSet<string>();
            return [.. Enumerable.Range(0, count).Select(_ => Key.From(Word(), taken))];
        }

        private string Word() => One(words);

        private DateTime Instant() => new(random.NextInt64(630_000_000_000_000_000, 650_000_000_000_000_000), DateTimeKind.Utc);

        private T One<T>(List<T> all) => all[random.Next(all.Count)];

        private T Any<T>() where T : struct, Enum => One(Enum.GetValues<T>().ToList());

        private T? Maybe<T>(T value) where T : class => random.Next(2) == 0 ? value : null;

        private T? MaybeValue<T>(T value) where T : struct => random.Next(2) == 0 ? value : null;
    }
}
