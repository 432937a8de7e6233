using Equity.Graph.Persistence;
using Equity.Matching;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Equity.Graph.Peers.Feedback;

/// <summary>What was decided about the matcher's weights, and why. Rows are only ever added; the newest one that decided for weights says which are in use.</summary>
internal sealed class WeightsDecision : IEntity
{
    public int Id { get; set; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; set; }

    /// <summary>What came out.</summary>
    public WeightsOutcome Outcome { get; set; }

    /// <summary>Whether the server decided by itself; else somebody who runs it, by a command.</summary>
    public bool ByItself { get; set; }

    public double Inequity { get; set; }

    public double Population { get; set; }

    public double Support { get; set; }

    public double Profile { get; set; }

    public double Words { get; set; }

    /// <summary>From how many answers the weights were learnt; 0 for those that the program comes with.</summary>
    public int Answers { get; set; }

    /// <summary>Of how many teams.</summary>
    public int Teams { get; set; }

    /// <summary>By how much they foretold answers that were held back better than the weights before, as a difference of mean log-likelihoods.</summary>
    public double Gain { get; set; }

    /// <summary>The lower end of its 95 % interval.</summary>
    public double GainFrom { get; set; }

    /// <summary>The upper end.</summary>
    public double GainTo { get; set; }

    /// <summary>Of weights that were taken up again: the integer key of the decision that they come from; 0 for those that the program comes with.</summary>
    public int? From { get; set; }

    /// <summary>The weights. Those that the program comes with are its own, whatever they were then.</summary>
    public ScoreWeights Weights => Answers == 0 ? ScoreWeights.Fitted : new ScoreWeights(Inequity, Population, Support, Profile, Words);

    /// <summary>Takes weights over.</summary>
    public WeightsDecision With(ScoreWeights weights)
    {
        (Inequity, Population, Support, Profile, Words) = weights;
        return this;
    }
}

/// <summary>What came out of a decision about weights.</summary>
internal enum WeightsOutcome
{
    /// <summary>Learnt weights were taken into use.</summary>
    Learnt,
    /// <summary>Learnt weights were not better than those in use, which stay.</summary>
    NoBetter,
    /// <summary>Earlier weights were taken up again.</summary>
    GoneBack,
}

internal sealed class WeightsDecisionConfiguration : IEntityTypeConfiguration<WeightsDecision>
{
    /// <summary>The longest name of an outcome.</summary>
    private const int MaxOutcome = 50;

    public void Configure(EntityTypeBuilder<WeightsDecision> decision)
    {
        decision.ToTable("WeightsDecisions");
        decision.Property(d => d.Outcome).HasConversion<string>().HasMaxLength(MaxOutcome);
        decision.Ignore(d => d.Weights);
    }
}
