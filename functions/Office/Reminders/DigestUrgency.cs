using EmulationFunctions.Platform.Mail;

namespace EmulationFunctions.Office.Reminders;

/// <summary>How soon a digest must go out: by what is due soonest of the unit's own work.</summary>
internal static class DigestUrgency
{
    public static MailUrgency Of(UnitDigest digest, DateOnly day) =>
        digest.Own.Count == 0
            ? MailUrgency.Overview
            : digest.Own.Select(due => (due.Deadline?.DayNumber - day.DayNumber) switch
            {
                0 or 1 => MailUrgency.DueNow,
                < 0 => MailUrgency.Late,
                _ => MailUrgency.Soon,
            }).Min();
}
