using System.Net;
using System.Net.Sockets;
using MimeKit;

namespace Equity.Graph.Tests.Mailing;

/// <summary>A mail server on a port of 127.0.0.1 that takes mails and keeps them.</summary>
internal sealed class MailServer : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Lock turn = new();
    private readonly List<MimeMessage> taken = [];

    public MailServer()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What is said to an address: 250 takes it.</summary>
    public Func<string, string> Answer { get; set; } = _ => "250 OK";

    /// <summary>Whether whoever comes is turned away, as by a server that is not there.</summary>
    public bool IsDown { get; set; }

    /// <summary>How often somebody came.</summary>
    public int Visits { get; private set; }

    /// <summary>The mails that it took.</summary>
    public IReadOnlyList<MimeMessage> Taken
    {
        get
        {
            lock (turn)
                return [.. taken];
        }
    }

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                lock (turn)
                    Visits++;
                _ = ServeAsync(client);
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        if (IsDown)
            return;
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { NewLine = "\r\n", AutoFlush = true };
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            if (line == "DATA")
                await TakeAsync(reader, writer);
            else
                await writer.WriteLineAsync(line.StartsWith("RCPT", StringComparison.Ordinal) ? Answer(line) : line == "QUIT" ? "221 Bye" : "250 OK");
            if (line == "QUIT")
                return;
        }
    }

    private async Task TakeAsync(StreamReader reader, StreamWriter writer)
    {
        await writer.WriteLineAsync("354 Go on");
        using var text = new MemoryStream();
        await using (var lines = new StreamWriter(text, leaveOpen: true) { NewLine = "\r\n" })
        {
            while (await reader.ReadLineAsync() is { } line && line != ".")
                await lines.WriteLineAsync(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line);
        }
        text.Position = 0;
        var mail = await MimeMessage.LoadAsync(text);
        lock (turn)
            taken.Add(mail);
        await writer.WriteLineAsync("250 Taken");
    }
}
