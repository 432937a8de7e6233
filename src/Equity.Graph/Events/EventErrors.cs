using Equity.Graph.Execution.Mutations;

namespace Equity.Graph.Events;

/// <summary>Only those who run the event may do this.</summary>
internal sealed record NotAnOrganiser() : MutationError("Only leads and coaches of the event's programme, and administrators, may do this. Ask one of them.");
