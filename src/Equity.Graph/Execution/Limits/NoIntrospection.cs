using Equity.Graph.Auth;
using GraphQL.Validation;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace Equity.Graph.Execution.Limits;

/// <summary>Lets only those read the schema who may. Asks each time: the next viewer of the same document may be another one.</summary>
internal sealed class NoIntrospection(IHostEnvironment environment, IOptions<SignInOptions> options) : ValidationRuleBase
{
    private static readonly ViewerRole[] Usual = [ViewerRole.Analyst, ViewerRole.Administrator];

    private static readonly MatchingNodeVisitor<GraphQLField> Refusal = new((field, context) =>
    {
        if (field.Name.Value == "__schema" || field.Name.Value == "__type")
            context.ReportError(new ValidationError(context.Document.Source, "INTROSPECTION", $"{field.Name.StringValue} is not for you: this server shows its schema to some roles only.", field) { Code = "INTROSPECTION" });
    });

    /// <summary>Whether a viewer may read the schema: in Development everybody may.</summary>
    public bool Allows(Viewer viewer) => environment.IsDevelopment() || (options.Value.Introspection ?? Usual).Any(viewer.Is);

    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) =>
        new(Allows(((UserContext)context.UserContext).Viewer) ? null : Refusal);
}
