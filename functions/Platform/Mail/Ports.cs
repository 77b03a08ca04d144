namespace EmulationFunctions.Platform.Mail;

// What the mail machine asks of those who know what a mail is about. Registered by the room that composes.

/// <summary>What writing a mail came to, when its turn to be sent had come.</summary>
internal abstract record Written
{
    public sealed record Ready(ComposedMail Mail) : Written;

    /// <summary>There is nothing left to say.</summary>
    public sealed record Unneeded(string Reason) : Written;

    /// <summary>The unit does not have this address any more, but others.</summary>
    public sealed record Readdressed(IReadOnlyList<string> Addresses) : Written;

    /// <summary>The unit has no address.</summary>
    public sealed record Unreachable(string Reason) : Written;
}

/// <summary>Writes a mail from what is true at this moment.</summary>
internal delegate Task<Written> WriteMail(OutboxMail mail, CancellationToken cancellationToken);

/// <summary>A writer for one run: what it has looked up it does not look up again.</summary>
internal delegate WriteMail NewMailWriter();

/// <summary>A unit's addresses as they are now; none where there is no such unit.</summary>
internal delegate Task<IReadOnlyList<string>> ContactsOf(string unit, CancellationToken cancellationToken);
