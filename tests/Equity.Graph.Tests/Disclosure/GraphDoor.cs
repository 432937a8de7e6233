using System.Text.Json;
using Equity.Graph.Measures;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>Fields of a measure in the graph, hundreds in one operation.</summary>
internal abstract class GraphDoor : IFigureDoor
{
    /// <summary>How many fields are asked for at once.</summary>
    private const int AtOnce = 100;

    /// <summary>What to ask for: a field with its arguments and its selection, what follows from figures, and the rates in an answer.</summary>
    protected abstract IEnumerable<(string Field, Func<IReadOnlyList<Figure>, object?> OfFigures, Func<JsonElement, IEnumerable<SeenRate>> Rates)> Fields(AttackedMeasure measure, bool thorough);

    public async Task<IReadOnlyList<Answer>> AskAsync(EquityHost host, string persona, AttackedMeasure measure, bool thorough)
    {
        var answers = new List<Answer>();
        foreach (var some in Fields(measure, thorough).Chunk(AtOnce))
        {
            var fields = string.Join('\n', some.Select((ask, number) => $"a{number}: {ask.Field}"));
            var node = (await host.DataAsync($"query($id: ID!) {{ node(id: $id) {{ ... on Measure {{\n{fields}\n}} }} }}", new { id = measure.Id }, persona)).At("node");
            answers.AddRange(some.Select((ask, number) => new Answer(ask.Field, node.GetProperty($"a{number}"), ask.OfFigures, ask.Rates)));
        }
        return answers;
    }

    /// <summary>Arguments as they are written; those that are null are left out.</summary>
    protected static string Arguments(params (string Name, string? Written)[] arguments) =>
        string.Join(", ", arguments.Where(argument => argument.Written is not null).Select(argument => $"{argument.Name}: {argument.Written}")) is { Length: > 0 } written ? $"({written})" : "";

    protected static string? Written(string? text) => text is null ? null : $"\"{text}\"";

    protected static string? Written(DateOnly? day) => day is { } date ? $"\"{date:yyyy-MM-dd}\"" : null;
}
