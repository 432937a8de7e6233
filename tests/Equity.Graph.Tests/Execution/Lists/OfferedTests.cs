using Equity.Graph.Execution;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Execution.Lists;

/// <summary>Every operation of every filter and every order that the schema offers can be asked for, one relation deep.</summary>
[Collection(nameof(Community))]
public class OfferedTests(EquityHost host)
{
    private const int AtOnce = 30;

    [Theory]
    [InlineData("programmes", "Programme")]
    [InlineData("teams", "Team")]
    [InlineData("inequities", "Inequity")]
    [InlineData("learning", "Learning")]
    [InlineData("asks", "Ask")]
    [InlineData("offers", "Offer")]
    [InlineData("events", "Event")]
    [InlineData("posters", "Poster")]
    [InlineData("resources", "Resource")]
    public async Task Everything_that_is_offered_can_be_asked_for(string list, string row)
    {
        var schema = host.Services.GetRequiredService<EquitySchema>();
        schema.Initialize();
        var filters = Filters((IInputObjectGraphType)schema.AllTypes[$"{row}FilterInput"]!, 2).Select(filter => $"where: {filter}");
        var orders = Orders((IInputObjectGraphType)schema.AllTypes[$"{row}SortInput"]!, 2).Select(order => $"order: [{order}]");
        var asked = filters.Concat(orders).ToList();
        Assert.True(asked.Count > 20, $"{asked.Count} things are offered");
        foreach (var some in asked.Chunk(AtOnce))
            await host.DataAsync($"{{ {string.Join(' ', some.Select((arguments, i) => $"a{i}: {list}(first: 2, {arguments}) {{ totalCount nodes {{ id }} pageInfo {{ endCursor }} }}"))} }}");
    }

    private static IEnumerable<string> Filters(IInputObjectGraphType filter, int depth) => filter.Fields
        .Where(field => field.Name is not ("and" or "or"))
        .SelectMany(field => field.ResolvedType switch
        {
            IInputObjectGraphType inner when depth > 0 => Filters(inner, depth - 1).Select(each => $"{{ {field.Name}: {each} }}"),
            IInputObjectGraphType => [],
            ListGraphType of => [$"{{ {field.Name}: [{Literal(of.ResolvedType!)}] }}"],
            var scalar => [$"{{ {field.Name}: {Literal(scalar!)} }}"],
        });

    private static IEnumerable<string> Orders(IInputObjectGraphType order, int depth) => order.Fields.SelectMany(field => field.ResolvedType switch
    {
        IInputObjectGraphType inner when depth > 0 => Orders(inner, depth - 1).Select(each => $"{{ {field.Name}: {each} }}"),
        IInputObjectGraphType => [],
        _ => (string[])[$"{{ {field.Name}: ASC }}", $"{{ {field.Name}: DESC }}"],
    });

    private static string Literal(IGraphType type) => type switch
    {
        EnumerationGraphType choice => choice.Values.First().Name,
        BooleanGraphType => "true",
        IntGraphType => "2",
        FloatGraphType => "2.5",
        InstantType => "\"2026-02-11T14:00:00Z\"",
        DayType => "\"2026-02-11\"",
        _ => "\"a\"",
    };
}
