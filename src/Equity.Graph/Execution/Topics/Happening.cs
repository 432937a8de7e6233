using System.Collections.Concurrent;
using GraphQL;

namespace Equity.Graph.Execution.Topics;

/// <summary>One event on its way to all who listen.</summary>
internal abstract class Happening
{
    private readonly ConcurrentDictionary<string, Lazy<Task<ExecutionResult?>>> answers = new(StringComparer.Ordinal);

    /// <summary>The answer to those who ask the same and see the same, made once for all of them.</summary>
    /// <param name="asked">What they ask.</param>
    /// <param name="answer">Makes the answer.</param>
    public Task<ExecutionResult?> OnceAsync(string asked, Func<Task<ExecutionResult?>> answer) => answers.GetOrAdd(asked, _ => new Lazy<Task<ExecutionResult?>>(answer)).Value;
}

/// <inheritdoc cref="Happening"/>
/// <param name="what">What the event says.</param>
internal sealed class Happening<T>(T what) : Happening
{
    public T What => what;
}

/// <summary>An event as one subscription meets it.</summary>
/// <param name="Event">The event.</param>
/// <param name="LoadAsync">Loads what it is about, as far as a viewer may read it.</param>
internal readonly record struct Occurrence(Happening Event, Func<IResolveFieldContext, Task<object?>> LoadAsync);
