using Equity.Graph.Audit;
using Equity.Graph.Auth;
using Equity.Graph.Calendars;
using Equity.Graph.Events;
using Equity.Graph.Events.Harvest;
using Equity.Graph.Events.Panels;
using Equity.Graph.Execution.Documents;
using Equity.Graph.Execution.Limits;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Execution.Topics;
using Equity.Graph.Forgetting;
using Equity.Graph.Friendships;
using Equity.Graph.Ideas;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Mailing;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Charts;
using Equity.Graph.Measures.Gaps;
using Equity.Graph.Metrics;
using Equity.Graph.Metrics.Counting;
using Equity.Graph.Notifications;
using Equity.Graph.Peers;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Persistence;
using Equity.Graph.Posters;
using Equity.Graph.Programmes;
using Equity.Graph.Resources;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQLParser.AST;

namespace Equity.Graph.Execution;

/// <summary>Puts the graph together: what each feature adds, and how documents are run.</summary>
internal static class GraphServices
{
    /// <summary>Adds the schema and its executor.</summary>
    public static IServiceCollection AddGraph(this IServiceCollection services)
    {
        GlobalSwitches.InferFieldNullabilityFromNRTAnnotations = true;
        services.AddDocuments().AddGraphQL(graph => graph
            .AddSchema<EquitySchema>()
            .AddSystemTextJson(json => json.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
            .AddGraphTypes(typeof(EquitySchema).Assembly)
            .ConfigureSchema(schema => schema.MapTypes())
            .AddSchemaVisitor<Documented>()
            .AddExecutionStrategy<EventStrategy>(OperationType.Subscription)
            .ConfigureExecution(provider => provider.GetRequiredService<DocumentCache>())
            .AddValidationRule<RoleRule>(useForCachedDocuments: true)
            .AddValidationRule<ErrorsLimit>()
            .AddValidationRule<CostRule>(useForCachedDocuments: true)
            .AddValidationRule<NoIntrospection>(useForCachedDocuments: true)
            .ConfigureExecution<ErrorsLimit>()
            .ConfigureExecution<VariablesLimit>()
            .ConfigureExecution<NoSuggestions>()
            .AddErrorInfoProvider<ErrorInfo>()
            .AddUnhandledExceptionHandler(fault => fault.LogAndHide()));
        return services
            .AddSingleton<WriteTurns>()
            .AddSingleton<Idempotency>()
            .AddSingleton<IDocumentBuilder, BoundedDocuments>()
            .AddSingleton(typeof(Topic<>))
            .AddSingleton<IChangeTeller, LearningTeller>()
            .AddSingleton<IChangeTeller, FriendshipTeller>()
            .AddSingleton<IChangeTeller, CafeRoundTeller>()
            .AddSingleton<IChangeTeller, QuestionTeller>()
            .AddHostedService<ChangeFollower>()
            .AddRows<Programme, ProgrammeQueries>(ProgrammeListing.Instance)
            .AddRows<Organisation>(OrganisationListing.Instance)
            .AddRows<Team, TeamQueries>(TeamListing.Instance)
            .AddRows<Inequity, InequityQueries>(InequityListing.Instance)
            .AddFeature<InequityCountQueries>()
            .AddRows<SharedLearning, LearningQueries>(LearningListing.Instance)
            .AddRows<Ask, SupportQueries>(AskListing.Instance)
            .AddRows<Offer>(OfferListing.Instance)
            .AddRows<AuditEntry, AuditQueries>(AuditListing.Instance)
            .AddFeature<ViewerQueries>()
            .AddSingleton<INodeSource>(new NodeSource<TeamMember>(nameof(TeamMember)))
            .AddSingleton<INodeSource>(new NodeSource<Notification>(nameof(Notification)))
            .AddSingleton<INodeSource>(new NodeSource<Rating>(nameof(Rating)))
            .AddFeature<TeamMutations>()
            .AddFeature<PauseMutations>()
            .AddFeature<MemberMutations>()
            .AddFeature<InequityMutations>()
            .AddFeature<LearningMutations>()
            .AddFeature<LearningSubscriptions>()
            .AddRows<Adoption, SpreadQueries>(AdoptionListing.Instance)
            .AddFeature<ThanksMutations>()
            .AddFeature<AdoptionMutations>()
            .AddFeature<FeaturingMutations>()
            .AddSingleton<INodeSource>(new NodeSource<ChangeIdea>(nameof(ChangeIdea)))
            .AddFeature<IdeaQueries>()
            .AddFeature<IdeaMeasures>()
            .AddFeature<IdeaMutations>()
            .AddSingleton<INodeSource>(new NodeSource<Measure>(nameof(Measure)))
            .AddFeature<MeasureQueries>()
            .AddFeature<MeasureMutations>()
            .AddFeature<Recording>()
            .AddFeature<ChartFields>()
            .AddFeature<GapFields>()
            .AddFeature<MetricQueries>()
            .AddSingleton<MetricRows>()
            .AddSingleton<Counts>()
            .AddFeature<SupportMutations>()
            .AddRows<Friendship, FriendshipQueries>(FriendshipListing.Instance)
            .AddFeature<Proposals>()
            .AddFeature<Introducing>()
            .AddFeature<Answers>()
            .AddFeature<CheckIns>()
            .AddFeature<FriendshipSubscriptions>()
            .AddFeature<CareQueries>()
            .AddFeature<NetworkQueries>()
            .AddFeature<FriendshipMatches>()
            .AddRows<Event, EventQueries>(EventListing.Instance)
            .AddFeature<EventMutations>()
            .AddFeature<Joining>()
            .AddRows<Poster, PosterQueries>(PosterListing.Instance)
            .AddFeature<PosterMutations>()
            .AddRows<Resource, ResourceQueries>(ResourceListing.Instance)
            .AddFeature<ResourceMutations>()
            .AddSingleton<CafePlanning>()
            .AddFeature<CafeMutations>()
            .AddFeature<CafeQueries>()
            .AddFeature<CafeSubscriptions>()
            .AddFeature<MeetingQueries>()
            .AddSingleton<ICalendarSource, EventCalendar>()
            .AddSingleton<INodeSource>(new NodeSource<WorldCafe>(nameof(WorldCafe)))
            .AddSingleton<INodeSource>(new NodeSource<CafeRound>(nameof(CafeRound)))
            .AddSingleton<KnownTexts>()
            .AddFeature<HearingQueries>()
            .AddRows<PanelQuestion, PanelQueries>(PanelQuestionListing.Instance)
            .AddFeature<SimilarQuestions>()
            .AddFeature<PanelMutations>()
            .AddFeature<PanelModeration>()
            .AddFeature<PanelSubscriptions>()
            .AddRows<HarvestNote, HarvestQueries>(HarvestNoteListing.Instance)
            .AddFeature<HarvestGroups>()
            .AddFeature<HarvestMutations>()
            .AddFeature<Publishing>()
            .AddFeature<NotificationQueries>()
            .AddFeature<NotificationMutations>()
            .AddFeature<MailWishes>()
            .AddFeature<CalendarFields>()
            .AddFeature<ForgettingMutations>()
            .AddFeature<PeerQueries>()
            .AddFeature<RatingMutations>()
            .AddFeature<SearchQueries>()
            .AddFeature<IntroductionQueries>()
            .AddFeature<NodeQueries>();
    }

    private static IServiceCollection AddRows<T, TFeature>(this IServiceCollection services, Listing<T> listing) where T : class, IEntity where TFeature : class =>
        services.AddRows(listing).AddFeature<TFeature>();

    private static IServiceCollection AddRows<T>(this IServiceCollection services, Listing<T> listing) where T : class, IEntity => services
        .AddSingleton(listing)
        .AddSingleton<INodeSource>(new NodeSource<T>(listing.Singular))
        .AddTransient<FilterInputType<T>>().AddTransient<ListFilterInputType<T>>().AddTransient<SortInputType<T>>()
        .AddTransient<ConnectionType<T>>().AddTransient<EdgeType<T>>();

    /// <summary>A feature stands behind every type it extends.</summary>
    private static IServiceCollection AddFeature<TFeature>(this IServiceCollection services) where TFeature : class
    {
        services.AddSingleton<TFeature>();
        foreach (var extension in typeof(TFeature).GetInterfaces().Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ITypeExtension<>)))
            services.AddSingleton(extension, provider => provider.GetRequiredService<TFeature>());
        return services;
    }

    /// <summary>Which graph type stands for a type of C#, wherever a field says no other.</summary>
    private static void MapTypes(this ISchema schema)
    {
        schema.RegisterTypeMapping<DateTime, InstantType>();
        schema.RegisterTypeMapping<DateOnly, DayType>();
        schema.RegisterTypeMapping<PersonalDetailPlace, AutoRegisteringObjectGraphType<PersonalDetailPlace>>();
        schema.RegisterTypeMapping<StratumInput, AutoRegisteringInputObjectGraphType<StratumInput>>();
        schema.RegisterTypeMapping<PeriodInput, AutoRegisteringInputObjectGraphType<PeriodInput>>();
        schema.RegisterTypeMapping<MetricRowFilterInput, AutoRegisteringInputObjectGraphType<MetricRowFilterInput>>();
        schema.RegisterTypeMapping<MeasurementInput, AutoRegisteringInputObjectGraphType<MeasurementInput>>();
        foreach (var type in typeof(EquitySchema).Assembly.GetTypes().Where(type => type.IsEnum && type != typeof(SortDirection)))
            schema.RegisterTypeMapping(type, typeof(EnumType<>).MakeGenericType(type));
    }

    /// <summary>What failed and where, without messages and paths: they can repeat values and aliases that a client sent.</summary>
    private static string Traces(Exception? fault) =>
        fault is null ? "" : $"{fault.GetType()}\n{fault.StackTrace}\n{Traces(fault.InnerException)}";

    private static void LogAndHide(this UnhandledExceptionContext fault)
    {
        fault.ErrorMessage = "Something went wrong on our side. It has been noted; please try again, and tell us when it stays.";
        var logger = fault.Context?.RequestServices?.GetService<ILogger<EquitySchema>>();
        logger?.LogError("{Field} failed: {Fault}", fault.FieldContext is { } field ? $"{field.ParentType.Name}.{field.FieldDefinition.Name}" : "A document", Traces(fault.OriginalException));
    }
}
