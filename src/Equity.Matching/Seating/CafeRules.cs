namespace Equity.Matching;

/// <summary>What an order may ask for.</summary>
internal static class CafeRules
{
    public const int MostTeams = 300, MostRounds = 8, MostAtATable = 12, MostDimensions = 64, LastStage = 5;

    /// <exception cref="ArgumentException">The order contradicts itself, or is too large.</exception>
    public static void Check(CafeOrder order)
    {
        Range(order.Teams.Count, 1, MostTeams, "teams");
        Range(order.Rounds, 1, MostRounds, "rounds");
        Range(order.Most, HostedTables.Fewest, MostAtATable, "at a table at most");
        Range(order.Least, HostedTables.Fewest, order.Most, "at a table at least");
        Range(order.Past.Count, 0, order.Rounds, "rounds that are over");
        Range(order.Teams.SelectMany(team => team.Dimensions).Distinct().Count(), 0, MostDimensions, "dimensions");
        if (order.Present.Count != 0) Range(order.Present.Count, order.Rounds - order.Past.Count, order.Rounds - order.Past.Count, "rounds that are planned");
        foreach (var team in order.Teams) Range(team.Stage, 0, LastStage, "is a stage");
        if (order.Teams.DistinctBy(team => team.Id).Count() != order.Teams.Count) throw new ArgumentException("A team comes twice.", nameof(order));
        foreach (var round in order.Past.Concat(order.Present))
        {
            var seated = round.SelectMany(table => table.Teams).ToList();
            if (seated.Distinct().Count() != seated.Count) throw new ArgumentException("A team sits at two tables in a round.", nameof(order));
            if (round.Any(table => !table.Teams.Contains(table.Host))) throw new ArgumentException("A host does not sit at its table.", nameof(order));
            if (round.DistinctBy(table => table.Number).Count() != round.Count) throw new ArgumentException("Two tables of a round have one number.", nameof(order));
        }
    }

    private static void Range(int value, int least, int most, string what)
    {
        if (value < least || value > most) throw new ArgumentException($"{value} {what}: it can be {least} to {most}.");
    }
}
