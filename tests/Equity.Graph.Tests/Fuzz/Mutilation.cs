using System.Text;
using System.Text.RegularExpressions;

namespace Equity.Graph.Tests.Fuzz;

/// <summary>Breaks what was whole: documents by their tokens, bodies by their bytes.</summary>
internal sealed partial class Mutilation(Random random)
{
    private static readonly string[] Noise =
    [
        "{", "}", "(", ")", "[", "]", "!", "$", "$v0", "@", "@skip", "@include(if: $no)", ":", "=", "|", "&", "...", "...F0", "... on Nothing", "on", "fragment", "fragment F0 on Query { ...F0 }", "query", "mutation", "subscription", "{ __schema { types { name } } }", "type T { a: Int }",
        "\"", "\"\"\"", "\"\\ud800\"", "\"\\uD83D\"", "\"\\u{1F600}\"", "\"\\u{FFFFFFFF}\"", "\"\\q\"", "#", "\0", "\u2028", "\ufeff", "é", "😀", "-", "00", "1e999", "-1e-999", "99999999999999999999999999999999999", "0x10", "1.", ".5", "null", "true", "Team", "__typename", "__type(name: \"Team\") { name }",
    ];

    private static readonly byte[][] Bytes = [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0], [(byte)'"'], [(byte)'\\'], [(byte)'{'], [(byte)']'], [(byte)','], "\\ud800"u8.ToArray(), "1e999"u8.ToArray(), "/*"u8.ToArray(), [0xEF, 0xBB, 0xBF]];

    /// <summary>A document with one to three things wrong.</summary>
    public string OfDocument(string document)
    {
        for (var i = random.Next(1, 4); i > 0; i--)
        {
            var tokens = Token().Matches(document).Select(token => token.Value).ToList();
            if (tokens.Count == 0)
                return Noise[random.Next(Noise.Length)];
            var (one, other) = (random.Next(tokens.Count), random.Next(tokens.Count));
            switch (random.Next(9))
            {
                case 0: (tokens[one], tokens[other]) = (tokens[other], tokens[one]); break;
                case 1: tokens.RemoveAt(one); break;
                case 2: tokens.Insert(one, tokens[other]); break;
                case 3: tokens.RemoveRange(one, tokens.Count - one); break;
                case 4: tokens.Insert(one, string.Concat(Enumerable.Repeat(Noise[random.Next(9)], random.Next(3_000)))); break;
                case 5: tokens[one] = Noise[random.Next(Noise.Length)]; break;
                case 6: tokens.Insert(one, string.Concat(Enumerable.Repeat(tokens[other] + " ", random.Next(300)))); break;
                case 7: tokens.Insert(one, string.Concat(Enumerable.Repeat("{" + tokens[other], random.Next(3_000)))); break;
                default: tokens.Insert(one, Noise[random.Next(Noise.Length)]); break;
            }
            document = string.Join(' ', tokens);
        }
        return document;
    }

    /// <summary>A body with something wrong in its bytes.</summary>
    public byte[] OfBody(byte[] body)
    {
        if (body.Length == 0)
            return body;
        var at = random.Next(body.Length);
        return random.Next(8) switch
        {
            7 => Encoding.UTF8.GetBytes(Twice(Encoding.UTF8.GetString(body))),
            0 => body[..at],
            1 => [.. body[..at], .. Bytes[random.Next(Bytes.Length)], .. body[at..]],
            2 => [.. body[..at], .. body[Math.Min(body.Length, at + random.Next(9))..]],
            3 => [.. body, .. body],
            4 => [.. Encoding.UTF8.GetBytes(new string('[', random.Next(2_000))), .. body],
            5 => Encoding.Unicode.GetBytes(Encoding.UTF8.GetString(body)),
            _ => [.. body[..at], (byte)random.Next(256), .. body[(at + 1)..]],
        };
    }

    /// <summary>The JSON with one of its fields of a simple value twice.</summary>
    private string Twice(string json)
    {
        var fields = Field().Matches(json);
        if (fields.Count == 0)
            return json;
        var field = fields[random.Next(fields.Count)];
        return json.Insert(field.Index, field.Value + ",");
    }

    [GeneratedRegex("""\"\w+":(?:"(?:[^"\\]|\\.)*"|[\w.+-]+)""")]
    private static partial Regex Field();

    [GeneratedRegex("""[A-Za-z_]\w*|"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\.\.|\S""")]
    private static partial Regex Token();
}
