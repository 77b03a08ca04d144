namespace EmulationFunctions.Platform.Mail;

/// <summary>What became of an attempt. Reasons are our own sentences: a server's words may hold an address.</summary>
internal abstract record MailOutcome
{
    /// <summary>The mail is out of our hands and on its way.</summary>
    public sealed record Sent : MailOutcome;

    /// <summary>The transport has taken the mail and is still at it: ask for <paramref name="Operation"/> later, do not send again.</summary>
    public sealed record Accepted(Guid Operation, TimeSpan? AskAgainAfter = null) : MailOutcome;

    /// <summary>
    /// Not now. <paramref name="Everybody"/> says that the transport itself is the trouble (down, throttled, refusing our sign-in), so that the
    /// batch should stop, and that the mail is not to be blamed for it.
    /// </summary>
    public sealed record Later(string Reason, bool Everybody, TimeSpan? After = null) : MailOutcome;

    /// <summary>Never, as this mail stands: trying again would be refused again.</summary>
    public sealed record Refused(string Reason) : MailOutcome;
}

/// <summary>A way for mail to leave: an SMTP server or Azure Communication Services.</summary>
internal interface IMailTransport
{
    Task<MailOutcome> SendAsync(ComposedMail mail, Guid attempt, CancellationToken cancellationToken);

    /// <summary>What became of an earlier attempt; null when the transport has not heard of it or cannot know.</summary>
    Task<MailOutcome?> FindAsync(Guid attempt, CancellationToken cancellationToken);
}
