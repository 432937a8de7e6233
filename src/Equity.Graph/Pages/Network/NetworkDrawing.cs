using System.Text;
using Equity.Graph.Pages.Pictures;

namespace Equity.Graph.Pages.Network;

/// <summary>
/// The network laid out for a picture; the same network is always drawn the same. All teams stand on one circle, those of a place side by side; around one team its
/// friends stand on a first circle and theirs on a second.
/// </summary>
internal sealed class NetworkDrawing
{
    /// <summary>How large the picture is.</summary>
    public const int Size = 760;

    /// <summary>Up to so many teams each has its name beside it; of more the places have.</summary>
    public const int MostNamed = 60;

    /// <summary>Up to so many names on a circle are written level: there is room.</summary>
    private const int MostLevel = 12;

    private const double Middle = Size / 2.0, Wide = 215, Near = 110;

    private readonly Connections connections;
    private readonly string? centre;
    private readonly Dictionary<string, (double X, double Y)> places = [];
    private readonly List<Name> names = [];

    public NetworkDrawing(Connections connections, string? centre)
    {
        (this.connections, this.centre) = (connections, centre);
        if (centre is null)
            PlaceAll();
        else
            PlaceAround(centre);
        (Friends, Proposals) = (Lines(proposed: false), Lines(proposed: true));
        Dots = string.Concat(places.Values.Select(place => $"M{Pen.At(place.X)} {Pen.At(place.Y)}h0"));
    }

    /// <summary>Lines between friends, and between those who may become friends.</summary>
    public string Friends { get; }

    public string Proposals { get; }

    /// <summary>A dot for each team.</summary>
    public string Dots { get; }

    /// <summary>How large a dot is.</summary>
    public int DotSize => connections.Teams.Count switch { > 200 => 3, > MostNamed => 6, _ => 10 };

    /// <summary>Whether lines are so many that they must be thin.</summary>
    public bool IsDense => connections.Teams.Count > 200;

    public IReadOnlyList<Name> Names => names;

    private void PlaceAll()
    {
        var teams = connections.Teams;
        var groups = teams.GroupBy(team => team.Locality ?? "").ToList();
        // A little room between places shows where one ends.
        var (room, place, isNamed) = (teams.Count + groups.Count, 0, teams.Count <= MostNamed);
        foreach (var group in groups)
        {
            var first = place;
            foreach (var team in group)
            {
                var angle = Angle(place++, room);
                places[team.Key] = At(angle, Wide);
                if (isNamed)
                    names.Add(Beside(team.Name, angle, Wide));
            }
            if (!isNamed && (place - first) * 360.0 / room >= 4)
                names.Add(Beside($"{(group.Key.Length == 0 ? "Place not said" : group.Key)} ({place - first})", Angle((first + place - 1) / 2.0, room), Wide));
            place++;
        }
    }

    private void PlaceAround(string team)
    {
        var steps = connections.Steps(team);
        places[team] = (Middle, Middle);
        var first = connections.Teams.Where(each => steps[each.Key] == 1).Select(each => each.Key).ToList();
        foreach (var (place, key) in first.Index())
            Put(key, Angle(place, first.Count), Near, first.Count);
        // Those behind a friend stand in the order of their friends, so that few lines cross.
        var second = first.SelectMany(key => connections.Friends[key].Select(friend => friend.Other)).Where(key => steps[key] == 2).Distinct().ToList();
        foreach (var (place, key) in second.Index())
            Put(key, Angle(place, second.Count), Wide, second.Count);
        names.Add(new Name(Words.Start(NameOf(team), 24), Middle, Middle - 14, 0, "middle", true));
    }

    private void Put(string key, double angle, double radius, int beside)
    {
        places[key] = At(angle, radius);
        if (connections.Teams.Count <= MostNamed)
            names.Add(beside > MostLevel ? Beside(NameOf(key), angle, radius) : Beside(NameOf(key), angle, radius) with { Turn = 0 });
    }

    private string NameOf(string key) => connections.Teams.First(team => team.Key == key).Name;

    /// <summary>Lines as one path: straight around one team, bent to the middle on the one circle.</summary>
    private string Lines(bool proposed)
    {
        var path = new StringBuilder();
        foreach (var pair in connections.Pairs.Where(pair => pair.Proposed == proposed))
        {
            var (from, to) = (places[pair.From], places[pair.To]);
            var (x, y) = (((from.X + to.X) / 2 * .35) + (Middle * .65), ((from.Y + to.Y) / 2 * .35) + (Middle * .65));
            path.Append('M').Append(Pen.At(from.X)).Append(' ').Append(Pen.At(from.Y)).Append(centre is null ? $"Q{Pen.At(x)} {Pen.At(y)} " : "L").Append(Pen.At(to.X)).Append(' ').Append(Pen.At(to.Y));
        }
        return path.ToString();
    }

    /// <summary>Round the circle from its right side, in degrees from −90 to 270.</summary>
    private static double Angle(double place, int places) => (((360.0 * place / Math.Max(1, places)) + 90) % 360) - 90;

    private static (double X, double Y) At(double angle, double radius) => (Middle + (radius * Math.Cos(angle * Math.PI / 180)), Middle + (radius * Math.Sin(angle * Math.PI / 180)));

    /// <summary>A name that points away from the middle, never upside down.</summary>
    private static Name Beside(string text, double angle, double radius)
    {
        var (x, y) = At(angle, radius + 10);
        var isLeft = angle is > 90 and < 270;
        return new Name(Words.Start(text, 20), x, y, isLeft ? angle - 180 : angle, isLeft ? "end" : "start", false);
    }

    /// <summary>A name in the picture.</summary>
    /// <param name="Text">The name.</param>
    /// <param name="X">Where it begins or ends.</param>
    /// <param name="Y">Where its middle line is.</param>
    /// <param name="Turn">How far it is turned, in degrees.</param>
    /// <param name="Anchor">start, middle or end.</param>
    /// <param name="IsCentre">Whether the picture is about it.</param>
    internal sealed record Name(string Text, double X, double Y, double Turn, string Anchor, bool IsCentre);
}
