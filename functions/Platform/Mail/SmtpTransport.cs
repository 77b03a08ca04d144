using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Sends by SMTP. An SMTP server keeps no account of attempts, so when the line breaks between the end of the text and the server's answer, the
/// mail is sent again; it then carries the same Message-ID, by which many mailboxes drop the second one.
/// </summary>
internal sealed class SmtpTransport(MailOptions options) : IMailTransport
{
    public async Task<MailOutcome> SendAsync(ComposedMail mail, Guid attempt, CancellationToken cancellationToken)
    {
        if (!ComposedMail.CanReach(mail.To))
        {
            return new MailOutcome.Refused("The address is not one that a mail server can be given.");
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Smtp.TimeoutSeconds));
        try
        {
            using var client = new SmtpClient(options.Smtp.Host, options.Smtp.Port)
            {
                EnableSsl = options.Smtp.StartTls,
                Timeout = options.Smtp.TimeoutSeconds * 1000, // the end of a text is waited for without the token
            };
            if (options.Smtp.User.Length > 0)
            {
                client.Credentials = new NetworkCredential(options.Smtp.User, options.Smtp.Password);
            }

            using var message = Message(mail);
            await client.SendMailAsync(message, limit.Token);
            return new MailOutcome.Sent();
        }
        catch (SmtpFailedRecipientException failure)
        {
            return OfRecipient((int)failure.StatusCode);
        }
        catch (SmtpException failure)
        {
            return OfServer((int)failure.StatusCode);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException && !cancellationToken.IsCancellationRequested)
        {
            return Down($"The mail server did not answer within {options.Smtp.TimeoutSeconds} seconds.");
        }
    }

    /// <summary>Never known: SMTP has no question for it.</summary>
    public Task<MailOutcome?> FindAsync(Guid attempt, CancellationToken cancellationToken) => Task.FromResult<MailOutcome?>(null);

    private MailMessage Message(ComposedMail mail)
    {
        var message = new MailMessage(options.Sender(), new MailAddress(mail.To))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            HeadersEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", $"<{mail.Reference.ToLowerInvariant()}@{options.Sender().Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");

        // The last one is the one a reader prefers.
        message.AlternateViews.Add(View(mail.PlainText, MediaTypeNames.Text.Plain));
        message.AlternateViews.Add(View(mail.Html, MediaTypeNames.Text.Html));
        return message;
    }

    private static AlternateView View(string text, string type)
    {
        var view = AlternateView.CreateAlternateViewFromString(text, Encoding.UTF8, type);
        view.TransferEncoding = TransferEncoding.Base64;
        return view;
    }

    private static MailOutcome OfRecipient(int status) => status >= 500
        ? new MailOutcome.Refused(Sentence($"The mail server refuses the recipient for good ({status})."))
        : new MailOutcome.Later(Sentence($"The mail server does not take mail for the recipient now ({status})."), Everybody: false);

    private static MailOutcome OfServer(int status) => status switch
    {
        // 421 closes the channel; 454 and 530 to 538 are about our signing in, which an administrator can put right.
        421 or 454 or (>= 530 and <= 538) => Down(Sentence($"The mail server does not serve us now ({status}).")),

        // A server that lets nobody in greets with 554 as well as refusing one mail with it, and the client does not say which it was:
        // so it counts as an attempt of this mail, which ends as a dead letter if it is always so.
        554 => new MailOutcome.Later(Sentence($"The mail server refuses the mail or us ({status})."), Everybody: false),
        >= 500 => new MailOutcome.Refused(Sentence($"The mail server refuses the mail for good ({status}).")),
        >= 400 => new MailOutcome.Later(Sentence($"The mail server does not take the mail now ({status})."), Everybody: false),
        _ => Down("The mail server cannot be reached or broke off."),
    };

    private static MailOutcome.Later Down(string reason) => new(reason, Everybody: true);

    private static string Sentence(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
