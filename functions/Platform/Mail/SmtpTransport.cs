using System.Globalization;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using MimeKit.Text;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Sends by SMTP. An SMTP server keeps no account of attempts, so when the line breaks between the end of the text and the server's answer, the
/// mail is sent again; it then carries the same Message-ID, by which many mailboxes drop the second one.
/// </summary>
/// <param name="options">Where to, and as whom.</param>
/// <param name="client">Makes a client for each mail.</param>
internal sealed class SmtpTransport(MailOptions options, Func<SmtpClient> client) : IMailTransport
{
    public SmtpTransport(MailOptions options)
        : this(options, static () => new SmtpClient())
    {
    }

    public async Task<MailOutcome> SendAsync(ComposedMail mail, Guid attempt, CancellationToken cancellationToken)
    {
        if (!ComposedMail.CanReach(mail.To))
        {
            return new MailOutcome.Refused("The address is not one that a mail server can be given.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Smtp.TimeoutSeconds));
        using var server = client();
        server.Timeout = options.Smtp.TimeoutSeconds * 1000;
        // A list of revoked certificates may be out of reach behind a closed network, and all mail would stop.
        server.CheckCertificateRevocation = false;
        try
        {
            if (await TrySignInAsync(server, limit.Token) is { } refused)
            {
                return refused;
            }

            using var message = Message(mail);
            await server.SendAsync(message, limit.Token);
        }
        catch (SmtpCommandException failure)
        {
            return OfMail(failure);
        }
        catch (ServiceNotAuthenticatedException)
        {
            return Down("The mail server wants us to sign in first.");
        }
        catch (Exception failure) when (failure is ProtocolException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return Down("The mail server broke off.");
        }
        catch (Exception failure) when (failure is OperationCanceledException or TimeoutException && !cancellationToken.IsCancellationRequested)
        {
            return Down($"The mail server did not answer within {options.Smtp.TimeoutSeconds} seconds.");
        }

        await SayGoodbyeAsync(server, limit.Token);
        return new MailOutcome.Sent();
    }

    /// <summary>Never known: SMTP has no question for it.</summary>
    public Task<MailOutcome?> FindAsync(Guid attempt, CancellationToken cancellationToken) => Task.FromResult<MailOutcome?>(null);

    /// <returns>Null when the server serves us; whatever goes wrong here is no mail's fault.</returns>
    private async Task<MailOutcome?> TrySignInAsync(SmtpClient server, CancellationToken cancellationToken)
    {
        try
        {
            await server.ConnectAsync(options.Smtp.Host, options.Smtp.Port, options.Smtp.StartTls ? SecureSocketOptions.StartTls : SecureSocketOptions.None, cancellationToken);
            if (options.Smtp.User.Length > 0)
            {
                await server.AuthenticateAsync(options.Smtp.User, options.Smtp.Password, cancellationToken);
            }

            return null;
        }
        catch (SmtpCommandException failure)
        {
            return Down(Sentence($"The mail server does not serve us ({(int)failure.StatusCode})."));
        }
        catch (AuthenticationException)
        {
            return Down("The mail server does not accept our user or password.");
        }
        catch (SslHandshakeException)
        {
            return Down("The mail server's certificate is not trusted, or it speaks no TLS that we do.");
        }
        catch (NotSupportedException)
        {
            return Down("The mail server does not offer STARTTLS, or no way to sign in.");
        }
        catch (Exception failure) when (failure is System.Net.Sockets.SocketException or ProtocolException or IOException)
        {
            return Down("The mail server cannot be reached or broke off.");
        }
    }

    /// <summary>The mail is out of our hands already.</summary>
    private static async Task SayGoodbyeAsync(SmtpClient server, CancellationToken cancellationToken)
    {
        try
        {
            await server.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception failure) when (failure is ProtocolException or CommandException or IOException or OperationCanceledException)
        {
        }
    }

    private MimeMessage Message(ComposedMail mail)
    {
        var message = new MimeMessage
        {
            MessageId = $"{mail.Reference.ToLowerInvariant()}@{options.Sender().Domain}",
            Body = Body(mail),
        };
        message.From.Add(options.Sender());
        message.To.Add(new MailboxAddress(null, mail.To));
        message.Headers.Replace(SubjectHeader.Of(mail.Subject));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    /// <summary>The last one is the one a reader prefers; one that knows calendars takes the appointment and shows the text.</summary>
    private static MultipartAlternative Body(ComposedMail mail)
    {
        MultipartAlternative body = [Part(TextFormat.Plain, mail.PlainText), Part(TextFormat.Html, mail.Html)];
        if (mail.Calendar is { } calendar)
        {
            var part = new TextPart("calendar") { Text = calendar.Text, ContentTransferEncoding = ContentEncoding.Base64 };
            part.ContentType.Parameters.Add("method", calendar.Method);
            body.Add(part);
        }

        return body;
    }

    private static TextPart Part(TextFormat format, string text) => new(format) { Text = text, ContentTransferEncoding = ContentEncoding.Base64 };

    private static MailOutcome OfMail(SmtpCommandException failure) => ((int)failure.StatusCode, failure.ErrorCode) switch
    {
        // 421 closes the channel; 454 and 530 to 538 are about our signing in, which an administrator can put right.
        (421 or 454 or (>= 530 and <= 538), _) => Down(Sentence($"The mail server does not serve us now ({(int)failure.StatusCode}).")),
        (554, _) => new MailOutcome.Later(Sentence($"The mail server refuses the mail ({554})."), Everybody: false),
        ( >= 500, SmtpErrorCode.RecipientNotAccepted) => new MailOutcome.Refused(Sentence($"The mail server refuses the recipient for good ({(int)failure.StatusCode}).")),
        (_, SmtpErrorCode.RecipientNotAccepted) => new MailOutcome.Later(Sentence($"The mail server does not take mail for the recipient now ({(int)failure.StatusCode})."), Everybody: false),
        ( >= 500, _) => new MailOutcome.Refused(Sentence($"The mail server refuses the mail for good ({(int)failure.StatusCode}).")),
        _ => new MailOutcome.Later(Sentence($"The mail server does not take the mail now ({(int)failure.StatusCode})."), Everybody: false),
    };

    private static MailOutcome.Later Down(string reason) => new(reason, Everybody: true);

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
