using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Equity.Graph.Auth;

/// <summary>What links say that work without signing in: anybody can read it, nobody can make it up.</summary>
internal sealed class SignedLinks(string dataFolder)
{
    private readonly Lazy<byte[]> key = new(() => new KeyFile(dataFolder, "links.key").Read());

    /// <summary>A text for an address that says something.</summary>
    /// <param name="purpose">What the link is for: one for something else counts for nothing there.</param>
    /// <param name="what">What it says.</param>
    public string Sign(string purpose, string what) => $"{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(what))}.{Base64Url.EncodeToString(SignatureOf(purpose, what))}";

    /// <summary>What a text says; null when it was not signed here for this purpose.</summary>
    public string? Read(string purpose, string? signed)
    {
        if (signed?.Split('.') is not [var text, var signature] || !Base64Url.IsValid(text) || !Base64Url.IsValid(signature))
            return null;
        var what = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(text));
        return CryptographicOperations.FixedTimeEquals(Base64Url.DecodeFromChars(signature), SignatureOf(purpose, what)) ? what : null;
    }

    private byte[] SignatureOf(string purpose, string what) => HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes($"{purpose}\n{what}"));
}
