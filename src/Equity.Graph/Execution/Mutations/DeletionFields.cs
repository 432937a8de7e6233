using System.ComponentModel;
using Equity.Graph.Auth;
using Equity.Graph.Persistence;
using Equity.Graph.Rules;
using GraphQL;
using GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Equity.Graph.Execution.Mutations;

// The schema's descriptions stand in attributes here: those of other inputs come from their comments, which are not found for a generic type.

[Description("What is to be deleted.")]
internal sealed class DeleteInput<T> : MutationInput
{
    [Id, Description("Its id.")]
    public required string Id { get; init; }

    [Description("The version that you read.")]
    public required int Version { get; init; }
}

[Description("What is to be restored.")]
internal sealed class RestoreInput<T> : MutationInput
{
    [Id, Description("The id that it had before.")]
    public required string Id { get; init; }
}

/// <summary>Deleting what belongs to a team, and bringing it back.</summary>
internal static class DeletionFields
{
    /// <summary>Adds the mutations deleteX and restoreX for a kind of rows.</summary>
    /// <param name="type">Where all mutations are.</param>
    /// <param name="many">What a team has of them, by its field.</param>
    /// <param name="max">The most that a team may have.</param>
    public static void AddDeletion<T, TType>(this Mutation type, string many, int max) where T : class, IKeyed, IVersioned, IDeletable, IWithTeam where TType : IGraphType
    {
        var kind = NodeId.KindOf(typeof(T));
        var what = ConstantCase.Of(kind).Replace('_', ' ').ToLowerInvariant();
        var days = Deletion.Kept.Days;
        type.Add<DeleteInput<T>, T, TType>("delete" + kind, FormattableString.Invariant($"Deletes the {what}; restore{kind} brings it back within {days} days."), DeleteAsync, InputErrors.OfRows);
        type.Add<RestoreInput<T>, T, TType>(
            "restore" + kind, FormattableString.Invariant($"Brings back the {what} that was deleted in the last {days} days."),
            (change, input) => RestoreAsync(change, input, new TooMany(many, max)), typeof(NotAMember), typeof(NotFound), typeof(TooMany));
    }

    private static async Task<T?> DeleteAsync<T>(Change change, DeleteInput<T> input) where T : class, IKeyed, IVersioned, IDeletable, IWithTeam
    {
        if (await change.WritableAsync<T>(input.Id, "id") is not { } row || !change.IsCurrent(row, input.Version))
            return null;
        change.Db.Remove(row);
        return row;
    }

    private static async Task<T?> RestoreAsync<T>(Change change, RestoreInput<T> input, TooMany full) where T : class, IKeyed, IVersioned, IDeletable, IWithTeam
    {
        var since = change.Now - Deletion.Kept;
        var deleted = change.Db.Set<T>().IgnoreQueryFilters([ReadRules.Deleted]).Where(row => row.DeletedAt > since && row.Team!.DeletedAt == null);
        if (await change.WritableAsync(input.Id, "id", deleted) is not { } row)
            return null;
        row.DeletedAt = null;
        var keys = await change.Db.Set<T>().Where(other => other.TeamId == row.TeamId).Select(other => other.Key).ToListAsync(change.Cancel);
        if (keys.Count >= full.Limit)
            change.Refuse(full);
        change.Db.Entry(row).Property(restored => restored.Key).CurrentValue = Key.Free(row.Key, keys.ToHashSet());
        return row;
    }
}
