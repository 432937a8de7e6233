using System.Numerics;

namespace Equity.Matching;

/// <summary>
/// Simulated annealing over the guests' seats, in whole numbers and with a fixed number of steps: the same everywhere. First it finds its way by
/// <see cref="Cost.Energy"/>; then, from the best seating so far, nothing that matters more than the score may get worse any more.
/// </summary>
internal sealed class Annealing(Cafe cafe, Room room, SplitMix random)
{
    /// <summary>How many steps there are for each guest and round to come. More gain little (results/cafe.md of the benchmarks).</summary>
    public const int StepsPerSeat = 100_000;

    private const int Stages = 256, FreeStages = 160;

    /// <summary>By how much a step may be worse so that one of two is made, in millionths: at the beginning of either part, and what is left of it from one stage to the next.</summary>
    private const long Hot = 2_000_000 << 8, Warm = 100_000 << 8, FreeCooling = 63_700, StrictCooling = 63_200, One = 1 << 16;

    private readonly bool sizesVary = cafe.Least < cafe.Most && cafe.Least * cafe.Hosts.Count < cafe.Teams.Count;
    private int[] best = room.Seats();
    private Cost bestCost = room.Cost;
    private bool isBest = true;

    /// <summary>The best seating that was found.</summary>
    public Room Run(int steps, CancellationToken cancel)
    {
        if (cafe.Guests.Length < 2 || cafe.Hosts.Count < 2 || cafe.Coming == 0) return room;
        var heat = Hot;
        for (var stage = 0; stage < Stages; stage++)
        {
            cancel.ThrowIfCancellationRequested();
            if (stage == FreeStages)
            {
                Return();
                heat = Warm;
            }
            for (var step = 0; step < steps / Stages; step++) Step(heat, stage >= FreeStages);
            heat = heat * (stage < FreeStages ? FreeCooling : StrictCooling) / One;
        }
        Return();
        return room;
    }

    private void Step(long heat, bool strict)
    {
        var bits = random.Next();
        var round = (int)((bits & 0xFFFF) * (ulong)cafe.Coming >> 16);
        var guest = cafe.Guests[(int)((bits >> 16 & 0xFFFFFF) * (ulong)cafe.Guests.Length >> 24)];
        var from = room.TableOf(round, guest);
        Move move;
        if (sizesVary && bits >> 62 == 0)
        {
            var to = (int)((bits >> 40 & 0x3FFFFF) * (ulong)cafe.Hosts.Count >> 22);
            if (to == from || room.Size(round, from) == cafe.Least || room.Size(round, to) == cafe.Most) return;
            move = new(round, guest, from, Cafe.None, to);
        }
        else
        {
            var other = cafe.Guests[(int)((bits >> 40 & 0x3FFFFF) * (ulong)cafe.Guests.Length >> 22)];
            var to = room.TableOf(round, other);
            if (to == from) return;
            move = new(round, guest, from, other, to);
        }
        var price = room.PriceOf(move);
        if (IsTaken(price, heat, strict)) Make(move, price);
    }

    private bool IsTaken(in Cost price, long heat, bool strict)
    {
        var worse = price.Energy;
        if (strict)
        {
            if (price.BeforeScore != 0) return price.BeforeScore < 0;
            worse = -price.Score;
        }
        return worse <= 0 || worse << 24 < heat * Halvings();
    }

    /// <summary>
    /// Near to -log2 of a random number, in 65,536ths, without a logarithm, which is not the same everywhere: exact at the powers of two, a straight line between.
    /// </summary>
    private long Halvings()
    {
        var bits = random.Next() | 1;
        var zeros = BitOperations.LeadingZeroCount(bits);
        return (zeros + 1 << 16) - (long)(bits << zeros + 1 >> 48);
    }

    private void Make(in Move move, in Cost price)
    {
        var next = room.Cost + price;
        if (next.IsBetterThan(bestCost)) (bestCost, isBest) = (next, true);
        else if (isBest)
        {
            (best, isBest) = (room.Seats(), false); // only now, as most of the best are soon bettered
        }
        room.Make(move, price);
    }

    private void Return()
    {
        if (!isBest) room = Opening.Of(cafe, best);
        isBest = true;
    }
}
