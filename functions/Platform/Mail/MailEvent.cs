namespace EmulationFunctions.Platform.Mail;

/// <summary>An appointment that a mail brings to its reader's calendar.</summary>
/// <param name="Uid">Stays the same whatever becomes of the appointment.</param>
/// <param name="Sequence">Grows with each change, so that a calendar knows the later one.</param>
/// <param name="IsCancelled">Whether it takes the appointment back.</param>
/// <param name="Title">What calendars show.</param>
/// <param name="Text">What it is about; may be of several lines.</param>
/// <param name="Place">Where; null where nobody knows.</param>
/// <param name="Day">The day in Vietnam, for an appointment without hours.</param>
/// <param name="Begins">When it begins; null where only the day is known.</param>
/// <param name="Ends">When it ends; null where nobody knows.</param>
/// <param name="Stamp">When this was written.</param>
internal sealed record MailEvent(
    string Uid, int Sequence, bool IsCancelled, string Title, string Text, string? Place, DateOnly Day, DateTimeOffset? Begins, DateTimeOffset? Ends, DateTimeOffset Stamp);
