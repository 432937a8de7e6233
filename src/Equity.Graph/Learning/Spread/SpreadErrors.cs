using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Learning.Spread;

/// <summary>The learning is your own team's: thanks and adoptions are what others say to it.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record OwnLearning(string Field) : MutationError($"{Field} is of your own team. Thank another team for what it learnt, or try that.");

/// <summary>The team tries this already.</summary>
/// <param name="Field">The input's field.</param>
/// <param name="Adoption">The id of the adoption that there is.</param>
internal sealed record AlreadyAdopted(string Field, string Adoption)
    : MutationError($"The team tries {Field} already. Say what became of it with recordAdoptionOutcome, which also changes what was said before.");

/// <summary>A piece of learning would have come from itself.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record GoesInACircle(string Field) : MutationError($"What the team tried came out of {Field} itself, perhaps by way of other teams. Name learning that came later, or leave it out.");
