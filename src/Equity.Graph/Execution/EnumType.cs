using Equity.Graph.Rules;
using GraphQL.Types;

namespace Equity.Graph.Execution;

/// <summary>An enum with its values in UPPER_CASE; descriptions come from the enum's documentation.</summary>
internal class EnumType<T> : EnumerationGraphType<T> where T : struct, Enum
{
    protected override string ChangeEnumCase(string val) => ConstantCase.Of(val);
}
