using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace EmulationFunctions.Tests.Platform.Mail;

/// <summary>
/// An SMTP server that answers a step as the test says: RCPT (or RCPT TO:&lt;somebody&gt;), DATA, the end of the text ("."), or the greeting (""). When it answers STARTTLS
/// with 220 it goes on with TLS and a certificate that it has made itself.
/// </summary>
internal sealed class ScriptedSmtpServer : IAsyncDisposable
{
    public const string BreakOff = "break off";
    public const string Silence = "silence";
    public const string Drops = "a line now and then, and never the last one";

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

    public X509Certificate2 Certificate { get; } = MakeCertificate();

    /// <summary>Whether the last client went over to TLS.</summary>
    public bool HasTls { get; private set; }

    /// <summary>What was taken, as it came over the wire.</summary>
    public ConcurrentQueue<string> Texts { get; } = [];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Dispose();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _stop.Dispose();
        Certificate.Dispose();
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

    private static X509Certificate2 MakeCertificate()
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=smtp.example.vn", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UnixEpoch, new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }

    private async Task TalkAsync(TcpClient client)
    {
        Stream stream = client.GetStream();
        var (reader, writer) = Over(stream);
        for (var line = ""; line is not null; line = await reader.ReadLineAsync(_stop.Token))
        {
            var step = line.Split(' ', ':')[0].ToUpperInvariant();
            if (!await AnswerAsync(step, writer, line))
            {
                return;
            }

            if (step == "STARTTLS" && Answer(step).StartsWith("220", StringComparison.Ordinal))
            {
                var secure = new SslStream(stream);
                try
                {
                    await secure.AuthenticateAsServerAsync(Certificate);
                }
                catch (Exception failure) when (failure is System.Security.Authentication.AuthenticationException or IOException)
                {
                    return; // the client does not trust the certificate
                }

                (stream, HasTls) = (secure, true);
                (reader, writer) = Over(secure);
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

    private static (StreamReader Reader, StreamWriter Writer) Over(Stream stream) =>
        (new(stream, Encoding.ASCII), new(stream, Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" });

    private async Task<bool> AnswerAsync(string step, StreamWriter writer, string? line = null)
    {
        var answer = _answers.FirstOrDefault(one => one.Step == line).Answer ?? Answer(step);
        if (answer == Silence)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        while (answer == Drops)
        {
            await writer.WriteLineAsync("220-wait".AsMemory(), _stop.Token);
            await Task.Delay(200, _stop.Token);
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
