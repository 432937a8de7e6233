using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace Equity.Graph.Tests.Events;

/// <summary>Whatever happens at a world café, in whatever order.</summary>
public class CafeProperties(EquityHost host) : IClassFixture<EquityHost>
{
    private const int FewestTeams = 8, MostTeams = 14;

    private int gathered;

    /// <summary>Something that happens.</summary>
    public enum Step
    {
        Join,
        Leave,
        Start,
        Replan,
    }

    [Property(MaxTest = 6, Arbitrary = [typeof(Days)])]
    public async Task Rounds_that_have_begun_never_change_and_those_to_come_seat_everybody_once(Step[] day)
    {
        var name = $"Day {Interlocked.Increment(ref gathered)}";
        var gathering = await host.EventAsync(name, startsAt: "2026-11-11T08:30:00Z");
        var spare = new Queue<Row>();
        for (var i = 1; i <= MostTeams; i++)
            spare.Enqueue(await host.PublishAsync("grace", $"{name} Team {i}"));
        var coming = new Queue<Row>();
        while (coming.Count < FewestTeams)
            await JoinAsync(gathering, spare, coming);
        var (cafe, rounds) = await host.PublishCafeAsync(await host.PlanAsync(gathering));
        var begun = new List<string>();
        foreach (var step in day)
        {
            if (step == Step.Join && spare.Count > 0)
                await JoinAsync(gathering, spare, coming);
            else if (step == Step.Leave && coming.Count > FewestTeams - 2)
                await host.LeaveAsync("grace", gathering, coming.Dequeue());
            else if (step == Step.Start && begun.Count < rounds.Count)
                begun.Add((await StartedAsync(cafe, rounds[begun.Count], begun.Count)).Shown());
            else if (step == Step.Replan && begun.Count < rounds.Count)
                (cafe, rounds) = await host.PublishCafeAsync(await host.ReplanAsync(cafe));
            var seats = await host.SeatsAsync(cafe);
            Assert.Equal(begun, seats.Take(begun.Count).Select(Cafes.Shown));
            var expected = await NamesAsync(gathering);
            Assert.All(seats.Skip(begun.Count), round => Assert.Equal(expected, round.SelectMany(table => table.Teams).Order(StringComparer.Ordinal)));
            Assert.All(seats.Skip(begun.Count).SelectMany(round => round), table => Assert.Contains(table.Host, table.Teams));
        }
    }

    private async Task<List<(int Table, string Host, List<string> Teams)>> StartedAsync(string cafe, string round, int number)
    {
        await host.StartAsync(round);
        return (await host.SeatsAsync(cafe))[number];
    }

    private async Task JoinAsync(Row gathering, Queue<Row> spare, Queue<Row> coming)
    {
        await host.JoinAsync("grace", gathering, spare.Peek());
        coming.Enqueue(spare.Dequeue());
    }

    private async Task<List<string>> NamesAsync(Row gathering) =>
        [.. (await host.ReadEventAsync("lead", gathering, "teams { name }")).At("teams").EnumerateArray().Select(team => team.Text("name")).Order(StringComparer.Ordinal)];

    /// <summary>Days on which something happens.</summary>
    public static class Days
    {
        public static Arbitrary<Step[]> Steps() => Gen.Elements(Enum.GetValues<Step>()).ArrayOf(8).ToArbitrary();
    }
}
