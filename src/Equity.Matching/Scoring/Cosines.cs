namespace Equity.Matching;

/// <summary>
/// The cosines of what two teams wrote, by the indices of their passages. Filled, every pair that is compared at all has been compared once, whoever asks for
/// it how often; plain, a pair is compared when it is asked for. The same to the last bit.
/// </summary>
internal readonly ref struct Cosines
{
    private readonly ReadOnlySpan<float> filled;

    /// <summary>Plain: for a few pairs.</summary>
    public Cosines(IndexedTeam ours, IndexedTeam theirs) => (Ours, Theirs) = (ours, theirs);

    /// <summary>Filled.</summary>
    /// <param name="ours">One.</param>
    /// <param name="theirs">The other.</param>
    /// <param name="room">At least <see cref="RoomFor"/> them.</param>
    public Cosines(IndexedTeam ours, IndexedTeam theirs, Span<float> room) : this(ours, theirs)
    {
        var width = theirs.Passages.Count;
        foreach (var i in ours.Compared)
        {
            foreach (var (start, count) in theirs.Runs) Likeness.Between(ours.Vector(i), theirs.Vectors(start, count), room.Slice(i * width + start, count));
        }
        filled = room[..RoomFor(ours, theirs)];
    }

    public IndexedTeam Ours { get; }

    public IndexedTeam Theirs { get; }

    /// <summary>Of our passage and theirs, 0 to 1. Filled: only of passages that are compared.</summary>
    public float this[int ours, int theirs] => filled.IsEmpty ? Likeness.Between(Ours.Vector(ours), Theirs.Vector(theirs)) : filled[ours * Theirs.Passages.Count + theirs];

    /// <summary>How many floats the cosines of two teams are.</summary>
    public static int RoomFor(IndexedTeam ours, IndexedTeam theirs) => ours.Passages.Count * theirs.Passages.Count;
}
