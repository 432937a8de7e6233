namespace Equity.Matching;

/// <summary>
/// The seating that the search begins with: by the plan so far, with as few seats changed as its hosts and the size of tables allow; everybody else goes
/// one after another where it costs least.
/// </summary>
internal static class Opening
{
    /// <summary>Everybody seated, in every round to come.</summary>
    public static Room Of(Cafe cafe, ref SplitMix random)
    {
        var room = new Room(cafe);
        for (var round = 0; round < cafe.Coming; round++)
        {
            SeatAsPlanned(cafe, room, round);
            foreach (var team in Shuffled(cafe.Guests, ref random)) SeatWell(cafe, room, round, team);
            while (SmallestTable(cafe, room, round) is var table && room.Size(round, table) < cafe.Least) Fill(cafe, room, round, table);
        }
        return room;
    }

    /// <summary>Back to seats that a room had.</summary>
    public static Room Of(Cafe cafe, int[] seats)
    {
        var room = new Room(cafe);
        for (var round = 0; round < cafe.Coming; round++)
        {
            foreach (var team in cafe.Guests) room.Seat(round, team, seats[round * cafe.Teams.Count + team]);
        }
        return room;
    }

    private static void SeatAsPlanned(Cafe cafe, Room room, int round)
    {
        if (cafe.Present.Length == 0) return;
        foreach (var team in cafe.Guests)
        {
            var table = cafe.Present[round * cafe.Teams.Count + team];
            if (table >= 0 && table < cafe.Hosts.Count && room.Size(round, table) < cafe.Most) room.Seat(round, team, table);
        }
    }

    /// <summary>Where it costs least, but tables that would stay too small come first while there are no more teams than they need.</summary>
    private static void SeatWell(Cafe cafe, Room room, int round, int team)
    {
        if (room.TableOf(round, team) != Cafe.None) return;
        var tables = Enumerable.Range(0, cafe.Hosts.Count).ToList();
        var needed = tables.Sum(table => Math.Max(0, cafe.Least - room.Size(round, table)));
        var most = needed >= cafe.Guests.Count(guest => room.TableOf(round, guest) == Cafe.None) ? cafe.Least : cafe.Most;
        room.Seat(round, team, tables.Where(table => room.Size(round, table) < most).MinBy(table => room.PriceOfSeat(round, team, table).Energy));
    }

    /// <summary>Somebody comes over from the largest table.</summary>
    private static void Fill(Cafe cafe, Room room, int round, int table)
    {
        var from = Enumerable.Range(0, cafe.Hosts.Count).MaxBy(other => room.Size(round, other));
        var moves = room.At(round, from).ToArray().Where(team => team != cafe.Hosts[from]).Order().Select(team => new Move(round, team, from, Cafe.None, table));
        var best = moves.MinBy(move => room.PriceOf(move).Energy);
        room.Make(best, room.PriceOf(best));
    }

    private static int SmallestTable(Cafe cafe, Room room, int round) => Enumerable.Range(0, cafe.Hosts.Count).MinBy(table => room.Size(round, table));

    private static int[] Shuffled(int[] teams, ref SplitMix random)
    {
        int[] all = [.. teams];
        for (var i = all.Length - 1; i > 0; i--)
        {
            var other = (int)(random.Next() % (ulong)(i + 1));
            (all[i], all[other]) = (all[other], all[i]);
        }
        return all;
    }
}
