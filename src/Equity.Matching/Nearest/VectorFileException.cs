namespace Equity.Matching;

/// <summary>What is wrong with a vector file.</summary>
internal enum VectorFileFault
{
    /// <summary>It is something else.</summary>
    NotVectors,
    /// <summary>Another version of this program wrote it, or another kind of processor.</summary>
    OtherVersion,
    /// <summary>Its header or its length is not as it was written.</summary>
    Damaged,
    /// <summary>Its vectors come from another encoder: the texts are to be encoded again.</summary>
    OtherModel,
    /// <summary>Its vectors have another length: the texts are to be encoded again.</summary>
    OtherDimensions,
}

/// <summary>A vector file cannot be used. It can be written again from the texts, or from the stored vectors.</summary>
internal sealed class VectorFileException(VectorFileFault fault, string path, string wrong) : IOException($"The vector file {path} {wrong}")
{
    public VectorFileFault Fault { get; } = fault;
}
