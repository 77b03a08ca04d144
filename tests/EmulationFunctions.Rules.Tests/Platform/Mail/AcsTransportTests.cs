using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using Azure.Core;
using Azure.Core.Pipeline;
using EmulationFunctions.Platform.Mail;

namespace EmulationFunctions.Rules.Tests.Platform.Mail;

public sealed class AcsTransportTests
{
    private static readonly Guid Attempt = MailKey.Digest(new(2026, 12, 7), "so-tai-chinh", "a@example.vn").Attempt(1);
    private static readonly ComposedMail Reminder = new("thidua@so-tai-chinh.example.vn", "[TD-1A2B3C4D] Nhắc hạn", "Kính gửi", "<p>Kính gửi</p>", "TD-1A2B3C4D");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_is_posted_with_the_attempt_as_its_operation()
    {
        var wire = new Wire(202, $$"""{"id":"{{Attempt}}","status":"Running"}""", ("Retry-After", "30"));

        var accepted = Assert.IsType<MailOutcome.Accepted>(await Transport(wire).SendAsync(Reminder, Attempt, Stop));

        Assert.Equal(Attempt, accepted.Operation);
        Assert.Equal(TimeSpan.FromSeconds(30), accepted.AskAgainAfter);
        Assert.Equal("POST https://thidua.communication.azure.com/emails:send?api-version=2025-09-01", wire.Asked);
        Assert.Equal(Attempt.ToString(), wire.Header("Operation-Id"));
        Assert.Equal("Bearer token-for-https://communication.azure.com//.default", wire.Header("Authorization"));
        Assert.Equal("application/json", wire.Header("Content-Type"));
        using var body = JsonDocument.Parse(wire.Body);
        Assert.Equal("no-reply@thidua.example.vn", body.RootElement.GetProperty("senderAddress").GetString());
        Assert.Equal(Reminder.Subject, body.RootElement.GetProperty("content").GetProperty("subject").GetString());
        Assert.Equal(Reminder.PlainText, body.RootElement.GetProperty("content").GetProperty("plainText").GetString());
        Assert.Equal(Reminder.Html, body.RootElement.GetProperty("content").GetProperty("html").GetString());
        Assert.Equal(Reminder.To, body.RootElement.GetProperty("recipients").GetProperty("to")[0].GetProperty("address").GetString());
        Assert.True(body.RootElement.GetProperty("userEngagementTrackingDisabled").GetBoolean());
    }

    [Fact]
    public async Task A_mail_with_an_appointment_carries_it_as_a_file_and_others_carry_none()
    {
        var (with, without) = (new Wire(202, "{}"), new Wire(202, "{}"));

        await Transport(with).SendAsync(new(Reminder.To, "Giấy mời", "", "", "TD-2") { Calendar = new("REQUEST", "BEGIN:VCALENDAR\r\nSUMMARY:Hội nghị\r\n") }, Attempt, Stop);
        await Transport(without).SendAsync(Reminder, Attempt, Stop);

        using var body = JsonDocument.Parse(with.Body);
        var file = Assert.Single(body.RootElement.GetProperty("attachments").EnumerateArray());
        Assert.Equal(("moi-hop.ics", "text/calendar"), (file.GetProperty("name").GetString(), file.GetProperty("contentType").GetString()));
        Assert.Equal("BEGIN:VCALENDAR\r\nSUMMARY:Hội nghị\r\n", Encoding.UTF8.GetString(file.GetProperty("contentInBase64").GetBytesFromBase64()));
        using var plain = JsonDocument.Parse(without.Body);
        Assert.False(plain.RootElement.TryGetProperty("attachments", out _));
    }

