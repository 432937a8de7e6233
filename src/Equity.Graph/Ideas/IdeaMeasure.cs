using Equity.Graph.Measures;
using Equity.Graph.Persistence;

namespace Equity.Graph.Ideas;

/// <summary>That a team looks at a measure of its own to see whether a change idea helps. It goes with either of the two.</summary>
internal sealed class IdeaMeasure : IEntity
{
    public int Id { get; set; }

    public int ChangeIdeaId { get; set; }

    /// <summary>The idea.</summary>
    public ChangeIdea? ChangeIdea { get; set; }

    public int MeasureId { get; set; }

    /// <summary>The measure.</summary>
    public Measure? Measure { get; set; }
}
