using System.Globalization;

namespace EmulationFunctions.Platform.Mail;

/// <summary>How many mails may leave in any minute and in any hour.</summary>
internal sealed record RateBudget(int PerMinute, int PerHour)
{
    /// <summary>Takes up to <paramref name="wanted"/> mails from the budget: how many may go, and the ledger with them written down.</summary>
    public (int Granted, SendLedger Ledger) Take(SendLedger ledger, DateTimeOffset now, int wanted)
    {
        var left = Math.Min(PerMinute - ledger.Sent(now, TimeSpan.FromMinutes(1)), PerHour - ledger.Sent(now, TimeSpan.FromHours(1)));
        var granted = Math.Clamp(wanted, 0, Math.Max(left, 0));
        return (granted, ledger.With(now, granted));
    }
}

/// <summary>
/// When mails were sent in the last hour, in slices of five seconds and as text, so that it fits into a row that an administrator can read. It is
/// written before sending: a process that dies leaves the budget too small for a while, never too large.
/// </summary>
internal sealed record SendLedger
{
    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly (DateTimeOffset From, int Count)[] _slices;

    private SendLedger((DateTimeOffset From, int Count)[] slices) => _slices = slices;

    public static SendLedger Empty { get; } = new([]);

    /// <summary>How many were sent in the time up to now; a slice that began before and ends within counts whole.</summary>
    public int Sent(DateTimeOffset now, TimeSpan within) => _slices.Where(slice => slice.From + Slice > now - within).Sum(slice => slice.Count);

    public SendLedger With(DateTimeOffset now, int count)
    {
        var from = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Slice.Ticks), TimeSpan.Zero);
        var before = _slices.Where(slice => slice.From == from).Sum(slice => slice.Count);
        var kept = _slices.Where(slice => slice.From != from && slice.From + Slice > now - Memory);
        return new([.. before + count == 0 ? kept : kept.Append((from, before + count))]);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static SendLedger Parse(string text) =>
        new([.. text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(slice => slice.Split('=')).Select(parts => (
            DateTimeOffset.ParseExact(parts[0], "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            int.Parse(parts[1], CultureInfo.InvariantCulture)))]);

    public override string ToString() =>
        string.Join(';', _slices.Select(slice => string.Create(CultureInfo.InvariantCulture, $"{slice.From:yyyy-MM-dd'T'HH:mm:ss'Z'}={slice.Count}")));
}
