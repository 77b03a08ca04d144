using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace EmulationFunctions.Tests.Platform.Mail;

/// <summary>An SMTP server that answers a step as the test says: RCPT, DATA, the end of the text ("."), or the greeting ("").</summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    public const string BreakOff = "break off";
    public const string Silence = "silence";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly (string Step, string Answer)[] _answers;
    private readonly Task _running;

    public ScriptedSmtpServer(params (string Step, string Answer)[] answers)
    {
        _answers = answers;
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _running = ServeAsync();
    }

    public int Port { get; }

    /// <summary>What was taken, as it came over the wire.</summary>
    public ConcurrentQueue<string> Texts { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            using var client = await _listener.AcceptTcpClientAsync(_stop.Token);
            try
            {
                await TalkAsync(client);
            }
            catch (IOException)
            {
                // The client went away; the next one may come.
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var reader = new StreamReader(client.GetStream(), Encoding.ASCII);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        for (var line = ""; line is not null; line = await reader.ReadLineAsync(_stop.Token))
        {
            var step = line.Split(' ', ':')[0].ToUpperInvariant();
            if (!await AnswerAsync(step, writer))
            {
                return;
            }

            if (step == "DATA" && Answer("DATA").StartsWith("354", StringComparison.Ordinal))
            {
                var text = new StringBuilder();
                while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".")
                {
                    text.AppendLine(part);
                }

                Texts.Enqueue(text.ToString());
                if (!await AnswerAsync(".", writer))
                {
                    return;
                }
            }
        }
    }

    private async Task<bool> AnswerAsync(string step, StreamWriter writer)
    {
        var answer = Answer(step);
        if (answer == Silence)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        if (answer == BreakOff)
        {
            return false;
        }

        await writer.WriteLineAsync(answer.AsMemory(), _stop.Token);
        return step != "QUIT";
    }

    private string Answer(string step) =>
        _answers.FirstOrDefault(one => one.Step == step).Answer ?? step switch
        {
            "" => "220 ready",
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 ok",
        };
}
