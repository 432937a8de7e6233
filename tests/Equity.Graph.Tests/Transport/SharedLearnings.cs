using System.Text.Json;
using Equity.Graph.Auth.Development;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Topics;
using Equity.Graph.Learning;
using Microsoft.Extensions.DependencyInjection;

namespace Equity.Graph.Tests.Transport;

/// <summary>Makes learning be shared, and waits until somebody listens.</summary>
internal static class SharedLearnings
{
    public const string Subscription = "subscription($d: InequityDimension) { learningShared(dimension: $d) { id title team { key } } }";

    public static Topic<LearningShared> Topic(this EquityHost host) => host.Services.GetRequiredService<Topic<LearningShared>>();

    /// <summary>The community's learning.</summary>
    public static async Task<IReadOnlyList<JsonElement>> LearningAsync(this EquityHost host) =>
        (await host.DataAsync("{ learning(first: 100) { nodes { id title team { key } } } }")).Nodes("learning");

    /// <summary>A token of a persona.</summary>
    public static string TokenOf(this EquityHost host, string persona) =>
        new DevelopmentTokens(host.Data).Create(Persona.All.Single(each => each.Name == persona), host.Clock.GetUtcNow().UtcDateTime);

    /// <summary>Says that a piece of learning is shared.</summary>
    public static void Share(this EquityHost host, string id) => host.Topic().Publish(new LearningShared(NodeId.Parse(id).Id));

    /// <summary>Waits until so many listen.</summary>
    public static async Task ListenersAsync(this EquityHost host, int count)
    {
        for (var i = 0; i < 500 && host.Topic().Listeners != count; i++)
            await Task.Delay(20);
        Assert.Equal(count, host.Topic().Listeners);
    }
}
