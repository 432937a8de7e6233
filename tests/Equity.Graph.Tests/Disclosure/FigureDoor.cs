using System.Text.Json;
using Equity.Graph.Measures;

namespace Equity.Graph.Tests.Disclosure;

/// <summary>A way by which figures of measures come out. Another one is attacked by being in the list of those that an attack goes through.</summary>
internal interface IFigureDoor
{
    /// <summary>Asks it about a measure.</summary>
    /// <param name="host">The server.</param>
    /// <param name="persona">As whom.</param>
    /// <param name="measure">About which measure.</param>
    /// <param name="thorough">Everything that can be asked; otherwise some of each kind.</param>
    Task<IReadOnlyList<Answer>> AskAsync(EquityHost host, string persona, AttackedMeasure measure, bool thorough);
}

/// <summary>What came out.</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Given">What was answered.</param>
/// <param name="OfFigures">What must be answered to somebody who sees these figures, if it is made of them and of nothing else.</param>
/// <param name="Rates">The rates that can be read off the answer.</param>
internal sealed record Answer(string Question, JsonElement Given, Func<IReadOnlyList<Figure>, object?> OfFigures, Func<JsonElement, IEnumerable<SeenRate>> Rates)
{
    /// <summary>Whether it says nothing that these figures do not say.</summary>
    public bool Follows(IReadOnlyList<Figure> figures) => JsonElement.DeepEquals(Given, JsonSerializer.SerializeToElement(OfFigures(figures)));
}

/// <summary>A leak that is planted: what a door answers to others is made of what the team itself reads.</summary>
/// <param name="door">The door.</param>
/// <param name="places">Which of the rates that can be read off are taken: those that are told have 6 places, those that are drawn 4.</param>
internal sealed class LeakingDoor(IFigureDoor door, int places) : IFigureDoor
{
    public async Task<IReadOnlyList<Answer>> AskAsync(EquityHost host, string persona, AttackedMeasure measure, bool thorough) =>
        [.. (await door.AskAsync(host, measure.Owner, measure, thorough)).Select(answer => answer with { Rates = given => answer.Rates(given).Where(rate => rate.Places == places) })];
}
