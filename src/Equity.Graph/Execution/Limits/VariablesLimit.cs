using System.Collections;
using System.Text;
using GraphQL;
using GraphQL.DI;

namespace Equity.Graph.Execution.Limits;

/// <summary>Refuses operations whose variables are too large, whichever way they came.</summary>
internal sealed class VariablesLimit(EquityLimits limits) : IConfigureExecution
{
    /// <summary>Before the document is parsed.</summary>
    public float SortOrder => 0;

    public Task<ExecutionResult> ExecuteAsync(ExecutionOptions options, ExecutionDelegate next)
    {
        var bytes = BytesOf(options.Variables);
        return bytes <= limits.VariablesBytes
            ? next(options)
            : Task.FromResult(new ExecutionResult { Errors = [new LimitError("VARIABLES", $"The variables have {bytes} bytes", bytes, limits.VariablesBytes)] });
    }

    /// <summary>About as many bytes as the value has in JSON without white space.</summary>
    private static long BytesOf(object? value) => value switch
    {
        null => 4,
        string text => Encoding.UTF8.GetByteCount(text) + 2,
        IReadOnlyDictionary<string, object?> fields => 1 + fields.Sum(field => Encoding.UTF8.GetByteCount(field.Key) + 4 + BytesOf(field.Value)),
        IEnumerable items => 1 + items.Cast<object?>().Sum(item => 1 + BytesOf(item)),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture).Length,
        _ => 5,
    };
}
