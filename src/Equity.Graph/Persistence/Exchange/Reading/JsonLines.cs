using System.Text.Json;

namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>A file of JSON Lines: an object a line, in any order. Blank lines count and are passed over.</summary>
internal sealed class JsonLines(string name, Func<Stream> open) : ImportSource
{
    public override IEnumerable<ObjectEntry> Read(Remarks problems, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        using var stream = Open(name, open, problems);
        if (stream is null)
            yield break;
        var blank = true;
        foreach (var line in new LineReader(stream).Lines())
        {
            cancel.ThrowIfCancellationRequested();
            if (!line.TooLong && line.Bytes.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            blank = false;
            if (ReadLine(line, problems) is { } read)
                yield return read;
            if (stream.CanSeek)
                progress?.Report(new(ImportStep.Reading, stream.Position, stream.Length));
        }
        if (blank)
            problems.Add(new Place(name), "is empty; a file of teams has one JSON object a line");
    }

    private ObjectEntry? ReadLine(RawLine line, Remarks problems)
    {
        var place = new Place(name, line.Number);
        if (line.Problem() is { } problem)
        {
            problems.Add(place, problem);
            return null;
        }
        try
        {
            using var json = JsonDocument.Parse(line.Bytes);
            if (new JsonEntries(problems).Entry(json.RootElement, place) is ObjectEntry read)
                return read;
            problems.Add(place, "must be one JSON object, in braces");
        }
        catch (JsonException fault)
        {
            problems.Add(place, line.Bytes.Span.Trim(" \t\r"u8).SequenceEqual("["u8)
                ? "begins a list; JSON Lines has one object a line, without brackets round them and commas between"
                : $"is not one whole JSON object: {Reason(fault)}");
        }
        return null;
    }

    /// <summary>The parser's reason, with the position in the words of this report.</summary>
    private static string Reason(JsonException fault)
    {
        var position = fault.Message.LastIndexOf(" LineNumber:", StringComparison.Ordinal);
        var reason = position < 0 ? fault.Message : fault.Message[..position].TrimEnd('.');
        return $"{reason} (at byte {fault.BytePositionInLine + 1})";
    }
}
