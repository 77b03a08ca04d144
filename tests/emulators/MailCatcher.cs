using System.Text.Json;

namespace EmulationFunctions.Emulators;

/// <summary>A mail server that delivers nothing: it shows what it caught on a web page and as JSON.</summary>
public sealed class MailCatcher : IAsyncDisposable
{
    private readonly NodeProcess _process;
    private readonly HttpClient _http = new();

    private MailCatcher(NodeProcess process)
    {
        _process = process;
        var lines = process.Lines();
        SmtpPort = NodeProcess.Ports(lines, "tcp")[0];
        WebAddress = new Uri($"http://127.0.0.1:{NodeProcess.Ports(lines, "http")[0]}/");
    }

    public int SmtpPort { get; }

    public Uri WebAddress { get; }

    /// <param name="wantsUsualPorts">Whether to take the ports people know (1025, 1080) where they are free.</param>
    /// <param name="mailFolder">Where the mails are kept; null keeps them in a folder that is thrown away.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public static async Task<MailCatcher> StartAsync(bool wantsUsualPorts, string? mailFolder, CancellationToken cancellationToken)
    {
        string[] folder = mailFolder is null ? [] : ["--mail-directory", Directory.CreateDirectory(mailFolder).FullName];

        var process = await NodeProcess.StartAsync(
            Path.Combine("maildev", "bin", "maildev"),
            [
                "--ip", "127.0.0.1", "--web-ip", "127.0.0.1", .. folder,
                "--smtp", $"{(wantsUsualPorts ? NodeProcess.FreeOrAny(1025) : 0)}", "--web", $"{(wantsUsualPorts ? NodeProcess.FreeOrAny(1080) : 0)}",
            ],
            new Dictionary<string, string>(),
            lines => NodeProcess.Ports(lines, "tcp").Count > 0 && NodeProcess.Ports(lines, "http").Count > 0,
            cancellationToken);

        return new MailCatcher(process);
    }

    /// <summary>Every mail caught so far, oldest first.</summary>
    public async Task<IReadOnlyList<CaughtMail>> ListAsync(CancellationToken cancellationToken)
    {
        await using var body = await _http.GetStreamAsync(new Uri(WebAddress, "email"), cancellationToken);
        using var json = await JsonDocument.ParseAsync(body, default, cancellationToken);

        return
        [
            .. json.RootElement.EnumerateArray().Select(mail => new CaughtMail(
                mail.GetProperty("subject").GetString() ?? "",
                [.. mail.GetProperty("to").EnumerateArray().Select(to => to.GetProperty("address").GetString() ?? "")],
                mail.TryGetProperty("text", out var text) ? text.GetString() ?? "" : "")),
        ];
    }

    /// <summary>Forgets every mail.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken)
    {
        using var response = await _http.DeleteAsync(new Uri(WebAddress, "email/all"), cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return _process.DisposeAsync();
    }
}

public sealed record CaughtMail(string Subject, IReadOnlyList<string> To, string Text);