    [Theory]
    [InlineData("""{"id":"0b1c4a6e-36ab-4c2d-9d0e-0d8f5a1f6f11","status":"Running"}""", "")]
    [InlineData("", "https://thidua.communication.azure.com/emails/operations/0b1c4a6e-36ab-4c2d-9d0e-0d8f5a1f6f11?api-version=2025-09-01")]
    public async Task The_operation_is_the_one_that_the_service_names(string body, string location)
    {
        var accepted = await Transport(new Wire(202, body, ("Operation-Location", location))).SendAsync(Reminder, Attempt, Stop);

        Assert.Equal(new MailOutcome.Accepted(Guid.Parse("0b1c4a6e-36ab-4c2d-9d0e-0d8f5a1f6f11")), accepted);
    }

    [Theory]
    [InlineData(202, "")]
    [InlineData(202, "not json")]
    [InlineData(409, """{"error":{"code":"Conflict"}}""")] // an operation with this id is there already
    public async Task A_taken_mail_is_asked_for_by_its_attempt_when_the_service_names_nothing(int status, string body) =>
        Assert.Equal(new MailOutcome.Accepted(Attempt), await Transport(new Wire(status, body)).SendAsync(Reminder, Attempt, Stop));

    [Theory]
    [InlineData(400, "InvalidSenderUserName")]
    [InlineData(400, "DomainNotLinked")]
    public async Task A_sender_that_is_refused_stops_all_mail_and_says_why(int status, string code)
    {
        var later = Assert.IsType<MailOutcome.Later>(await Transport(new Wire(status, Error(code))).SendAsync(Reminder, Attempt, Stop));

        Assert.True(later.Everybody);
        Assert.Contains(code, later.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(400, "BadRequest")]
    [InlineData(413, null)]
    public async Task A_mail_that_is_refused_is_final_and_says_why(int status, string? code)
    {
        var wire = new Wire(status, code is null ? "" : Error(code));

        var refused = Assert.IsType<MailOutcome.Refused>(await Transport(wire).SendAsync(Reminder, Attempt, Stop));

        Assert.Contains(code ?? $"{status}", refused.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("example", refused.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_throttled_service_stops_the_batch_for_as_long_as_it_asks_and_is_not_asked_twice()
    {
        var wire = new Wire(429, """{"error":{"code":"TooManyRequests"}}""", ("Retry-After", "1800"));

        var later = Assert.IsType<MailOutcome.Later>(await Transport(wire).SendAsync(Reminder, Attempt, Stop));

        Assert.True(later.Everybody);
        Assert.Equal(TimeSpan.FromMinutes(30), later.After);
        Assert.Equal(1, wire.Requests);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)] // another service lives there
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_service_that_does_not_serve_stops_the_batch_and_loses_no_mail(int status)
    {
        var wire = new Wire(status, "");

        Assert.True(Assert.IsType<MailOutcome.Later>(await Transport(wire).SendAsync(Reminder, Attempt, Stop)).Everybody);
        Assert.Equal(1, wire.Requests);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_stops_the_batch_and_loses_no_mail()
    {
        var transport = Transport(new Wire(0, ""));

        Assert.True(Assert.IsType<MailOutcome.Later>(await transport.SendAsync(Reminder, Attempt, Stop)).Everybody);
        Assert.True(Assert.IsType<MailOutcome.Later>(await transport.FindAsync(Attempt, Stop)).Everybody);
    }

    [Fact]
    public async Task An_attempt_that_the_service_has_not_heard_of_is_unknown()
    {
        var wire = new Wire(404, """{"error":{"code":"NotFound"}}""");

        Assert.Null(await Transport(wire).FindAsync(Attempt, Stop));
        Assert.Equal($"GET https://thidua.communication.azure.com/emails/operations/{Attempt}?api-version=2025-09-01", wire.Asked);
    }

    [Theory]
    [InlineData("Succeeded", typeof(MailOutcome.Sent))]
    [InlineData("Failed", typeof(MailOutcome.Refused))]
    [InlineData("Canceled", typeof(MailOutcome.Refused))]
    [InlineData("Running", typeof(MailOutcome.Accepted))]
    [InlineData("NotStarted", typeof(MailOutcome.Accepted))]
    [InlineData("SomethingNew", typeof(MailOutcome.Accepted))]
    public async Task An_attempt_is_what_the_service_says_it_is(string status, Type outcome)
    {
        var wire = new Wire(200, $$"""{"status":"{{status}}","error":{"code":"EmailDroppedAllRecipientsSuppressed"},"id":"{{Attempt}}"}""");

        var found = await Transport(wire).FindAsync(Attempt, Stop);

        Assert.IsType(outcome, found);
        Assert.Equal(found is MailOutcome.Refused, found is MailOutcome.Refused { Reason: var reason } && reason.Contains("EmailDroppedAllRecipientsSuppressed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_service_too_busy_to_say_what_became_of_an_attempt_is_asked_later() =>
        Assert.Equal(TimeSpan.FromSeconds(9), Assert.IsType<MailOutcome.Later>(
            await Transport(new Wire(429, "", ("Retry-After", "9"))).FindAsync(Attempt, Stop)).After);

    private static string Error(string code) =>
        $$$"""{"error":{"code":"{{{code}}}","message":"thidua@so-tai-chinh.example.vn is bad"}}""";

    private static AcsTransport Transport(Wire wire) => new(
        new()
        {
            Transport = MailOptions.AcsTransport,
            From = "Thi đua <no-reply@thidua.example.vn>",
            Acs = new() { Endpoint = "https://thidua.communication.azure.com/" },
        },
        new TokenMaker(),
        wire);

    private sealed class TokenMaker : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new($"token-for-{requestContext.Scopes[0]}", DateTimeOffset.MaxValue);

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    /// <summary>The wire, replaced: always the same answer, or none at all (status 0). Remembers the last request.</summary>
    private sealed class Wire(int status, string body, params (string Name, string Value)[] headers) : HttpPipelineTransport
    {
        private readonly Dictionary<string, string> _headers = [];

        public int Requests { get; private set; }

        public string Asked { get; private set; } = "";

        public string Body { get; private set; } = "";

        public string Header(string name) => _headers[name];

        public override Request CreateRequest() => HttpClientTransport.Shared.CreateRequest();

        public override void Process(HttpMessage message) => throw new NotSupportedException();

        public override async ValueTask ProcessAsync(HttpMessage message)
        {
            Requests++;
            Asked = $"{message.Request.Method} {message.Request.Uri}";
            foreach (var header in message.Request.Headers)
            {
                _headers[header.Name] = header.Value;
            }

            using var written = new MemoryStream();
            if (message.Request.Content is { } content)
            {
                await content.WriteToAsync(written, message.CancellationToken);
                Body = Encoding.UTF8.GetString(written.ToArray());
            }

            message.Response = status == 0 ? throw new IOException("No route.") : new Answer(status, body, headers);
        }
    }

    private sealed class Answer(int status, string body, (string Name, string Value)[] headers) : Azure.Response
    {
        public override int Status => status;

        public override string ReasonPhrase => "";

        public override Stream? ContentStream { get; set; } = new MemoryStream(Encoding.UTF8.GetBytes(body));

        public override string ClientRequestId { get; set; } = "";

        public override void Dispose()
        {
        }

        protected override bool ContainsHeader(string name) => headers.Any(header => Named(header, name));

        protected override IEnumerable<HttpHeader> EnumerateHeaders() => headers.Select(header => new HttpHeader(header.Name, header.Value));

        protected override bool TryGetHeader(string name, [NotNullWhen(true)] out string? value)
        {
            value = headers.FirstOrDefault(header => Named(header, name)).Value;
            return value is not null;
        }

        protected override bool TryGetHeaderValues(string name, [NotNullWhen(true)] out IEnumerable<string>? values)
        {
            values = TryGetHeader(name, out var value) ? [value!] : null;
            return values is not null;
        }

        private static bool Named((string Name, string Value) header, string name) => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase);
    }
}
