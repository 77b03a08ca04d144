using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Office.Reminders;

/// <summary>
/// Makes the day's digests: one for each address of each unit that has something due. Which mail it is follows from day, unit and address,
/// so however often it runs, each is made once; the second run of the day makes good a first one that was lost.
/// </summary>
internal sealed partial class SendReminders(
    DueReader due, ReminderRulesTable rules, RosterTable roster, OutboxTable outbox, VietnamTime vietnam, TimeProvider clock, TimerRunner runner, ILogger<SendReminders> logger) : ITimerFunction
{
    /// <summary>08:00 and 13:00 in Vietnam.</summary>
    private const string When = "0 0 1,6 * * *";

    public string Name => nameof(SendReminders);

    public string Schedule => When;

    [Function(nameof(SendReminders))]
    public Task Run([TimerTrigger(When)] TimerInfo timer, CancellationToken cancellationToken) => runner.RunAsync(this, cancellationToken);

    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var today = vietnam.Today(clock);
        var lastRun = await outbox.LastRunAsync(cancellationToken);
        var failures = new Dictionary<string, Exception>();
        var work = await ReadAsync(failures, cancellationToken);
        var stored = await rules.ReadAsync(cancellationToken);

        var done = new List<string>();
        var mails = new List<OutboxMail>();
        // A bloc that could not be read last time has more days to make good than the others.
        foreach (var blocs in work.GroupBy(year => lastRun.Of(year.Bloc)))
        {
            mails.AddRange(await MailsAsync(DueWork.On(today, blocs.Key, stored.Rules, [.. blocs]), today, blocs.Key, done, cancellationToken));
        }

        if (await outbox.AddAsync(mails, cancellationToken) is > 0 and var added)
        {
            done.Add($"{added} digests of {OutboxRows.Text(today)} are in the outbox");
        }

        if (lastRun.Day < today)
        {
            TellWhoIsLate(work, today);
        }

        if (lastRun.Day < today || lastRun.Behind.Count > 0)
        {
            await outbox.MarkRunAsync(lastRun.After(today, failures.Keys), cancellationToken);
        }

        return failures.Count == 0 ? done : throw new AggregateException($"{failures.Count} blocs could not be read.", failures.Values);
    }

    private async Task<List<YearWork>> ReadAsync(Dictionary<string, Exception> failures, CancellationToken cancellationToken)
    {
        var years = await due.OpenYearsAsync(cancellationToken);
        var work = new List<YearWork>();
        foreach (var bloc in years.SelectMany(year => year.Blocs).Select(bloc => bloc.Bloc).Distinct().Order(StringComparer.Ordinal))
        {
            try
            {
                work.AddRange(await due.ReadAsync(bloc, years, cancellationToken));
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
            {
                BlocUnread(bloc, exception);
                failures.Add(bloc, exception);
            }
        }

        return work;
    }

    private async Task<List<OutboxMail>> MailsAsync(
        IReadOnlyList<UnitDigest> digests, DateOnly today, DateOnly lastRun, List<string> done, CancellationToken cancellationToken)
    {
        var mails = new List<OutboxMail>();
        var units = await roster.FindUnitsAsync(digests.Select(digest => digest.Unit), cancellationToken);
        var earliest = today.AddDays(-1 - DueWork.MostDaysMissed);
        foreach (var digest in digests)
        {
            var contacts = units.GetValueOrDefault(digest.Unit)?.Contacts ?? [];
            if (contacts.Count == 0)
            {
                NoAddress(digest.Unit);
                done.Add($"{digest.Unit} has no address to be reminded at");
            }

            mails.AddRange(contacts.Select(contact => new OutboxMail(
                MailKey.Digest(today, digest.Unit, contact),
                DigestUrgency.Of(digest, today),
                digest.Own.Select(one => one.Deadline).Concat(digest.Blocs.SelectMany(bloc => bloc.Missing).Select(one => one.Deadline)).Min() ?? today,
                clock.GetUtcNow())
            {
                LastRun = lastRun < earliest ? earliest : lastRun,
                Blocs = [.. digest.Own.Select(one => one.What.Bloc).Concat(digest.Blocs.Select(one => one.What.Bloc)).Distinct().Order(StringComparer.Ordinal)],
            }));
        }

        return mails;
    }

    private void TellWhoIsLate(IEnumerable<YearWork> work, DateOnly today)
    {
        foreach (var year in work)
        {
            foreach (var one in year.Obligations.Where(one => one is { Done: false, IsKnown: true }))
            {
                if (one is { Unit: { } unit } && one.DayIn(year.Cycle) is { } deadline && deadline < today)
                {
                    UnitLate(year.Cycle.Year, one.Stage.Period, one.Bloc, unit, one.Stage.Kind.Slug(), today.DayNumber - deadline.DayNumber);
                }
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "In {Year}, period {Period}, bloc {Bloc}: {Unit} is {Days} days late for {Stage}.", EventName = "UnitLate")]
    private partial void UnitLate(int year, string period, string bloc, string unit, string stage, int days);

    [LoggerMessage(LogLevel.Warning, "{Unit} has no address to be reminded at.", EventName = "UnitWithoutAddress")]
    private partial void NoAddress(string unit);

    [LoggerMessage(LogLevel.Error, "Who has to do what in the bloc {Bloc} could not be read.", EventName = "BlocUnread")]
    private partial void BlocUnread(string bloc, Exception exception);
}
