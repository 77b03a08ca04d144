using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Platform.Trail;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Evidence;

namespace EmulationFunctions.Office.Operations;

/// <summary>Looks at everything that an administrator has to know of, as it is now.</summary>
internal sealed class OperationsReader(
    BlocProgress progress,
    RosterTable roster,
    BlocsWithoutHead withoutHead,
    DecisionDesk decisions,
    OutboxTable outbox,
    MailGate gate,
    TimerHeartbeats heartbeats,
    IEnumerable<ITimerFunction> timers,
    SealStore seals,
    BackupStore backups,
    Touched touched,
    Intents intents,
    TimeProvider clock)
{
    /// <summary>A timer may begin late, and its run takes minutes at most.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    public async Task<OperationsReport> ReadAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var first = await touched.FirstDayAsync(cancellationToken);
        var sealedDays = await seals.ListDaysAsync(cancellationToken);
        var backedUpDays = await backups.ListDaysAsync(cancellationToken);
        return new(
            now,
            ProgramVersion.Text,
            await YearsAsync(cancellationToken),
            await MailAsync(now, cancellationToken),
            await TimersAsync(now, cancellationToken),
            new(Last(sealedDays), Behind(Last(sealedDays), first, now)),
            new(
                Last(backedUpDays),
                Behind(Last(backedUpDays), first, now),
                Last(backedUpDays) is { } day && await backups.FindManifestAsync(day, cancellationToken) is { } manifest ? manifest.Missing.Count : 0),
            await withoutHead.FindAsync(cancellationToken),
            [.. (await roster.SuccessionsAsync(cancellationToken)).Where(one => one.Obstacle is not null).Select(one => new WaitingSuccession(one.Id, one.Day, one.Obstacle!.Vi))],
            await ReturnsAsync(cancellationToken),
            await UnfinishedAsync(now, cancellationToken));
    }

    private async Task<IReadOnlyList<YearReport>> YearsAsync(CancellationToken cancellationToken)
    {
        var names = (await roster.ListBlocsAsync(cancellationToken)).ToDictionary(bloc => bloc.Id, bloc => bloc.Name, StringComparer.Ordinal);
        var years = new SortedDictionary<int, List<BlocReport>>();
        await foreach (var one in progress.ReadAsync(cancellationToken))
        {
            if (!years.TryGetValue(one.Year, out var blocs))
            {
                years[one.Year] = blocs = [];
            }

            var units = await roster.NamesAsync(cancellationToken);
            blocs.Add(new(
                one.Bloc,
                names.GetValueOrDefault(one.Bloc, one.Bloc),
                one.Period,
                one.Stage,
                one.Members,
                one.Submitted,
                one.Late,
                [.. one.LateUnits.Select(unit => new LateUnit(unit, units[unit]))]));
        }

        return [.. years.Select(year => new YearReport(year.Key, year.Value))];
    }

    private async Task<IReadOnlyList<OverdueReturn>> ReturnsAsync(CancellationToken cancellationToken)
    {
        var names = await roster.NamesAsync(cancellationToken);
        return
        [
            .. from one in await decisions.OpenReturnsAsync(cancellationToken)
               where one.Due < decisions.Today
               orderby one.Due
               let open = one.Return
               select new OverdueReturn(open.Year, open.Decision, open.Title.Unit, names[open.Title.Unit], open.Title.Award, open.RevokedBy, one.Due, open.LacksObject, open.LacksMoney),
        ];
    }

    private async Task<MailReport> MailAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var open = await outbox.ListOpenAsync(cancellationToken);
        var waiting = open.Where(mail => mail.Phase != OpenPhase.Dead).ToList();
        var (mails, _) = waiting.Count == 0 ? ([], null) : await outbox.ListOpenAsync(dead: false, null, Page.LargestSize, cancellationToken);
        var state = await gate.ReadAsync(cancellationToken);
        var isHeldBack = state.IsInTrouble(now);
        return new(
            waiting.Count,
            mails.Count(mail => mail is { HasEnded: false, Failures: > 0 }),
            waiting.Count == 0 ? 0 : Minutes(now - waiting.Min(mail => mail.Place.QueuedAt)),
            open.Count - waiting.Count,
            isHeldBack ? state.Reason : null,
            isHeldBack ? state.ClosedUntil : null);
    }

    private async Task<IReadOnlyList<TimerReport>> TimersAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var beats = (await heartbeats.ListAsync(cancellationToken)).ToDictionary(beat => beat.Timer);
        return [.. timers.OrderBy(timer => timer.Name, StringComparer.Ordinal).Select(timer => Report(timer, beats.GetValueOrDefault(timer.Name), now))];
    }

    private static TimerReport Report(ITimerFunction timer, Heartbeat? beat, DateTimeOffset now) => new(
        timer.Name,
        timer.Schedule,
        beat?.Succeeded,
        beat?.Failed,
        beat?.Failed > (beat?.Succeeded ?? DateTimeOffset.MinValue) ? beat.Failure : null,
        beat?.Succeeded is not { } last || TimerSchedule.IsOverdue(timer.Schedule, last, now, Late),
        TimerSchedule.Next(timer.Schedule, now));

    private async Task<IReadOnlyList<UnfinishedReport>> UnfinishedAsync(DateTimeOffset now, CancellationToken cancellationToken) =>
    [
        .. (await intents.RowsAsync(cancellationToken))
            // A file waits for its seal as long as its sheet is a draft; a seal that fails is a failure of the timer.
            .Where(row => row.PartitionKey != EvidenceSeals.Intent)
            .GroupBy(row => row.PartitionKey)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => new UnfinishedReport(kind.Key, kind.Count(), Minutes(now - kind.Min(row => row.GetDateTimeOffset("At") ?? now)))),
    ];

    private static DateOnly? Last(List<DateOnly> days) => days is [.., var last] ? last : null;

    private static int Behind(DateOnly? last, DateOnly? first, DateTimeOffset now) =>
        (last ?? first?.AddDays(-1)) is { } done ? Math.Max(0, Touched.LastDayOver(now).DayNumber - done.DayNumber) : 0;

    private static long Minutes(TimeSpan time) => (long)Math.Max(0, time.TotalMinutes);
}
