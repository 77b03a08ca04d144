using System.Text.Json.Serialization;
using Azure;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Platform.Mail;

/// <summary>Where a mail stands. Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<MailState>))]
internal enum MailState
{
    /// <summary>Waits for its turn or for its next attempt.</summary>
    Waiting,

    /// <summary>An attempt has begun; what became of it is not written down yet.</summary>
    Sending,

    /// <summary>The mail service has taken it and is still at it.</summary>
    Accepted,

    Sent,

    /// <summary>When its turn came there was nothing left to say, or nobody to say it to.</summary>
    Unneeded,

    /// <summary>Given up, until somebody revives it.</summary>
    Dead,
}

/// <summary>What a mail that follows a change is about.</summary>
/// <param name="Kind">What it is about; null when only a later version of the program knows.</param>
/// <param name="Address">The partition that was changed.</param>
/// <param name="Subject">What it is about, in ids.</param>
/// <param name="Text">What somebody wrote, such as a reason.</param>
/// <param name="Seq">The number of the change; 0 of mails made by earlier builds.</param>
internal sealed record MailNotice(NoticeKind? Kind, PartitionAddress Address, string Subject, string? Text, long Seq = 0)
{
    /// <summary>Whether a mail about the later one says all that is still true of this one: each says what is true when it is sent.</summary>
    public bool IsOvertakenBy(MailNotice later) =>
        Kind is not null && (Kind, Address, Subject) == (later.Kind, later.Address, later.Subject) && Seq < later.Seq;
}

/// <summary>A mail of the outbox. Its address is looked up and its text is composed when it is sent, so neither is in it.</summary>
/// <param name="Key">Which mail it is.</param>
/// <param name="Urgency">What goes first.</param>
/// <param name="Deadline">What goes first among equals.</param>
/// <param name="QueuedAt">When it was made.</param>
internal sealed record OutboxMail(MailKey Key, MailUrgency Urgency, DateOnly Deadline, DateTimeOffset QueuedAt)
{
    public MailState State { get; init; }

    /// <summary>How many attempts have begun, ever; the number of the last one.</summary>
    public int Tries { get; init; }

    /// <summary>Failed attempts since it was made or revived.</summary>
    public int Failures { get; init; }

    /// <summary>Whether the last attempt may have gone out although nobody could write that down.</summary>
    public bool IsUnsure { get; init; }

    /// <summary>Why it stands where it stands; a sentence of our own without addresses.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Until when nobody else may take it.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>By what the mail service knows it.</summary>
    public Guid? Operation { get; init; }

    public DateTimeOffset? AcceptedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Of a digest: the day whose reminders had been given when it was made.</summary>
    public DateOnly? LastRun { get; init; }

    /// <summary>Of a digest: the blocs it speaks of.</summary>
    public IReadOnlyList<string> Blocs { get; init; } = [];

    /// <summary>What a mail that is no digest is about.</summary>
    public MailNotice? Notice { get; init; }

    public ETag ETag { get; init; }

    public bool HasEnded => State is MailState.Sent or MailState.Unneeded or MailState.Dead;

    /// <summary>The same mail, as it was made, to another of the unit's addresses.</summary>
    public OutboxMail To(string address, DateTimeOffset now) =>
        new(Key with { AddressMark = MailKey.Mark(address) }, Urgency, Deadline, now) { LastRun = LastRun, Blocs = Blocs, Notice = Notice };
}

/// <summary>A mail that is not over, as the index knows it.</summary>
/// <param name="Key">Which mail it is.</param>
/// <param name="Place">Its place in the queue.</param>
/// <param name="Phase">What was last known of it; the mail itself knows better.</param>
/// <param name="At">When it was put into the index.</param>
/// <param name="ETag">What was read.</param>
internal sealed record OpenMail(MailKey Key, MailPlace Place, OpenPhase Phase, DateTimeOffset At, ETag ETag);

internal enum OpenPhase
{
    Waiting,
    Accepted,
    Dead,
}
