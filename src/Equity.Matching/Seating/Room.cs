namespace Equity.Matching;

/// <summary>Who sits where in the rounds to come, and what speaks against it: kept up move by move, so that a move costs by the size of two tables alone.</summary>
internal sealed class Room
{
    private readonly Cafe cafe;
    private readonly int teams;
    private readonly int tables;
    private readonly int[] tableOf; // of round and team
    private readonly int[] seated; // of round, table and place
    private readonly int[] sizes; // of round and table
    private readonly int[] places; // of round and team: where in the table's seats
    private readonly (int Stage, int Dimension)[] alike; // of round and table
    private readonly byte[] met; // of two teams, rounds that are over included
    private Cost cost;

    /// <summary>With the hosts at their tables and nobody else.</summary>
    public Room(Cafe cafe)
    {
        (this.cafe, teams, tables, met) = (cafe, cafe.Teams.Count, cafe.Hosts.Count, [.. cafe.Met]);
        (tableOf, places) = (new int[cafe.Coming * teams], new int[cafe.Coming * teams]);
        (sizes, alike, seated) = (new int[cafe.Coming * tables], new (int, int)[cafe.Coming * tables], new int[cafe.Coming * tables * cafe.Most]);
        Array.Fill(tableOf, Cafe.None);
        for (var round = 0; round < cafe.Coming; round++)
        {
            for (var table = 0; table < tables; table++) Seat(round, cafe.Hosts[table], table);
        }
    }

    /// <summary>What speaks against it, as far as the rounds to come and what they add to those that are over.</summary>
    public ref readonly Cost Cost => ref cost;

    /// <summary>At which table a team sits; <see cref="Cafe.None"/> as long as it has no seat.</summary>
    public int TableOf(int round, int team) => tableOf[round * teams + team];

    /// <summary>How many sit at a table.</summary>
    public int Size(int round, int table) => sizes[round * tables + table];

    /// <summary>Who sits at a table, in no particular order.</summary>
    public ReadOnlySpan<int> At(int round, int table) => seated.AsSpan((round * tables + table) * cafe.Most, sizes[round * tables + table]);

    /// <summary>All seats, to come back to.</summary>
    public int[] Seats() => [.. tableOf];

    /// <summary>Gives a team that has none a seat at a table that has one left.</summary>
    public void Seat(int round, int team, int table)
    {
        cost += PriceOfSeat(round, team, table);
        Come(round, table, team);
        Look(round, table);
    }

    /// <summary>What it would add to give a team that has none a seat.</summary>
    public Cost PriceOfSeat(int round, int team, int table)
    {
        var price = new Cost();
        Price(ref price, round, table, Cafe.None, team);
        PricePlace(ref price, round, team, table, 1);
        return price;
    }

    /// <summary>What a move would add.</summary>
    public Cost PriceOf(in Move move)
    {
        var price = new Cost();
        Price(ref price, move.Round, move.From, move.Guest, move.Other);
        Price(ref price, move.Round, move.To, move.Other, move.Guest);
        PricePlace(ref price, move.Round, move.Guest, move.From, -1);
        PricePlace(ref price, move.Round, move.Guest, move.To, 1);
        if (move.Other == Cafe.None) return price;
        PricePlace(ref price, move.Round, move.Other, move.To, -1);
        PricePlace(ref price, move.Round, move.Other, move.From, 1);
        return price;
    }

    /// <summary>Makes a move.</summary>
    public void Make(in Move move, in Cost price)
    {
        cost += price;
        Leave(move.Round, move.From, move.Guest);
        if (move.Other != Cafe.None)
        {
            Leave(move.Round, move.To, move.Other);
            Come(move.Round, move.From, move.Other);
        }
        Come(move.Round, move.To, move.Guest);
        Look(move.Round, move.From);
        Look(move.Round, move.To);
    }

    /// <summary>At one table somebody leaves and somebody comes, or one of these.</summary>
    private void Price(ref Cost price, int round, int table, int leaving, int coming)
    {
        var (stages, dimensions) = coming == Cafe.None ? (0u, ~0UL) : (cafe.Stages[coming], cafe.Dimensions[coming]);
        foreach (var other in At(round, table))
        {
            if (other == leaving) continue;
            if (leaving != Cafe.None) PricePart(ref price, leaving * teams + other);
            if (coming != Cafe.None) PriceMeet(ref price, coming * teams + other);
            stages |= cafe.Stages[other];
            dimensions &= cafe.Dimensions[other];
        }
        var was = alike[round * tables + table];
        price.SameStage += Single(stages) - was.Stage;
        price.SameDimension += Shared(dimensions) - was.Dimension;
    }

    private void PriceMeet(ref Cost price, int pair)
    {
        if (met[pair] > 0)
        {
            price.Repeats++;
            return;
        }
        price.Score += cafe.Scores[pair];
        if (cafe.Known[pair]) price.Known++;
    }

    private void PricePart(ref Cost price, int pair)
    {
        if (met[pair] > 1)
        {
            price.Repeats--;
            return;
        }
        price.Score -= cafe.Scores[pair];
        if (cafe.Known[pair]) price.Known--;
    }

    private void PricePlace(ref Cost price, int round, int team, int table, int times)
    {
        if (cafe.Present.Length > 0 && cafe.Present[round * teams + team] is not Cafe.None and var planned && planned != table) price.Moved += times;
        if (cafe.Hosts[table] == team) return;
        if ((round == 0 ? cafe.Before[team] : tableOf[(round - 1) * teams + team]) == table) price.Stays += times;
        if (round + 1 < cafe.Coming && tableOf[(round + 1) * teams + team] == table) price.Stays += times;
    }

    private void Look(int round, int table)
    {
        var (stages, dimensions) = (0u, ~0UL);
        foreach (var team in At(round, table)) (stages, dimensions) = (stages | cafe.Stages[team], dimensions & cafe.Dimensions[team]);
        alike[round * tables + table] = (Single(stages), Shared(dimensions));
    }

    private void Leave(int round, int table, int team)
    {
        var last = At(round, table)[^1];
        var place = places[round * teams + team];
        (seated[(round * tables + table) * cafe.Most + place], places[round * teams + last]) = (last, place);
        sizes[round * tables + table]--;
        foreach (var other in At(round, table))
        {
            met[team * teams + other]--;
            met[other * teams + team]--;
        }
    }

    private void Come(int round, int table, int team)
    {
        foreach (var other in At(round, table))
        {
            met[team * teams + other]++;
            met[other * teams + team]++;
        }
        var place = sizes[round * tables + table]++;
        (seated[(round * tables + table) * cafe.Most + place], places[round * teams + team], tableOf[round * teams + team]) = (team, place, table);
    }

    private static int Single(uint bits) => bits != 0 && (bits & bits - 1) == 0 ? 1 : 0;

    private static int Shared(ulong bits) => bits is not 0 and not ~0UL ? 1 : 0;
}
