using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Inequities;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.Types;

namespace Equity.Graph.Measures;

/// <summary>A measure in the graph.</summary>
internal sealed class MeasureType : ObjectGraphType<Measure>
{
    public MeasureType(IEnumerable<ITypeExtension<MeasureType>> features)
    {
        Name = nameof(Measure);
        Description = "What a team counts over time to see whether things get better, and for whom.";
        this.IsNode();
        Field<NonNullGraphType<TeamType>>("team").Description("The team that measures.").Resolve(context => context.LoadOne<Team>(context.Source.TeamId));
        Field<InequityType>("inequity").Description("The inequity that it is about; null when it is about none in particular.").Resolve(context => context.LoadOne<Inequity>(context.Source.InequityId));
        Field(m => m.Key).Description("Its lower-case slug: unique within the team, and what reports call it.");
        Field(m => m.Name);
        Field(m => m.Kind);
        Field(m => m.Unit);
        Field(m => m.Better);
        Field(m => m.CountsPeople);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StratumType>>>>("strata").Description($"The groups that are compared, in their order; at most {MeasureRules.MaxStrata}.").Holds(5)
            .Resolve(context => context.LoadMany<Stratum>(stratum => stratum.MeasureId, context.Source.Id).Then(strata => strata.InOrder()));
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<MeasurePointType>>>>("points").Description("The figures, by date and then by group, as far as you may see them.").Holds(100)
            .Argument<StringGraphType>("stratum", "Only those of this group, by its name.")
            .Argument<DayType>("from", "Only those from this day on.")
            .Argument<DayType>("to", "Only those to this day.")
            .Resolve(context =>
            {
                var (stratum, from, to) = (context.GetArgument<string?>("stratum"), context.GetArgument<DateOnly?>("from"), context.GetArgument<DateOnly?>("to"));
                return context.LoadFigures(context.Source.Id).Then(figures => figures.Where(figure =>
                    (stratum is null || figure.Stratum?.Name == stratum) && (from is null || figure.Date >= from) && (to is null || figure.Date <= to)));
            });
        Field(m => m.CreatedAt);
        Field(m => m.RecordedAt, nullable: true);
        Field(m => m.UpdatedAt);
        Field(m => m.Version);
        foreach (var feature in features)
            feature.Extend(this);
    }
}

/// <summary>A group in the graph.</summary>
internal sealed class StratumType : ObjectGraphType<Stratum>
{
    public StratumType()
    {
        Name = nameof(Stratum);
        Description = "One of the groups that a measure compares.";
        Field(s => s.Name);
        Field(s => s.Dimension, nullable: true);
        Field(s => s.Order, nullable: true);
    }
}

/// <summary>A figure in the graph.</summary>
internal sealed class MeasurePointType : ObjectGraphType<Figure>
{
    public MeasurePointType()
    {
        Name = nameof(MeasurePoint);
        Description = "What was measured at a date. Outside the team and who leads its programme, figures about people are those that were released: 1 to 7 are hidden, others rounded to 5.";
        Field(f => f.Date);
        Field<StringGraphType>("stratum").Description("The group's name; null stands for everybody.").Resolve(context => context.Source.Stratum?.Name);
        Field(f => f.Numerator, nullable: true).Description("How many of them; null when it is hidden.");
        Field(f => f.Denominator, nullable: true).Description("Of how many; null when it is hidden.");
        Field(f => f.Value, nullable: true);
        Field(f => f.Suppressed);
    }
}

/// <summary>What teams measure.</summary>
internal sealed class MeasureQueries : ITypeExtension<TeamType>, ITypeExtension<InequityType>
{
    public void Extend(TeamType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<MeasureType>>>>("measures").Description($"What it counts over time, oldest first; at most {TeamRules.MaxOfEach}.").Holds(3)
            .Resolve(context => context.LoadMany<Measure>(measure => measure.TeamId, context.Source.Id));

    public void Extend(InequityType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<MeasureType>>>>("measures").Description($"What the team counts over time to see whether it narrows, oldest first; at most {TeamRules.MaxOfEach}.").Holds(2)
            .Resolve(context => context.LoadMany<Measure>(measure => measure.InequityId ?? 0, context.Source.Id));
}
