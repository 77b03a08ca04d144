namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// Up to which day reminders were made. A bloc that could not be read is behind the others, so that what it missed is made good
/// without reminding everybody else again.
/// </summary>
internal sealed record LastRun(DateOnly Day, IReadOnlyDictionary<string, DateOnly> Behind)
{
    public static LastRun Never { get; } = new(DateOnly.MinValue, new Dictionary<string, DateOnly>());

    /// <summary>As a row keeps it: <c>khoi-1=2026-12-08|khoi-2=2026-12-09</c>; null when nobody is behind.</summary>
    public string? BehindText => Behind.Count == 0
        ? null
        : string.Join('|', Behind.OrderBy(bloc => bloc.Key, StringComparer.Ordinal).Select(bloc => $"{bloc.Key}={OutboxRows.Text(bloc.Value)}"));

    public static LastRun Parse(string day, string? behind) => new(
        OutboxRows.Day(day),
        (behind ?? "").Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Select(bloc => bloc.Split('='))
            .ToDictionary(bloc => bloc[0], bloc => OutboxRows.Day(bloc[1]), StringComparer.Ordinal));

    public DateOnly Of(string bloc) => Behind.GetValueOrDefault(bloc, Day);

    /// <summary>What holds after a run: everybody is up to date but those who could not be read.</summary>
    public LastRun After(DateOnly today, IReadOnlyCollection<string> unread) =>
        new(today, unread.ToDictionary(bloc => bloc, Of, StringComparer.Ordinal));
}
