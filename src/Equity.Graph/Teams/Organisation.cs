using Equity.Graph.Persistence;

namespace Equity.Graph.Teams;

/// <summary>An organisation that teams belong to: a trust, a practice network, a charity.</summary>
internal sealed class Organisation : IEntity
{
    public int Id { get; set; }

    /// <summary>Its lower-case slug: unique, and the same across imports.</summary>
    public required string Key { get; set; }

    /// <summary>What the organisation is called.</summary>
    public required string Name { get; set; }
}
