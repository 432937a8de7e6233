using FsCheck.Xunit;

namespace Equity.Matching.Tests;

public class RoomTests
{
    [Property(MaxTest = 100)]
    public void The_price_of_a_move_is_what_a_recount_gives(int seed)
    {
        var order = seed % 2 == 0 ? MadeUpCafe.Small(seed) : MadeUpCafe.Changed(seed);
        var (cafe, random, start) = (new Cafe(order, MadeUpCafe.Score), new Random(seed), new SplitMix(1));
        var room = Opening.Of(cafe, ref start);
        Assert.Equal(ObviousCafe.CostOf(order, Rounds(cafe, room)), room.Cost);
        for (var i = 0; i < 20 && cafe.Guests.Length > 0; i++)
        {
            var (round, guest, other) = (random.Next(cafe.Coming), cafe.Guests[random.Next(cafe.Guests.Length)], cafe.Guests[random.Next(cafe.Guests.Length)]);
            var (from, to) = (room.TableOf(round, guest), room.TableOf(round, other));
            if (from == to) continue;
            var move = new Move(round, guest, from, random.Next(3) == 0 && room.Size(round, to) < cafe.Most ? Cafe.None : other, to);
            room.Make(move, room.PriceOf(move));
            Assert.Equal(ObviousCafe.CostOf(order, Rounds(cafe, room)), room.Cost);
        }
    }

    [Fact]
    public void What_matters_more_is_compared_first()
    {
        Cost[] better = [new() { Repeats = 9 }, new() { Stays = 9 }, new() { Known = 9 }, new() { SameStage = 9 }, new() { SameDimension = 9 }, new()];
        Cost[] worse = [new() { Moved = 1 }, new() { Repeats = 1, Score = 99_000_000 }, new() { Stays = 1 }, new() { Known = 1 }, new() { SameStage = 1 }, new() { SameDimension = 1, Score = 99_000_000 }];
        Assert.All(better.Zip(worse), pair => Assert.True(pair.First.IsBetterThan(pair.Second) && !pair.Second.IsBetterThan(pair.First)));
        Assert.True(new Cost { Score = 2 }.IsBetterThan(new() { Score = 1 }));
    }

    private static IReadOnlyList<IReadOnlyList<SeatedTable>> Rounds(Cafe cafe, Room room) =>
        [.. Enumerable.Range(0, cafe.Coming).Select(round => WorldCafes.Tables(cafe, room, round))];
}
