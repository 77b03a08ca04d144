namespace EmulationFunctions.Platform.Mail;

/// <summary>What goes first when not all mail may go now.</summary>
internal enum MailUrgency
{
    /// <summary>Somebody did something that concerns the reader: a sheet came back, a meeting is called.</summary>
    Notice,

    /// <summary>Due today or tomorrow: a day later this mail is worth nothing.</summary>
    DueNow,

    Late,

    Soon,

    /// <summary>A head's view of its bloc and nothing of its own.</summary>
    Overview,
}

/// <summary>A mail's place in the queue: by urgency, then by deadline, then by age; the key settles the rest.</summary>
internal readonly record struct MailPlace(MailUrgency Urgency, DateOnly Deadline, DateTimeOffset QueuedAt, string Key) : IComparable<MailPlace>
{
    public int CompareTo(MailPlace other)
    {
        var rough = (Urgency, Deadline, QueuedAt).CompareTo((other.Urgency, other.Deadline, other.QueuedAt));
        return rough != 0 ? rough : string.CompareOrdinal(Key, other.Key);
    }
}
