using System.Globalization;

namespace Equity.Graph.Execution.Mutations;

/// <summary>A text is longer than its field holds.</summary>
/// <param name="Field">The input's field.</param>
/// <param name="Limit">The most characters it may have.</param>
/// <param name="Actual">How many it has.</param>
internal sealed record TextTooLong(string Field, int Limit, int Actual)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"{Field} has {Actual} characters; at most {Limit} are allowed."));

/// <summary>A field that must say something is empty, or holds what no text may hold.</summary>
/// <param name="Field">The input's field.</param>
/// <param name="Problem">What is wrong with it, as the end of a sentence.</param>
internal sealed record InvalidText(string Field, string Problem) : MutationError($"{Field} {Problem}.");

/// <summary>A number lies outside its range.</summary>
/// <param name="Field">The input's field.</param>
/// <param name="Minimum">The least it may be.</param>
/// <param name="Maximum">The most it may be.</param>
/// <param name="Step">What it must be a multiple of.</param>
internal sealed record NumberOutOfRange(string Field, double Minimum, double Maximum, double Step)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"{Field} must lie between {Minimum} and {Maximum}, in steps of {Step}."));

/// <summary>You are not a member of the team, and only its members may do this.</summary>
internal sealed record NotAMember() : MutationError("Only members of the team may do this. Ask one of them to add you.");

/// <summary>There is nothing with this id or key that you can see.</summary>
/// <param name="Field">The input's field.</param>
internal sealed record NotFound(string Field) : MutationError($"{Field} names nothing that you can see. It may have been deleted, or the id is of another sort of thing.");

/// <summary>Somebody else changed it since you read it; nothing was overwritten.</summary>
/// <param name="Current">The version that it has now.</param>
internal sealed record StaleVersion(int Current)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"It has been changed since you read it and is now at version {Current}. Read it again, and repeat your change on top of it."));

/// <summary>The team has as many of these as it may have.</summary>
/// <param name="Field">What there are too many of.</param>
/// <param name="Limit">The most there may be.</param>
internal sealed record TooMany(string Field, int Limit)
    : MutationError(string.Create(CultureInfo.InvariantCulture, $"The team has {Limit} {Field} already, which is the most it may have. Delete one first."));
