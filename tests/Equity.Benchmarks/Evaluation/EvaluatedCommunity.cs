using System.Text.Json;
using Equity.Matching;

namespace Equity.Benchmarks.Evaluation;

/// <summary>A community as the matcher is told of it, from JSON Lines of the form that the server imports. Ids are places in the file, from 1.</summary>
internal sealed class EvaluatedCommunity
{
    private static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web);

    private readonly Dictionary<string, int> ids;

    private EvaluatedCommunity(IReadOnlyList<Team> teams)
    {
        var row = 0;
        Profiles = [.. teams.Select((team, i) => Profile(team, i + 1, ref row))];
        ids = teams.Index().ToDictionary(team => team.Item.Key, team => team.Index + 1, StringComparer.Ordinal);
        Keys = ["", .. teams.Select(team => team.Key)];
    }

    /// <summary>Reads the lines of teams; others, such as programmes, are skipped.</summary>
    public static EvaluatedCommunity Read(string path) =>
        new([.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<Team>(line, Lines)!).Where(team => team.Kind is null or "team")]);

    public IReadOnlyList<TeamProfile> Profiles { get; }

    /// <summary>The team's key by its id.</summary>
    public IReadOnlyList<string> Keys { get; }

    public TeamProfile this[int id] => Profiles[id - 1];

    /// <exception cref="InvalidDataException">No such team.</exception>
    public int Id(string key) => ids.TryGetValue(key, out var id) ? id : throw new InvalidDataException($"The judgements name the team {key}, which the community does not have.");

    /// <summary>The row of an ask or an offer.</summary>
    /// <exception cref="InvalidDataException">The team wrote no such text.</exception>
    public int Row(string key, ProfileField field, string text) => this[Id(key)].Texts.FirstOrDefault(t => t.Field == field && t.Text == text)?.Source
        ?? throw new InvalidDataException($"{key} has no {field} “{text}”.");

    private static TeamProfile Profile(Team team, int id, ref int row)
    {
        var dimensions = new Dictionary<int, string>();
        var texts = new List<ProfileText>
        {
            new(ProfileField.Name, id, team.Name ?? ""), new(ProfileField.Service, id, team.Service ?? ""), new(ProfileField.Locality, id, team.Locality ?? ""),
            new(ProfileField.Aim, id, team.Aim ?? ""), new(ProfileField.Summary, id, team.Summary ?? ""),
        };
        foreach (var inequity in team.Inequities ?? [])
        {
            row++;
            if (inequity.Dimension is { } dimension) dimensions.Add(row, dimension);
            texts.Add(new(ProfileField.InequityTitle, row, inequity.Title ?? ""));
            texts.Add(new(ProfileField.Population, row, inequity.Population ?? ""));
            texts.Add(new(ProfileField.Evidence, row, inequity.Evidence ?? ""));
        }
        foreach (var ask in (team.Asks ?? []).Where(IsOpen)) texts.Add(new(ProfileField.Ask, ++row, ask.ValueKind == JsonValueKind.String ? ask.GetString()! : ask.GetProperty("text").GetString()!));
        foreach (var offer in team.Offers ?? []) texts.Add(new(ProfileField.Offer, ++row, offer));
        foreach (var learning in team.Learning ?? [])
        {
            texts.Add(new(ProfileField.LearningTitle, ++row, learning.Title ?? ""));
            texts.Add(new(ProfileField.LearningBody, row, learning.Body ?? ""));
        }
        return new(id, Math.Max(0, Array.IndexOf(Stages, team.Stage)), texts) { Dimensions = dimensions };
    }

    /// <summary>An ask is a text, or an object that may say what became of it; the matcher is told of those for which help is wanted.</summary>
    private static bool IsOpen(JsonElement ask) => ask.ValueKind == JsonValueKind.String || !ask.TryGetProperty("status", out var status) || status.GetString() == "OPEN";

    private static readonly string[] Stages = ["FORMING", "UNDERSTANDING", "DESIGNING", "TESTING", "IMPLEMENTING", "SHARING"];

    private sealed record Team(
        string? Kind, string Key, string? Name, string? Service, string? Locality, string? Stage, string? Aim, string? Summary,
        Inequity[]? Inequities, JsonElement[]? Asks, string[]? Offers, Learnt[]? Learning);

    private sealed record Inequity(string? Title, string? Population, string? Evidence, string? Dimension);

    private sealed record Learnt(string? Title, string? Body);
}
