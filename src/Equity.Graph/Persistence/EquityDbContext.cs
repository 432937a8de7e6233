using Equity.Graph.Audit;
using Equity.Graph.Auth;
using Equity.Graph.Events;
using Equity.Graph.Events.Harvest;
using Equity.Graph.Events.Panels;
using Equity.Graph.Execution.Mutations;
using Equity.Graph.Friendships;
using Equity.Graph.Ideas;
using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Learning.Spread;
using Equity.Graph.Measures;
using Equity.Graph.Measures.Release;
using Equity.Graph.Metrics.Closing;
using Equity.Graph.Notifications;
using Equity.Graph.Peers;
using Equity.Graph.Peers.Feedback;
using Equity.Graph.Posters;
using Equity.Graph.Programmes;
using Equity.Graph.Resources;
using Equity.Graph.Support;
using Equity.Graph.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Equity.Graph.Persistence;

/// <summary>The community's database. Each feature configures its own entities.</summary>
internal sealed class EquityDbContext(DbContextOptions<EquityDbContext> options) : DbContext(options)
{
    public DbSet<Programme> Programmes => Set<Programme>();
    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Team> Teams => Set<Team>();
    public DbSet<StageLeft> StagesLeft => Set<StageLeft>();
    public DbSet<TeamMember> TeamMembers => Set<TeamMember>();
    public DbSet<Inequity> Inequities => Set<Inequity>();
    public DbSet<SharedLearning> Learning => Set<SharedLearning>();
    public DbSet<Thanks> Thanks => Set<Thanks>();
    public DbSet<Adoption> Adoptions => Set<Adoption>();
    public DbSet<ChangeIdea> ChangeIdeas => Set<ChangeIdea>();
    public DbSet<IdeaMeasure> IdeaMeasures => Set<IdeaMeasure>();
    public DbSet<PdsaCycle> PdsaCycles => Set<PdsaCycle>();
    public DbSet<Measure> Measures => Set<Measure>();
    public DbSet<Stratum> Strata => Set<Stratum>();
    public DbSet<MeasurePoint> MeasurePoints => Set<MeasurePoint>();
    public DbSet<ClosedFigure> ClosedFigures => Set<ClosedFigure>();
    public DbSet<ClosedMonth> ClosedMonths => Set<ClosedMonth>();
    public DbSet<ReleasedPoint> ReleasedPoints => Set<ReleasedPoint>();
    public DbSet<MonthlyRelease> MonthlyReleases => Set<MonthlyRelease>();
    public DbSet<Ask> Asks => Set<Ask>();
    public DbSet<Offer> Offers => Set<Offer>();
    public DbSet<Poster> Posters => Set<Poster>();
    public DbSet<Resource> Resources => Set<Resource>();
    public DbSet<StoredVector> Vectors => Set<StoredVector>();
    public DbSet<ProfileChange> ProfileChanges => Set<ProfileChange>();
    public DbSet<Friendship> Friendships => Set<Friendship>();
    public DbSet<Event> Events => Set<Event>();
    public DbSet<Attendance> Attendance => Set<Attendance>();
    public DbSet<WorldCafe> WorldCafes => Set<WorldCafe>();
    public DbSet<CafeRound> CafeRounds => Set<CafeRound>();
    public DbSet<CafeSeat> CafeSeats => Set<CafeSeat>();
    public DbSet<PanelQuestion> PanelQuestions => Set<PanelQuestion>();
    public DbSet<PanelVote> PanelVotes => Set<PanelVote>();
    public DbSet<PanelAnswer> PanelAnswers => Set<PanelAnswer>();
    public DbSet<HarvestNote> HarvestNotes => Set<HarvestNote>();
    public DbSet<Rating> Ratings => Set<Rating>();
    public DbSet<Showing> Showings => Set<Showing>();
    public DbSet<WeightsDecision> WeightsDecisions => Set<WeightsDecision>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<AuditEntry> Audit => Set<AuditEntry>();
    public DbSet<Notification> Notifications => Set<Notification>();
    public DbSet<StoredAnswer> StoredAnswers => Set<StoredAnswer>();

    /// <summary>Who reads and writes through this context; a stranger, until <see cref="Contexts.OpenAsync"/> says otherwise.</summary>
    public Viewer Sight { get; internal set; } = Viewer.Stranger;

    /// <summary>Whether a person is being forgotten: the audit then tells that rows changed, not how.</summary>
    public bool Forgets { get; internal set; }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(EquityDbContext).Assembly);
        ReadRules.Apply(modelBuilder, this);
    }

    // A pooled context goes back without its viewer.
    public override void Dispose()
    {
        (Sight, Forgets) = (Viewer.Stranger, false);
        base.Dispose();
    }

    public override ValueTask DisposeAsync()
    {
        (Sight, Forgets) = (Viewer.Stranger, false);
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();

    /// <summary>Instants are stored in UTC and come back as UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        instant => instant.ToUniversalTime(), stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
