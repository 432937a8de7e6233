using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Teams;

/// <summary>Another team has this key, or had it.</summary>
/// <param name="Key">The key that was asked for.</param>
/// <param name="Suggestion">A key that is free.</param>
internal sealed record TeamKeyTaken(string Key, string Suggestion) : MutationError($"The key \"{Key}\" is taken. \"{Suggestion}\" is free.");

/// <summary>A team that tries changes on people needs service users or carers on it, or a plan for that.</summary>
/// <param name="NeedsMember">Whether no service user or carer is among its members.</param>
/// <param name="NeedsInvolvement">Whether its involvement is NONE, or nobody has said.</param>
internal sealed record CoProductionMissing(bool NeedsMember, bool NeedsInvolvement)
    : MutationError($"{char.ToUpperInvariant(TeamRules.CoProductionGate[0])}{TeamRules.CoProductionGate[1..]}. Add the member and set involvement, or say in coProductionPlan how and by when.");

/// <summary>This person is on the team already.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record AlreadyAMember(string Field) : MutationError($"{Field} is on the team already. Change the seat with updateMember instead.");

/// <summary>The team would be left with nobody who can sign in for it.</summary>
internal sealed record LastMember() : MutationError("This is the last member who can sign in for the team. Add somebody to hand over to, or archive the team first.");

/// <summary>Only leads and coaches of the team's programme may set this field.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record NotALead(string Field) : MutationError($"Only leads and coaches of the team's programme may set {Field}.");

/// <summary>Only the person may say how the person is named and to whom the name is shown.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record NotYourself(string Field) : MutationError($"Only the person may set {Field}, after signing in.");
