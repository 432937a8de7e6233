using Equity.Graph.Persistence;
using GraphQL.Types;

namespace Equity.Graph.Execution.Lists;

/// <summary>The filter of a kind of rows: the fields of its listing, with and/or.</summary>
internal sealed class FilterInputType<T> : InputObjectGraphType where T : class, IEntity
{
    public FilterInputType(Listing<T> listing)
    {
        Name = $"{listing.Singular}FilterInput";
        Description = $"Keeps some of the {listing.Plural.ToLowerInvariant()}: all that is said of a row must hold.";
        this.AddAndOr();
        foreach (var field in listing.Fields)
            Field(field.Name, field.FilterType).Description(field.Description);
    }
}

/// <summary>The order of a kind of rows: the fields of its listing that can be ordered by.</summary>
internal sealed class SortInputType<T> : InputObjectGraphType where T : class, IEntity
{
    public SortInputType(Listing<T> listing)
    {
        Name = $"{listing.Singular}SortInput";
        Description = $"Orders {listing.Plural.ToLowerInvariant()}; name one field an item, the most important first.";
        foreach (var field in listing.Fields)
        {
            if (field.SortType is { } type)
                Field(field.Name, type).Description(field.Description);
        }
    }
}

/// <summary>A filter on related rows.</summary>
internal sealed class ListFilterInputType<T> : InputObjectGraphType where T : class, IEntity
{
    public ListFilterInputType(Listing<T> listing)
    {
        Name = $"ListFilterInputTypeOf{listing.Singular}FilterInput";
        Description = $"Keeps rows by the {listing.Plural.ToLowerInvariant()} they have.";
        this.AddQuantifiers(typeof(FilterInputType<T>));
    }
}

/// <summary>A filter on a list of enum values.</summary>
internal sealed class ListEnumOperationFilterInputType<TEnum> : InputObjectGraphType where TEnum : struct, Enum
{
    public ListEnumOperationFilterInputType()
    {
        Name = $"List{typeof(TEnum).Name}OperationFilterInput";
        Description = "Keeps rows by the values they list.";
        this.AddQuantifiers(typeof(EnumOperationFilterInputType<TEnum>));
    }
}

/// <summary>A filter on an enum.</summary>
internal sealed class EnumOperationFilterInputType<TEnum> : InputObjectGraphType where TEnum : struct, Enum
{
    public EnumOperationFilterInputType()
    {
        Name = $"{typeof(TEnum).Name}OperationFilterInput";
        Description = $"Keeps rows by their {typeof(TEnum).Name}; all that is said must hold.";
        this.AddEquality(typeof(EnumType<TEnum>));
    }
}

/// <summary>A filter on numbers, instants or days.</summary>
internal sealed class ComparableOperationFilterInputType<TScalar> : InputObjectGraphType where TScalar : ScalarGraphType, new()
{
    public ComparableOperationFilterInputType()
    {
        var scalar = new TScalar().Name;
        Name = $"{scalar}OperationFilterInput";
        Description = $"Keeps rows by a value of type {scalar}; all that is said must hold.";
        this.AddEquality(typeof(TScalar));
        foreach (var (operation, meaning) in new[] { ("gt", "greater than"), ("gte", "greater than or equal to"), ("lt", "less than"), ("lte", "less than or equal to") })
        {
            Field<TScalar>(operation).Description($"It is {meaning} this.");
            Field<TScalar>("n" + operation).Description($"It is not {meaning} this.");
        }
    }
}

/// <summary>A filter on a yes or no.</summary>
internal sealed class BooleanOperationFilterInputType : InputObjectGraphType
{
    public BooleanOperationFilterInputType()
    {
        Name = "BooleanOperationFilterInput";
        Description = "Keeps rows by a yes or no.";
        Field<BooleanGraphType>("eq").Description("It is this.");
        Field<BooleanGraphType>("neq").Description("It is not this.");
    }
}

/// <summary>A filter on a text.</summary>
internal sealed class StringOperationFilterInputType : InputObjectGraphType
{
    public StringOperationFilterInputType()
    {
        Name = "StringOperationFilterInput";
        Description = "Keeps rows by a text. eq, neq, in and nin are exact; the others ignore case and accents. All that is said must hold.";
        this.AddAndOr();
        this.AddEquality(typeof(StringGraphType));
        foreach (var (operation, meaning) in new[] { ("contains", "contains"), ("startsWith", "starts with"), ("endsWith", "ends with") })
        {
            Field<StringGraphType>(operation).Description($"It {meaning} this.");
            Field<StringGraphType>("n" + operation).Description($"Not so that it {meaning} this.");
        }
    }
}

/// <summary>Which way a list is ordered by a field.</summary>
internal sealed class SortEnumType : EnumType<SortDirection>
{
    public SortEnumType() => Name = "SortEnumType";
}

/// <summary>Parts that filter types have in common.</summary>
internal static class FilterParts
{
    /// <summary>Adds and/or over the same type.</summary>
    public static void AddAndOr(this InputObjectGraphType filter)
    {
        var list = typeof(ListGraphType<>).MakeGenericType(typeof(NonNullGraphType<>).MakeGenericType(filter.GetType()));
        filter.Field("and", list).Description("All of these hold.");
        filter.Field("or", list).Description("At least one of these holds.");
    }

    /// <summary>Adds eq, neq, in and nin.</summary>
    public static void AddEquality(this InputObjectGraphType filter, Type value)
    {
        filter.Field("eq", value).Description("It is this; null finds rows without a value.");
        filter.Field("neq", value).Description("It is not this; null finds rows with a value.");
        filter.Field("in", typeof(ListGraphType<>).MakeGenericType(value)).Description($"It is one of these, at most {Conditions.MaxValues}.");
        filter.Field("nin", typeof(ListGraphType<>).MakeGenericType(value)).Description($"It is none of these, at most {Conditions.MaxValues}.");
    }

    /// <summary>Adds all, none, some and any.</summary>
    public static void AddQuantifiers(this InputObjectGraphType filter, Type each)
    {
        filter.Field("all", each).Description("It holds for all of them.");
        filter.Field("none", each).Description("It holds for none of them.");
        filter.Field("some", each).Description("It holds for at least one of them.");
        filter.Field<BooleanGraphType>("any").Description("Whether there are any at all.");
    }
}
