using Equity.Graph.Auth;
using Equity.Graph.Events;
using Equity.Graph.Events.Panels;
using Equity.Graph.Friendships;
using Equity.Graph.Learning;
using Equity.Graph.Persistence;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Notifications;

/// <summary>Something that somebody else did and a person should know. It holds no text of its own: what it says is made when it is read.</summary>
internal sealed class Notification : IEntity
{
    /// <summary>How long one is kept.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(90);

    public int Id { get; set; }

    public int PersonId { get; set; }

    /// <summary>Whom it is for.</summary>
    public Person? Person { get; set; }

    /// <summary>What happened.</summary>
    public NotificationKind Kind { get; set; }

    public int TeamId { get; set; }

    /// <summary>The team that it is about.</summary>
    public Team? Team { get; set; }

    public int? FriendshipId { get; set; }

    /// <summary>The friendship that it is about; null when it is about none. The team is then the other one of the two.</summary>
    public Friendship? Friendship { get; set; }

    public int? EventId { get; set; }

    /// <summary>The event that it is about; null when it is about none. The team is then the one that has joined it.</summary>
    public Event? Event { get; set; }

    public int? PanelQuestionId { get; set; }

    /// <summary>The question to a panel that it is about; null when it is about none.</summary>
    public PanelQuestion? PanelQuestion { get; set; }

    public int? LearningId { get; set; }

