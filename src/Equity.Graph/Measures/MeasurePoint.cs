using Equity.Graph.Persistence;

namespace Equity.Graph.Measures;

/// <summary>
/// What was measured at a date. Numerator and denominator are always kept both. It is no part of the audit, which others read: small figures about people
/// stay with the team and who leads its programme.
/// </summary>
internal sealed class MeasurePoint : IEntity
{
    public int Id { get; set; }

    public int MeasureId { get; set; }

    /// <summary>The measure.</summary>
    public Measure? Measure { get; set; }

    public int? StratumId { get; set; }

    /// <summary>The group; null stands for everybody, where the measure compares no groups or does not count people.</summary>
    public Stratum? Stratum { get; set; }

    /// <summary>The day, or the first day of the time that is counted.</summary>
    public DateOnly Date { get; set; }

    /// <summary>How many of them.</summary>
    public double Numerator { get; set; }

    /// <summary>Of how many; 0 where there were none.</summary>
    public double Denominator { get; set; }
}
