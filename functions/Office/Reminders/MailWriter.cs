using EmulationFunctions.Common;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Office.Reminders;

/// <summary>Writes mails from what is true when they are sent. One for each run: what it has looked up it does not look up again.</summary>
internal sealed class MailWriter(
    DueReader due, ReminderRulesTable rules, RosterTable roster, CycleTable cycles, IOptions<PortalOptions> portal, VietnamTime vietnam, TimeProvider clock)
{
    private readonly Dictionary<string, IReadOnlyList<YearWork>> _work = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Unit?> _units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _blocs = new(StringComparer.Ordinal);
    private IReadOnlyList<Cycle>? _years;
    private ReminderRules? _rules;

    public async Task<Written> WriteAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        var (letter, unneeded) = mail.Notice is { } notice
            ? await NoticeAsync(mail.Key.Unit, notice, cancellationToken)
            : await DigestAsync(mail, cancellationToken);
        if (letter is null)
        {
            return new Written.Unneeded(unneeded!);
        }

        var contacts = (await UnitsAsync([mail.Key.Unit], cancellationToken)).GetValueOrDefault(mail.Key.Unit)?.Contacts ?? [];
        return mail.Key.AddressIn(contacts) is { } address
            ? new Written.Ready(letter.ToMail(address, mail.Key, new(portal.Value.Address)))
            : contacts.Count > 0 ? new Written.Readdressed(contacts) : new Written.Unreachable("The unit has no address.");
    }

    private async Task<(MailLetter? Letter, string? Unneeded)> DigestAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        _rules ??= (await rules.ReadAsync(cancellationToken)).Rules;
        _years ??= await due.OpenYearsAsync(cancellationToken);
        foreach (var bloc in mail.Blocs)
        {
            if (!_work.ContainsKey(bloc))
            {
                _work[bloc] = await due.ReadAsync(bloc, _years, cancellationToken);
            }
        }

        var day = mail.Key.Day;
        var digest = DueWork.On(day, mail.LastRun ?? day.AddDays(-1), _rules, [.. mail.Blocs.SelectMany(bloc => _work[bloc])])
            .FirstOrDefault(digest => digest.Unit == mail.Key.Unit);
        if (digest is null)
        {
            return (null, "What it was to remind of is done or no longer due.");
        }

        var names = await NamesAsync(
            [digest.Unit, .. digest.Blocs.SelectMany(bloc => bloc.Missing).Select(one => one.Unit)],
            [.. digest.Own.Select(one => one.What.Bloc), .. digest.Blocs.Select(one => one.What.Bloc)],
            cancellationToken);
        return (DigestComposer.Compose(digest, vietnam.Today(clock), names), null);
    }

    private async Task<(MailLetter? Letter, string? Unneeded)> NoticeAsync(string unit, MailNotice notice, CancellationToken cancellationToken)
    {
        NoticeSheet? sheet = null;
        if (SheetOf(notice) is var (year, period, bloc, owner))
        {
            if (notice.Kind is NoticeComposer.SheetReturned or NoticeComposer.RevisionRequested && await due.HasSubmittedAsync(year, period, bloc, unit, cancellationToken))
            {
                return (null, "The sheet has been submitted again.");
            }

            var cycle = await cycles.FindForAsync(year, bloc, unit, cancellationToken);
            var names = await NamesAsync(owner is null ? [] : [owner], [bloc], cancellationToken);
            sheet = new(
                year,
                period == Period.WholeYear ? null : cycle?.Periods.FirstOrDefault(one => one.Id == period)?.Name ?? period,
                names.Bloc(bloc),
                cycle?.DeadlineOf(bloc, unit, new(StageKind.SelfScore, period)),
                owner is null || owner == unit ? null : names.Unit(owner));
        }

        var units = await UnitsAsync([unit], cancellationToken);
        return (NoticeComposer.Compose(notice, sheet, vietnam.Today(clock), units.GetValueOrDefault(unit)?.Name ?? unit), null);
    }

    /// <summary>
    /// Year, period and bloc of the sheet, or of the bloc, whose partition was changed: <c>2026-nam|bloc|unit</c> or <c>2026-nam|bloc</c>; and whose
    /// sheet a complaint is about, which its subject tells.
    /// </summary>
    private static (int Year, string Period, string Bloc, string? Unit)? SheetOf(MailNotice notice) =>
        notice.Address.Partition.Split('|') is [{ Length: > 5 } period, var bloc, ..]
        && int.TryParse(period.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture, out var year)
            ? (year, period[5..], bloc, notice.Kind == NoticeComposer.ComplaintOpened ? notice.Subject.Split(' ')[3] : null)
            : null;

    private async Task<MailNames> NamesAsync(IReadOnlyList<string> units, IReadOnlyList<string> blocs, CancellationToken cancellationToken)
    {
        var found = await UnitsAsync(units, cancellationToken);
        foreach (var bloc in blocs.Distinct().Where(bloc => !_blocs.ContainsKey(bloc)))
        {
            _blocs[bloc] = (await roster.FindBlocAsync(bloc, cancellationToken))?.Name ?? bloc;
        }

        return new(found.Values.ToDictionary(unit => unit.Id, unit => unit.Name, StringComparer.Ordinal), _blocs);
    }

    private async Task<IReadOnlyDictionary<string, Unit>> UnitsAsync(IReadOnlyList<string> units, CancellationToken cancellationToken)
    {
        string[] missing = [.. units.Distinct().Where(unit => !_units.ContainsKey(unit))];
        var found = await roster.FindUnitsAsync(missing, cancellationToken);
        foreach (var unit in missing)
        {
            _units[unit] = found.GetValueOrDefault(unit);
        }

        return units.Distinct().Select(unit => _units[unit]).OfType<Unit>().ToDictionary(unit => unit.Id, StringComparer.Ordinal);
    }
}
