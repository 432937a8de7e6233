using Equity.Graph.Execution;
using Equity.Graph.Execution.Mutations;
using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Equity.Graph.Auth;

/// <summary>Refuses operations with a field that this viewer's roles can never use, before anything runs. Who owns a row is decided where rows are read.</summary>
internal sealed class RoleRule : ValidationRuleBase
{
    /// <summary>The code of a refusal.</summary>
    public const string Code = "FORBIDDEN";

    private const string Roles = "roles";

    /// <summary>Says which programme-wide roles may use a field; others never can.</summary>
    public static void Demand(FieldType field, params ViewerRole[] roles) => field.WithMetadata(Roles, roles);

    /// <inheritdoc />
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        // A document may hold operations that are not asked for: only what will run counts.
        var asked = false;
        return new(new NodeVisitors(
            new MatchingNodeVisitor<GraphQLOperationDefinition>((operation, c) => asked = operation == c.Operation),
            new MatchingNodeVisitor<GraphQLFragmentDefinition>((fragment, c) => asked = c.GetRecursivelyReferencedFragments(c.Operation)?.Contains(fragment) == true),
            new MatchingNodeVisitor<GraphQLField>((field, c) =>
            {
                if (asked && c.TypeInfo.GetFieldDef() is { } definition && c.TypeInfo.GetParentType() is { } parent)
                    Check(c, field, parent, definition);
            })));
    }

    private static void Check(ValidationContext context, GraphQLField field, IGraphType parent, FieldType definition)
    {
        var viewer = ((UserContext)context.UserContext).Viewer;
        if ((parent is not Mutation || viewer.IsSignedIn) && (definition.GetMetadata<ViewerRole[]?>(Roles) is not { } roles || roles.Any(viewer.Is)))
            return;
        var remedy = viewer.IsSignedIn ? "ask whoever runs the programme for the role that may" : "sign in first (send a bearer token in the Authorization header)";
        context.ReportError(new Refusal(context, field, $"You may not use {definition.Name}: {remedy}."));
    }

    private sealed class Refusal : ValidationError
    {
        public Refusal(ValidationContext context, ASTNode field, string message) : base(context.Document.Source, null!, message, field) => Code = RoleRule.Code;
    }
}
