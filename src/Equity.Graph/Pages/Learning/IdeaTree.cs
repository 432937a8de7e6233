namespace Equity.Graph.Pages.Learning;

/// <summary>Where an idea came from and where it went, laid out from left to right: a column for each step, in it the stops in the order of those that they came from.</summary>
internal sealed class IdeaTree
{
    /// <summary>How wide a stop is, and how high, and how far they are apart.</summary>
    public const int Width = 210, Height = 52, Across = 270, Down = 68;

    private readonly Dictionary<string, Stop> stops = [];
    private readonly List<(Stop From, Stop To)> ways = [];

    public IdeaTree(LearningPiece piece)
    {
        Add(piece.Id, piece.Id, 0, piece.Team.Name, piece.Title);
        foreach (var step in piece.CameFrom)
        {
            var source = step.Adoption.Learning;
            Join(Add(source.Id, source.Id, -step.Steps, source.Team.Name, source.Title), step.Adoption.LedTo?.Id);
        }
        foreach (var step in piece.WentTo)
        {
            var adoption = step.Adoption;
            var stop = adoption.LedTo is { } led ? Add(led.Id, led.Id, step.Steps, adoption.Team.Name, led.Title) : Add(adoption.Id, null, step.Steps, adoption.Team.Name, Outcomes.Short(adoption.Outcome));
            if (stops.TryGetValue(adoption.Learning.Id, out var before))
                ways.Add((before, stop));
        }
        Place();
    }

    /// <summary>Where teams took it up.</summary>
    public IReadOnlyCollection<Stop> Stops => stops.Values;

    /// <summary>From which to which.</summary>
    public IReadOnlyList<(Stop From, Stop To)> Ways => ways;

    public int PictureWidth { get; private set; }

    public int PictureHeight { get; private set; }

    private Stop Add(string key, string? learning, int column, string team, string says) =>
        stops.TryGetValue(key, out var known) ? known : stops[key] = new Stop { Learning = learning, Column = column, Team = team, Says = says, IsThis = column == 0 };

    private void Join(Stop from, string? to)
    {
        if (to is not null && stops.TryGetValue(to, out var after))
            ways.Add((from, after));
    }

    private void Place()
    {
        var columns = stops.Values.GroupBy(stop => stop.Column).OrderBy(column => column.Key).ToList();
        var (first, most) = (columns[0].Key, columns.Max(column => column.Count()));
        foreach (var column in columns)
        {
            var top = (most - column.Count()) * Down / 2;
            foreach (var (row, stop) in column.Index())
                (stop.X, stop.Y) = ((stop.Column - first) * Across, top + (row * Down));
        }
        (PictureWidth, PictureHeight) = (((columns[^1].Key - first) * Across) + Width, ((most - 1) * Down) + Height);
    }

    /// <summary>A team that took the idea up.</summary>
    internal sealed class Stop
    {
        /// <summary>What it learnt, by its id; null where it tries what another learnt.</summary>
        public string? Learning { get; init; }

        public int Column { get; init; }

        public required string Team { get; init; }

        /// <summary>What it learnt, or what became of it.</summary>
        public required string Says { get; init; }

        public bool IsThis { get; init; }

        public int X { get; set; }

        public int Y { get; set; }
    }
}
