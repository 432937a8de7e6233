using GraphQL.Types;

namespace Equity.Graph.Execution.Mutations;

/// <summary>Why a change was not made. What a client needs to act is in each error's own fields.</summary>
/// <param name="Message">What is wrong and how to put it right, in a sentence.</param>
internal abstract record MutationError(string Message);

/// <summary>What all errors of mutations have, in the graph.</summary>
internal sealed class ErrorInterface : InterfaceGraphType<MutationError>
{
    public ErrorInterface()
    {
        Name = "Error";
        Description = "Why a change was not made.";
        Field(error => error.Message).Description("What is wrong and how to put it right, in a sentence.");
    }
}

/// <summary>What those errors of mutations have that are about one field of the input: a form shows them beside it.</summary>
internal sealed class FieldErrorInterface : InterfaceGraphType<MutationError>
{
    /// <summary>The property that names the field.</summary>
    public const string Property = "Field";

    public FieldErrorInterface()
    {
        Name = "FieldError";
        Description = "Why a change was not made, where one field of the input is the cause.";
        Field<NonNullGraphType<StringGraphType>>("field").Description("The input's field.");
        Field(error => error.Message).Description("What is wrong and how to put it right, in a sentence.");
    }
}

/// <summary>A sort of error in the graph.</summary>
internal sealed class ErrorType<T> : AutoRegisteringObjectGraphType<T> where T : MutationError
{
    public ErrorType()
    {
        Name = typeof(T).Name;
        Interface<ErrorInterface>();
        if (typeof(T).GetProperty(FieldErrorInterface.Property) is not null)
            Interface<FieldErrorInterface>();
        Fields.Single(field => field.Name == nameof(MutationError.Message)).Description = "What is wrong and how to put it right, in a sentence.";
    }
}