    /// <summary>The learning that it is about; null when it is about none. The team is then the one that did something with it or, of thanks, the one that learnt it.</summary>
    public SharedLearning? Learning { get; set; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>When the person marked it as read, UTC; null while it waits.</summary>
    public DateTime? ReadAt { get; set; }

    /// <summary>What it says of the team and the event; null stands for one that the person cannot see any more.</summary>
    public string Text(Team? team, Event? gathering) => Sentence(
        team is null ? "A team that you cannot see any more" : $"“{team.Name}”", gathering is null ? "An event that you cannot see any more" : $"“{gathering.Name}”");

    /// <summary>The same where nobody is to learn which team or event it is.</summary>
    public string TextWithoutNames()
    {
        var isOfAnother = FriendshipId is not null || Kind is NotificationKind.LearningAdopted or NotificationKind.AdoptionReported or NotificationKind.TeamsIntroduced;
        var sentence = Sentence(isOfAnother ? "another team" : "your team", "an event");
        return char.ToUpperInvariant(sentence[0]) + sentence[1..];
    }

    private string Sentence(string name, string occasion) => Kind switch
    {
        NotificationKind.AddedToTeam => $"{name} has you as a member now.",
        NotificationKind.RemovedFromTeam => $"{name} no longer has you as a member.",
        NotificationKind.TeamPublished => $"{name} was shown to the community.",
        NotificationKind.StageReached => $"{name} has reached another stage.",
        NotificationKind.TeamArchived => $"{name} was archived.",
        NotificationKind.TeamDeleted => FormattableString.Invariant($"{name} was deleted; it can be restored for {Deletion.Kept.Days} days."),
        NotificationKind.TeamRestored => $"{name} was brought back.",
        NotificationKind.LearningShared => $"{name} has new learning to read.",
        NotificationKind.FriendshipProposed => $"{name} asks whether your teams could be friends to call on.",
        NotificationKind.FriendshipAccepted => $"{name} and your team are friends to call on now.",
        NotificationKind.FriendshipsCrossed => $"{name} and your team have asked each other, and are friends to call on now. Look whether the usual promise and boundaries suit you, and say how to reach you.",
        NotificationKind.FriendshipUpdated => $"{name} has changed what you agreed on, or how to reach it.",
        NotificationKind.FriendshipDeclined => $"{name} cannot be a friend to call on for now. Another team may be glad to be asked.",
        NotificationKind.FriendshipWithdrawn => $"{name} has taken back its proposal.",
        NotificationKind.FriendshipExpired => $"{name} did not answer in time. Another team may be glad to be asked.",
        NotificationKind.FriendshipEnded => $"{name} and your team are no longer friends to call on.",
        NotificationKind.CheckInDue => $"{name} and your team meant to meet: did you?",
        NotificationKind.FriendPaused => $"{name} takes no new friends for a while, and may answer later than you hoped.",
        NotificationKind.EventPlaceFree => $"{occasion} has room for {name} now: you are expected.",
        NotificationKind.EventMoved => $"{occasion} has another time or place.",
        NotificationKind.EventCancelled => $"{occasion} has been called off.",
        NotificationKind.EventRestored => $"{occasion} takes place after all.",
        NotificationKind.CafePublished => $"{occasion} has a seat for {name} in each round of its world café.",
        NotificationKind.QuestionAnswered => $"{occasion} has an answer to the question that {name} asked its panel.",
        NotificationKind.LearningHeard => $"{occasion} has learning that others heard from {name}: it stands among yours now. Read it, put it right, or take it back.",
        NotificationKind.LearningThanked => $"{name} was thanked for something that it has learnt.",
        NotificationKind.LearningAdopted => $"{name} tries something that your team has learnt.",
        NotificationKind.AdoptionReported => $"{name} says what became of something that it tried and your team has learnt.",
        NotificationKind.LearningFeatured => $"{name} has learning that its programme puts forward for everybody to read.",
        NotificationKind.TeamsIntroduced => $"{name} and your team could help each other, says who leads your programme. Look at what it does, and ask whether it would be a friend to call on.",
        _ => throw new InvalidOperationException($"{Kind} has no text."),
    };
}

/// <summary>What a notification tells.</summary>
internal enum NotificationKind
{
    AddedToTeam,
    RemovedFromTeam,
    TeamPublished,
    StageReached,
    TeamArchived,
    TeamDeleted,
    TeamRestored,
    LearningShared,
    FriendshipProposed,
    FriendshipAccepted,
    FriendshipsCrossed,
    FriendshipUpdated,
    FriendshipDeclined,
    FriendshipWithdrawn,
    FriendshipExpired,
    FriendshipEnded,
    CheckInDue,
    FriendPaused,
    EventPlaceFree,
    EventMoved,
    EventCancelled,
    EventRestored,
    CafePublished,
    QuestionAnswered,
    LearningHeard,
    LearningThanked,
    LearningAdopted,
    AdoptionReported,
    LearningFeatured,
    TeamsIntroduced,
}

internal sealed class NotificationConfiguration : IEntityTypeConfiguration<Notification>
{
    /// <summary>The longest name of a kind.</summary>
    private const int MaxKind = 50;

    public void Configure(EntityTypeBuilder<Notification> notification)
    {
        notification.ToTable("Notifications");
        notification.Property(n => n.Kind).HasConversion<string>().HasMaxLength(MaxKind);
        notification.HasIndex(n => new { n.PersonId, n.Id });
        notification.HasIndex(n => n.At);
        notification.HasOne(n => n.Person).WithMany().HasForeignKey(n => n.PersonId).OnDelete(DeleteBehavior.Cascade);
        notification.HasOne(n => n.Friendship).WithMany().HasForeignKey(n => n.FriendshipId).OnDelete(DeleteBehavior.Cascade);
        notification.HasOne(n => n.Event).WithMany().HasForeignKey(n => n.EventId).OnDelete(DeleteBehavior.Cascade);
        notification.HasOne(n => n.PanelQuestion).WithMany().HasForeignKey(n => n.PanelQuestionId).OnDelete(DeleteBehavior.Cascade);
        notification.HasOne(n => n.Learning).WithMany().HasForeignKey(n => n.LearningId).OnDelete(DeleteBehavior.Cascade);
        notification.HasOne(n => n.Team).WithMany().HasForeignKey(n => n.TeamId).OnDelete(DeleteBehavior.Cascade);
    }
}
