using Equity.Graph.Execution;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Rules;
using GraphQL.Types;

namespace Equity.Graph.Metrics;

/// <summary>The community in figures, in the graph.</summary>
internal sealed class CommunityMetricsType : ObjectGraphType<CommunityMetrics>
{
    public CommunityMetricsType()
    {
        Name = "Metrics";
        Description = "The community, or a programme, in figures over some months: what happened in them, and what stood at their end. People are counted in metricRows, as they were released.";
        Field(m => m.AsOf).Description("When it was counted.");
        Field<NonNullGraphType<IntGraphType>>("teams").Description("How many published teams work.").Resolve(context => context.Source.Rows.Count(MetricCatalogue.Teams));
        Rows("teamsByStage", "Teams by the stage that they were in.", rows => rows.By(MetricCatalogue.Teams, GroupKind.Stage));
        Rows("inequitiesByDimension", "Inequities by dimension.", rows => rows.By(MetricCatalogue.Inequities, GroupKind.Dimension));
        Rows("learningByKind", "Learning that was shared, by kind.", rows => rows.By(MetricCatalogue.Learning, GroupKind.Kind));
        Rows("coProduction", "Teams by how service users and carers take part, and by the rung on the ladder of co-production; as it stands now.",
            rows => rows.By(MetricCatalogue.Involvement, GroupKind.Involvement).Concat(rows.By(MetricCatalogue.CoProduction, GroupKind.Rung)));
        Field<NonNullGraphType<FriendshipMetricsType>>("friendships").Description("Friendships.").Resolve(context => context.Source.Rows);
        Field<NonNullGraphType<SupportMetricsType>>("support").Description("Asks, thanks and adoptions.").Resolve(context => context.Source.Rows);
        Rows("spread", "How far ideas travelled: adoptions by what became of them, and by how many teams the idea had come through.",
            rows => rows.By(MetricCatalogue.Adoptions, GroupKind.Outcome).Concat(rows.By(MetricCatalogue.Travel, GroupKind.Steps)));
    }

    private void Rows(string name, string description, Func<PeriodRows, IEnumerable<MetricRow>> rows) =>
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<MetricRowType>>>>(name).Description(description).Holds(10).Resolve(context => rows(context.Source.Rows));
}

/// <summary>Friendships in figures, in the graph.</summary>
internal sealed class FriendshipMetricsType : ObjectGraphType<PeriodRows>
{
    public FriendshipMetricsType()
    {
        Name = "FriendshipMetrics";
        Description = "Friendships in figures. One counts with the team that proposed it.";
        Count("proposed", MetricCatalogue.FriendshipsProposed);
        Count("accepted", MetricCatalogue.FriendshipsAccepted);
        Count("declined", MetricCatalogue.FriendshipsDeclined);
        Count("expired", MetricCatalogue.FriendshipsExpired);
        Count("active", MetricCatalogue.FriendshipsActive);
        Count("met", MetricCatalogue.FriendshipsMet);
        Count("teamsWithoutAFriend", MetricCatalogue.TeamsWithoutAFriend, "Teams that had no friend to call on at the end.");
        Value("medianDaysToAnswer", MetricCatalogue.DaysToAnswerAProposal);
        Value("answeredWithinPromise", MetricCatalogue.AnsweredWithinPromise);
        Field<FloatGraphType>("recommendationsAccepted").Description($"{MetricCatalogue.RecommendationsAccepted.Description} Over the months that are closed; null for a programme.")
            .Resolve(context => context.Source.Share(MetricCatalogue.RecommendationsAccepted));
    }

    private void Count(string name, Metric metric, string? description = null) =>
        Field<NonNullGraphType<IntGraphType>>(name).Description(description ?? metric.Description).Resolve(context => context.Source.Count(metric));

    private void Value(string name, Metric metric) => Field<FloatGraphType>(name).Description($"{metric.Description} Null when there were none, or too few.").Resolve(context => context.Source.Find(metric)?.Value);
}

/// <summary>Support in figures, in the graph.</summary>
internal sealed class SupportMetricsType : ObjectGraphType<PeriodRows>
{
    public SupportMetricsType()
    {
        Name = "SupportMetrics";
        Description = "How teams help each other, in figures.";
        Count("asks", MetricCatalogue.Asks, MetricCatalogue.Asks.Description);
        Count("asksAnswered", MetricCatalogue.AsksAnswered, "How many of these have been answered since.");
        Field<FloatGraphType>("medianDaysToAnswer").Description($"{MetricCatalogue.DaysToAnAnswer.Description} Null when there were too few.").Resolve(context => context.Source.Find(MetricCatalogue.DaysToAnAnswer)?.Value);
        Count("thanks", MetricCatalogue.Thanks, MetricCatalogue.Thanks.Description);
        Count("adoptions", MetricCatalogue.Adoptions, MetricCatalogue.Adoptions.Description);
    }

