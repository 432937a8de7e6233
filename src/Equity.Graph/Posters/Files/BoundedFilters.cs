using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Equity.Graph.Posters.Files;

/// <summary>Unpacks what a PDF keeps its own order in, and no more than that takes: a small file can be packed to fill any memory.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    /// <summary>How much one document may hold unpacked, in bytes.</summary>
    private const int MaxBytes = 5 * PosterRules.MaxBytes;

    /// <summary>How much is unpacked at once, only to be counted.</summary>
    private const int AtOnce = 64 * 1024;

    private int left = MaxBytes;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(DefaultFilterProvider.Instance.GetAllFilters());

    private List<IFilter> Bound(IReadOnlyList<IFilter> filters) => [.. filters.Select(filter => new Bounded(filter, this))];

    private void Count(ReadOnlySpan<byte> packed)
    {
        using var source = new MemoryStream(packed.ToArray());
        using var unpacked = new ZLibStream(source, CompressionMode.Decompress);
        var some = new byte[AtOnce];
        for (var read = unpacked.Read(some); read > 0; read = unpacked.Read(some))
        {
            left -= read;
            if (left < 0)
                throw new InvalidDataException("The document holds too much.");
        }
    }

    /// <summary>What is packed in another way than every writer packs today is not unpacked: only pictures are, which nobody reads here.</summary>
    private sealed class Bounded(IFilter inner, BoundedFilters all) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is FlateFilter)
                all.Count(input.Span);
            else if (inner is not (Ascii85Filter or AsciiHexDecodeFilter))
                throw new NotSupportedException(inner.GetType().Name);
            return inner.Decode(input, streamDictionary, filterProvider, filterIndex);
        }
    }
}
