using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Events.Panels;

internal sealed class PanelConfiguration
    : IEntityTypeConfiguration<PanelQuestion>, IEntityTypeConfiguration<PanelVote>, IEntityTypeConfiguration<PanelAsker>, IEntityTypeConfiguration<PanelAnswer>
{
    /// <summary>The longest name of a role.</summary>
    private const int MaxRole = 50;

    public void Configure(EntityTypeBuilder<PanelQuestion> question)
    {
        question.ToTable("PanelQuestions");
        question.Property(q => q.Key).HasMaxLength(Key.Max);
        question.HasIndex(q => q.Key).IsUnique();
        question.Property(q => q.Text).HasMaxLength(PanelRules.Question.Max);
        question.Folded(q => q.Text);
        question.HasIndex(q => new { q.EventId, q.Votes });
        question.HasIndex(q => q.AskedAt);
        question.Property(q => q.Version).IsConcurrencyToken();
        question.HasOne(q => q.Event).WithMany().HasForeignKey(q => q.EventId).OnDelete(DeleteBehavior.Cascade);
        question.HasOne(q => q.AskedBy).WithMany().HasForeignKey(q => q.AskedById).OnDelete(DeleteBehavior.SetNull);
        // One that is removed takes along what it stands for.
        question.HasOne(q => q.MergedInto).WithMany().HasForeignKey(q => q.MergedIntoId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PanelVote> vote)
    {
        vote.ToTable("PanelVotes");
        // A person votes once for a question.
        vote.HasIndex(v => new { v.PanelQuestionId, v.PersonId }).IsUnique();
        vote.HasOne<PanelQuestion>().WithMany().HasForeignKey(v => v.PanelQuestionId).OnDelete(DeleteBehavior.Cascade);
        vote.HasOne<Person>().WithMany().HasForeignKey(v => v.PersonId).OnDelete(DeleteBehavior.SetNull);
    }

    public void Configure(EntityTypeBuilder<PanelAsker> asker)
    {
        asker.ToTable("PanelAskers");
        asker.HasIndex(a => new { a.EventId, a.PersonId }).IsUnique();
        asker.HasOne<Event>().WithMany().HasForeignKey(a => a.EventId).OnDelete(DeleteBehavior.Cascade);
        asker.HasOne<Person>().WithMany().HasForeignKey(a => a.PersonId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<PanelAnswer> answer)
    {
        answer.ToTable("PanelAnswers");
        answer.Property(a => a.Key).HasMaxLength(Key.Max);
        answer.HasIndex(a => new { a.PanelQuestionId, a.Key }).IsUnique();
        answer.Property(a => a.Text).HasMaxLength(PanelRules.Answer.Max);
        answer.Property(a => a.ByRole).HasConversion<string>().HasMaxLength(MaxRole);
        answer.HasOne(a => a.Question).WithMany().HasForeignKey(a => a.PanelQuestionId).OnDelete(DeleteBehavior.Cascade);
        answer.HasOne(a => a.Team).WithMany().HasForeignKey(a => a.TeamId).OnDelete(DeleteBehavior.SetNull);
        answer.HasOne(a => a.Learning).WithMany().HasForeignKey(a => a.LearningId).OnDelete(DeleteBehavior.SetNull);
    }
}