    private void Count(string name, Metric metric, string description) => Field<NonNullGraphType<IntGraphType>>(name).Description(description).Resolve(context => context.Source.Count(metric));
}

/// <summary>A figure in the graph.</summary>
internal sealed class MetricRowType : ObjectGraphType<MetricRow>
{
    public MetricRowType()
    {
        Name = "MetricRow";
        Description = "A figure of a metric, flat.";
        Field<NonNullGraphType<StringGraphType>>("metric").Description("The metric's name in metricCatalogue.").Resolve(context => context.Source.Metric.Name);
        Field<NonNullGraphType<StringGraphType>>("group").Description("The group; \"all\" without groups, \"(none)\" of what belongs to none.").Resolve(context => context.Source.Group);
        Field<NonNullGraphType<StringGraphType>>("groupKind").Description("What the groups are, such as PROGRAMME; ALL without groups.").Resolve(context => ContractName.Of(context.Source.Kind));
        Field(r => r.Programme, nullable: true);
        Field<NonNullGraphType<StringGraphType>>("period").Description("A month such as 2026-11, a quarter such as 2026-Q4, or the first and the last of some months.").Resolve(context => context.Source.Period.ToString());
        Field(r => r.Value, nullable: true);
        Field<NonNullGraphType<StringGraphType>>("unit").Description("What the value is in.").Resolve(context => context.Source.Metric.Unit);
        Field(r => r.Numerator, nullable: true);
        Field(r => r.Denominator, nullable: true);
        Field(r => r.Suppressed);
        Field(r => r.Note, nullable: true);
    }
}

/// <summary>A metric in the graph.</summary>
internal sealed class MetricType : ObjectGraphType<Metric>
{
    public MetricType()
    {
        Name = nameof(Metric);
        Description = "What is counted over the community.";
        Field(m => m.Name);
        Field(m => m.Description);
        Field(m => m.Unit);
        Field(m => m.Numerator);
        Field(m => m.Denominator, nullable: true);
        Field<NonNullGraphType<EnumType<Makeup>>>("makeup").Description("How the figure of a month is made up.").Resolve(context => context.Source.How);
        Field<NonNullGraphType<EnumType<DisclosureClass>>>("disclosure").Description("What it tells of, which decides how closely it is told.").Resolve(context => context.Source.Disclosure);
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("groupKinds").Description("By what it is told.").Holds(5).Resolve(context => context.Source.Kinds.Select(ContractName.Of));
    }
}

/// <summary>A page of figures, in the graph.</summary>
internal sealed class MetricRowsConnectionType : ObjectGraphType<Connection<MetricRow>>
{
    public MetricRowsConnectionType()
    {
        Name = "MetricRowsConnection";
        Description = "A page of figures.";
        Field<NonNullGraphType<PageInfoType>>("pageInfo").Description("Where the page stands in the list.")
            .Resolve(context => PageInfo.Of(context.Source.HasNext, context.Source.HasPrevious, context.Source.Edges, edge => edge.Cursor));
        Field<ListGraphType<NonNullGraphType<MetricRowsEdgeType>>>("edges").Description("The figures with their cursors, in order.").HoldsThePage().Resolve(context => context.Source.Edges);
        Field<ListGraphType<NonNullGraphType<MetricRowType>>>("nodes").Description("The figures, in order.").HoldsThePage().Resolve(context => context.Source.Edges.Select(edge => edge.Node));
        Field<NonNullGraphType<IntGraphType>>("totalCount").Description("How many figures there are on all pages.").Costs(Counting).Resolve(context => context.Source.Total(context));
    }

    /// <summary>All of them are made to be counted.</summary>
    private const int Counting = 100;
}

/// <summary>A figure of a page, in the graph.</summary>
internal sealed class MetricRowsEdgeType : ObjectGraphType<Edge<MetricRow>>
{
    public MetricRowsEdgeType()
    {
        Name = "MetricRowsEdge";
        Description = "A figure of a page.";
        Field<NonNullGraphType<StringGraphType>>("cursor").Description("Its place in the list, for after.").Resolve(context => context.Source.Cursor);
        Field<NonNullGraphType<MetricRowType>>("node").Description("The figure.").Resolve(context => context.Source.Node);
    }
}
