using EmulationFunctions.Common;
using MimeKit;

namespace EmulationFunctions.Platform.Mail;

/// <summary>How mail leaves. Bound from the section <c>Mail</c>; a faulty setting stops the start with a sentence that names it.</summary>
internal sealed class MailOptions
{
    public const string Section = "Mail";

    /// <summary>Mail is made and waits until a transport is set: a deployment may come before its mail domain is confirmed.</summary>
    public const string NoTransport = "none";
    public const string SmtpTransport = "smtp";
    public const string AcsTransport = "acs";

    /// <summary><c>smtp</c>, <c>acs</c> (Azure Communication Services) or <c>none</c>.</summary>
    public string Transport { get; set; } = NoTransport;

    /// <summary>The sender, as an address or as <c>Name &lt;address&gt;</c>; Azure Communication Services knows the name by itself.</summary>
    public string From { get; set; } = "";

    /// <summary>The emulation office's name: the sender's where <see cref="From"/> has none, and above and below every mail.</summary>
    public string Office { get; set; } = "Thi đua - Khen thưởng";

    /// <summary>How the office is reached: a telephone, an address, a room. Not a person.</summary>
    public string Contact { get; set; } = "";

    /// <summary>Mails in any minute; without it what the transport is known to allow.</summary>
    public int? PerMinute { get; set; }

    /// <summary>Mails in any hour; without it what the transport is known to allow.</summary>
    public int? PerHour { get; set; }

    /// <summary>After so many failed attempts a mail becomes a dead letter until somebody revives it.</summary>
    public int MaxAttempts { get; set; } = 8;

    public SmtpOptions Smtp { get; set; } = new();

    public AcsOptions Acs { get; set; } = new();

    /// <summary>Without settings: what Azure Communication Services allows a domain of one's own, or what an SMTP server surely bears.</summary>
    public RateBudget Budget() => Transport == AcsTransport ? new(PerMinute ?? 30, PerHour ?? 100) : new(PerMinute ?? 60, PerHour ?? 1000);

    public MailboxAddress Sender()
    {
        var sender = MailboxAddress.Parse(From);
        return string.IsNullOrEmpty(sender.Name) && Office.Length > 0 ? new(Office, sender.Address) : sender;
    }
}

internal sealed class SmtpOptions
{
    public string Host { get; set; } = "";

    public int Port { get; set; } = 25;

    public bool StartTls { get; set; } = true;

    public string User { get; set; } = "";

    public string Password { get; set; } = "";

    public int TimeoutSeconds { get; set; } = 30;
}

internal sealed class AcsOptions
{
    public string Endpoint { get; set; } = "";
}

/// <summary>Every faulty mail setting, each in a sentence that names it and never says a password.</summary>
internal static class MailOptionsCheck
{
    /// <exception cref="SettingException">The first faulty setting.</exception>
    public static void Require(MailOptions options)
    {
        foreach (var fault in Faults(options))
        {
            throw fault;
        }
    }

    public static IEnumerable<SettingException> Faults(MailOptions options) =>
    [
        .. OfAnyTransport(options),
        .. options.Transport switch
        {
            MailOptions.SmtpTransport => OfSender(options).Concat(OfSmtp(options.Smtp)),
            MailOptions.AcsTransport => OfSender(options).Concat(OfAcs(options.Acs)),
            MailOptions.NoTransport => [],
            _ => [new("Mail:Transport", $"is '{options.Transport}'; it must be smtp, acs or none.")],
        },
    ];

    private static IEnumerable<SettingException> OfAnyTransport(MailOptions options)
    {
        if (options.PerMinute is < 1)
        {
            yield return new("Mail:PerMinute", $"is {options.PerMinute}; it must be at least 1.");
        }

        if (options.PerHour is < 1)
        {
            yield return new("Mail:PerHour", $"is {options.PerHour}; it must be at least 1.");
        }

        foreach (var (name, text) in new[] { ("Mail:Office", options.Office), ("Mail:Contact", options.Contact) })
        {
            if (text.Length > LongestText || text.Any(char.IsControl))
            {
                yield return new(name, $"must be one line of at most {LongestText} characters.");
            }
        }

        if (options.MaxAttempts is < 1 or > 50)
        {
            yield return new("Mail:MaxAttempts", $"is {options.MaxAttempts}; it must be from 1 to 50.");
        }
    }

    private static IEnumerable<SettingException> OfSender(MailOptions options)
    {
        if (options.From.Any(char.IsControl) || !MailboxAddress.TryParse(options.From, out var sender) || !ComposedMail.CanReach(sender.Address))
        {
            yield return new("Mail:From", "must be the sender's address, such as no-reply@example.vn, or a name with the address in angle brackets.");
        }
    }

    private static IEnumerable<SettingException> OfSmtp(SmtpOptions smtp)
    {
        if (Uri.CheckHostName(smtp.Host) == UriHostNameType.Unknown)
        {
            yield return new("Mail:Smtp:Host", "must be the name or the IP address of the mail server.");
        }
        else if (smtp is { User.Length: > 0, StartTls: false } && !new UriBuilder("smtp", smtp.Host).Uri.IsLoopback)
        {
            yield return new("Mail:Smtp:StartTls", "must be true when Mail:Smtp:User is set: a password does not travel in the clear.");
        }

        if (smtp.Port is < 1 or > 65535)
        {
            yield return new("Mail:Smtp:Port", $"is {smtp.Port}; it must be from 1 to 65535.");
        }

        if (smtp.User.Length > 0 != smtp.Password.Length > 0)
        {
            yield return new("Mail:Smtp:Password", "goes together with Mail:Smtp:User: set both or neither.");
        }

        if (smtp.TimeoutSeconds is < 1 or > MostSmtpSeconds)
        {
            yield return new("Mail:Smtp:TimeoutSeconds", $"is {smtp.TimeoutSeconds}; it must be from 1 to {MostSmtpSeconds}.");
        }
    }

    private const int LongestText = 200;

    /// <summary>Less than what a run of the timer has left when it begins its last mail.</summary>
    private const int MostSmtpSeconds = 60;

    private static IEnumerable<SettingException> OfAcs(AcsOptions acs)
    {
        if (!Uri.TryCreate(acs.Endpoint, UriKind.Absolute, out var endpoint) || endpoint.Scheme != Uri.UriSchemeHttps)
        {
            yield return new("Mail:Acs:Endpoint", "must be the https address of the communication service.");
        }
    }
}
