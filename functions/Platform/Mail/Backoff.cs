namespace EmulationFunctions.Platform.Mail;

/// <summary>How long a mail waits after an attempt that failed: three times as long each time, spread so that not all come back at once.</summary>
internal static class Backoff
{
    public static readonly TimeSpan First = TimeSpan.FromMinutes(1);
    public static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <param name="attempts">How many attempts there were, this one included.</param>
    /// <param name="spread">The mail's own number; see <see cref="MailKey.Spread"/>.</param>
    /// <param name="asked">How long the server asked to be left alone; never less than that.</param>
    public static TimeSpan After(int attempts, uint spread, TimeSpan? asked)
    {
        var ticks = First.Ticks;
        for (var attempt = 1; attempt < attempts && ticks < Longest.Ticks; attempt++)
        {
            ticks *= 3;
        }

        ticks = Math.Min(ticks, Longest.Ticks);
        var wait = TimeSpan.FromTicks(ticks + (ticks / 5 * (spread % 100) / 100));
        return asked > wait ? asked.Value : wait;
    }

    public static bool GivesUp(int attempts, int mostAttempts) => attempts >= mostAttempts;
}
