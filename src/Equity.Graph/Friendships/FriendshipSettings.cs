using System.ComponentModel.DataAnnotations;

namespace Equity.Graph.Friendships;

/// <summary>How long things take between two teams. Configuration section "Friendships"; each programme can have its own times.</summary>
internal sealed class FriendshipSettings : FriendshipTimes
{
    public const string Section = "Friendships";

    /// <summary>What differs in a programme, by its key: what is not said there is as it is for all.</summary>
    public Dictionary<string, ProgrammeTimes> Programmes { get; init; } = [];

    /// <summary>The longest that a pair of any programme is not suggested again, in days.</summary>
    public int LongestApart => Programmes.Values.Select(programme => programme.ApartDays ?? ApartDays).Append(ApartDays).Max();

    /// <summary>The times of a programme.</summary>
    /// <param name="programme">Its key; null for a team without one.</param>
    public FriendshipTimes Of(string? programme) => programme is null || Programmes.GetValueOrDefault(programme) is not { } own ? this : new()
    {
        AnswerDays = own.AnswerDays ?? AnswerDays,
        ApartDays = own.ApartDays ?? ApartDays,
        CheckInDays = own.CheckInDays ?? CheckInDays,
    };

    /// <summary>Whether the times of all programmes are allowed.</summary>
    public bool AreAllowed() => Programmes.Keys.Select(Of).All(times => Validator.TryValidateObject(times, new(times), null, validateAllProperties: true));
}

/// <summary>How long things take.</summary>
internal class FriendshipTimes
{
    /// <summary>How many days a proposal waits for its answer: 1 to 365, 14 unless said.</summary>
    [Range(1, 365)]
    public int AnswerDays { get; set; } = 14;

    /// <summary>For how many days a pair that declined, let expire or ended is not suggested again: 0 to 3,650, 180 unless said.</summary>
    [Range(0, 3_650)]
    public int ApartDays { get; set; } = 180;

    /// <summary>After how many days two friends are asked whether they met: 1 to 365, 42 unless said.</summary>
    [Range(1, FriendshipRules.LatestCheckIn)]
    public int CheckInDays { get; set; } = 42;
}

/// <summary>The times in which a programme differs.</summary>
internal sealed class ProgrammeTimes
{
    /// <inheritdoc cref="FriendshipTimes.AnswerDays"/>
    public int? AnswerDays { get; set; }

    /// <inheritdoc cref="FriendshipTimes.ApartDays"/>
    public int? ApartDays { get; set; }

    /// <inheritdoc cref="FriendshipTimes.CheckInDays"/>
    public int? CheckInDays { get; set; }
}
