using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Sends by Azure Communication Services. The attempt's id is the operation's id, so after a crash the service can be asked what became of
/// it. It does not promise to drop a second request with the same id; a mail is sent twice only when a request that never got an answer
/// was taken and the service does not yet know of its operation when asked.
/// </summary>
internal sealed class AcsTransport : IMailTransport
{
    private const string Scope = "https://communication.azure.com//.default";
    private const string Version = "api-version=2025-09-01";

    private readonly MailOptions _options;
    private readonly HttpPipeline _pipeline;
    private readonly string _endpoint;

    public AcsTransport(MailOptions options, TokenCredential credential, HttpPipelineTransport? transport = null)
    {
        _options = options;
        _endpoint = options.Acs.Endpoint.TrimEnd('/');

        // No retries here: a second try is DeliverMail's, which first asks what became of the first one.
        var pipeline = new PipelineOptions { Retry = { MaxRetries = 0, NetworkTimeout = TimeSpan.FromSeconds(30) } };
        if (transport is not null)
        {
            pipeline.Transport = transport;
        }

        _pipeline = HttpPipelineBuilder.Build(pipeline, new BearerTokenAuthenticationPolicy(credential, Scope));
    }

    public async Task<MailOutcome> SendAsync(ComposedMail mail, Guid attempt, CancellationToken cancellationToken)
    {
        if (!ComposedMail.CanReach(mail.To))
        {
            return new MailOutcome.Refused("The address is not one that a mail server can be given.");
        }

        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Post;
        message.Request.Uri.Reset(new($"{_endpoint}/emails:send?{Version}"));
        message.Request.Headers.Add("Operation-Id", attempt.ToString());
        message.Request.Headers.Add(HttpHeader.Common.JsonContentType);
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(Body(mail), JsonSerializerOptions.Web));
        return await AnswerAsync(message, cancellationToken) is not { } response
            ? Down("The mail service cannot be reached.")
            : response.Status is 202 or 409 // 409: an operation with this id is there already
                ? new MailOutcome.Accepted(OperationOf(response) ?? attempt, RetryAfter(response))
                : OfError(response);
    }

    public async Task<MailOutcome?> FindAsync(Guid attempt, CancellationToken cancellationToken)
    {
        using var message = _pipeline.CreateMessage();
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(new($"{_endpoint}/emails/operations/{attempt}?{Version}"));
        message.Request.Headers.Add(HttpHeader.Common.JsonAccept);
        if (await AnswerAsync(message, cancellationToken) is not { } response)
        {
            return Down("The mail service cannot be reached.");
        }

        return response.Status switch
        {
            404 => null,
            200 => OfStatus(Read(response), attempt, RetryAfter(response)),
            _ => OfError(response),
        };
    }

    private SendRequest Body(ComposedMail mail) => new(
        _options.Sender().Address,
        new(mail.Subject, mail.PlainText, mail.Html),
        new([new(mail.To)]),
        new Dictionary<string, string> { ["X-Emulation-Reference"] = mail.Reference },
        UserEngagementTrackingDisabled: true,
        mail.Calendar is { } calendar ? [new(CalendarPart.FileName, CalendarPart.MediaType, Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar.Text)))] : null);

    private async Task<Response?> AnswerAsync(HttpMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await _pipeline.SendAsync(message, cancellationToken);
            return message.Response;
        }
        catch (Exception failure) when (failure is RequestFailedException or AggregateException or Azure.Identity.AuthenticationFailedException or OperationCanceledException or IOException or HttpRequestException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static MailOutcome OfStatus(Operation? operation, Guid attempt, TimeSpan? after) => operation?.Status switch
    {
        "Succeeded" => new MailOutcome.Sent(),
        "Failed" or "Canceled" => new MailOutcome.Refused(Sentence("The mail service gave the mail up", operation.Error?.Code)),
        _ => new MailOutcome.Accepted(attempt, after),
    };

    private static MailOutcome OfError(Response response)
    {
        var code = Read(response)?.Error?.Code;
        return response.Status switch
        {
            // The role may not have reached the service yet, or the address of the service is wrong: for an administrator, not the mail's fault.
            401 or 403 or 404 => Down(Sentence("The mail service does not let us in or is not there", Status(response, code))),
            408 or 429 or >= 500 => new MailOutcome.Later(
                Sentence("The mail service takes no more mail now", Status(response, code)), Everybody: true, RetryAfter(response)),

            // The sender's domain is not linked or verified, or has no such sender: that is no single mail's fault either.
            _ when code is not null && (code.Contains("Sender", StringComparison.OrdinalIgnoreCase) || code.Contains("Domain", StringComparison.OrdinalIgnoreCase)) =>
                Down(Sentence("The mail service refuses the sender", Status(response, code))),
            _ => new MailOutcome.Refused(Sentence("The mail service refuses the mail for good", Status(response, code))),
        };
    }

    private static Guid? OperationOf(Response response)
    {
        if (Guid.TryParse(Read(response)?.Id, out var id))
        {
            return id;
        }

        return response.Headers.TryGetValue("Operation-Location", out var location)
            && Uri.TryCreate(location, UriKind.Absolute, out var address)
            && Guid.TryParse(address.Segments[^1], out id) ? id : null;
    }

    private static Operation? Read(Response response)
    {
        try
        {
            return JsonSerializer.Deserialize<Operation>(response.Content.ToMemory().Span, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static TimeSpan? RetryAfter(Response response) =>
        response.Headers.TryGetValue("Retry-After", out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string Status(Response response, string? code) =>
        code is null ? response.Status.ToString(CultureInfo.InvariantCulture) : $"{response.Status.ToString(CultureInfo.InvariantCulture)} {code}";

    /// <summary>A code is a word of the service's own list; its message may hold an address and is left out.</summary>
    private static string Sentence(string text, string? code) => code is null ? $"{text}." : $"{text} ({ComposedMail.OneLine(code)}).";

    private static MailOutcome.Later Down(string reason) => new(reason, Everybody: true);

    private sealed class PipelineOptions : ClientOptions;
}

internal sealed record SendRequest(
    string SenderAddress,
    SendContent Content,
    SendRecipients Recipients,
    Dictionary<string, string> Headers,
    bool UserEngagementTrackingDisabled,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SendAttachment>? Attachments);

internal sealed record SendAttachment(string Name, string ContentType, string ContentInBase64);

internal sealed record SendContent(string Subject, string PlainText, string Html);

internal sealed record SendRecipients(IReadOnlyList<SendAddress> To);

internal sealed record SendAddress(string Address);

internal sealed record Operation(string? Id, string? Status, OperationError? Error);

internal sealed record OperationError(string? Code);
