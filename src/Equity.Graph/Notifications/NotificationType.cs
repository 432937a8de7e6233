using Equity.Graph.Auth;
using Equity.Graph.Events;
using Equity.Graph.Events.Panels;
using Equity.Graph.Execution;
using Equity.Graph.Execution.Lists;
using Equity.Graph.Friendships;
using Equity.Graph.Learning;
using Equity.Graph.Rules;
using Equity.Graph.Teams;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Notifications;

/// <summary>A notification in the graph.</summary>
internal sealed class NotificationType : ObjectGraphType<Notification>
{
    public NotificationType()
    {
        Name = nameof(Notification);
        Description = "Something that somebody else did in your teams.";
        this.IsNode();
        Field<NonNullGraphType<StringGraphType>>("kind").Description("What happened, such as ADDED_TO_TEAM; more kinds may come.").Resolve(context => ContractName.Of(context.Source.Kind));
        Field<NonNullGraphType<StringGraphType>>("text").Description("What happened, in a sentence.")
            .Resolve(context => new IDataLoaderResult[] { context.LoadOne<Team>(context.Source.TeamId), context.LoadOne<Event>(context.Source.EventId) }.All()
                .Then(about => context.Source.Text((Team?)about[0], (Event?)about[1])));
        Field<NodeType>("about").Description("The friendship, the question to a panel, the event, the learning or the team that it is about; null when you cannot see it any more.")
            .Resolve(context => context.Source switch
            {
                { FriendshipId: { } friendship } => context.LoadOne<Friendship>(friendship),
                { PanelQuestionId: { } question } => context.LoadOne<PanelQuestion>(question),
                { EventId: { } gathering } => context.LoadOne<Event>(gathering),
                { LearningId: { } learning } => context.LoadOne<SharedLearning>(learning),
                { TeamId: var team } => (IDataLoaderResult)context.LoadOne<Team>(team),
            });
        Field(n => n.At);
        Field(n => n.ReadAt, nullable: true);
    }
}

/// <summary>What waits for the viewer.</summary>
internal sealed class NotificationQueries : ITypeExtension<ViewerType>
{
    public void Extend(ViewerType type) =>
        type.Field<NonNullGraphType<ListGraphType<NonNullGraphType<NotificationType>>>>("notifications").Description("What others did in your teams, newest first.")
            .Argument<BooleanGraphType>("unreadOnly", "Only those that you have not marked as read.", arg => arg.DefaultValue = false)
            .Argument<IntGraphType>("first", $"How many, 0 to {PageArguments.MaxSize}.", arg => arg.DefaultValue = PageArguments.DefaultSize)
            .ResolveAsync(async context =>
            {
                var first = PageArguments.First(context, PageArguments.DefaultSize);
                var unreadOnly = context.GetArgument("unreadOnly", false);
                return await context.QueryAsync((db, cancel) => db.Notifications.AsNoTracking()
                    .Where(n => !unreadOnly || n.ReadAt == null).OrderByDescending(n => n.Id).Take(first).ToListAsync(cancel));
            });
}
