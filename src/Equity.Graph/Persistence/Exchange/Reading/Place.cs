namespace Equity.Graph.Persistence.Exchange.Reading;

/// <summary>Where in the input something stands.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Line">The line, from 1; 0 where it is about the whole file.</param>
/// <param name="Field">The field, such as "inequities[1].dimension"; empty where it is about the whole line.</param>
internal sealed record Place(string File, int Line = 0, string Field = "")
{
    /// <summary>A field of what stands here.</summary>
    public Place Of(string field) => this with { Field = Field.Length == 0 ? field : $"{Field}.{field}" };

    /// <summary>An item, from 0, of the list that stands here.</summary>
    public Place At(int index) => this with { Field = $"{Field}[{index}]" };

    /// <summary>How to name this place to somebody who looks at another one.</summary>
    public string SeenFrom(Place other) => other.File == File && other.Line == Line && Field.Length > 0 ? Field : Line > 0 ? $"{File}:{Line}" : File;

    /// <summary>"teams.jsonl:3: inequities[1].dimension".</summary>
    public override string ToString()
    {
        var line = Line > 0 ? $"{File}:{Line}" : File;
        return Field.Length > 0 ? $"{line}: {Field}" : line;
    }
}
