using EmulationFunctions.Common;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using Microsoft.Extensions.Options;

namespace EmulationFunctions.Office.Reminders;

/// <summary>Writes mails from what is true when they are sent. One for each run: what it has looked up it does not look up again.</summary>
internal sealed class MailWriter(
    DueReader due,
    NoticeReader notices,
    MissingReader missing,
    ContactReader contacts,
    ReminderRulesTable rules,
    RosterTable roster,
    IOptions<PortalOptions> portal,
    IOptions<MailOptions> options,
    VietnamTime vietnam,
    TimeProvider clock)
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

        var addresses = (await UnitsAsync([mail.Key.Unit], cancellationToken)).GetValueOrDefault(mail.Key.Unit)?.Contacts ?? [];
        return mail.Key.AddressIn(addresses) is { } address
            ? new Written.Ready(letter.ToMail(address, mail.Key, new(PortalPlaces.Page(portal.Value), options.Value.Office, vietnam.Today(clock), letter.Event is null ? null : options.Value.Sender())))
            : addresses.Count > 0 ? new Written.Readdressed(addresses) : new Written.Unreachable("The unit has no address.");
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
        var lacks = new List<IReadOnlyList<string>>();
        foreach (var one in digest.Own)
        {
            lacks.Add(await missing.ReadAsync(digest.Unit, one.What, cancellationToken));
        }

        var letter = DigestComposer.Compose(digest, vietnam.Today(clock), names, lacks);
        return (letter with { Contacts = await contacts.ReadAsync(digest.Unit, digest.Own.Select(one => (one.What.Year, one.What.Bloc)), cancellationToken) }, null);
    }

    private async Task<(MailLetter? Letter, string? Unneeded)> NoticeAsync(string unit, MailNotice notice, CancellationToken cancellationToken)
    {
        var (facts, unneeded) = await notices.ReadAsync(unit, notice, cancellationToken);
        return facts is null
            ? (null, unneeded)
            : (NoticeComposer.Compose(notice.Kind, facts) with { Contacts = await contacts.ReadAsync(unit, facts.Place is { } place ? [place] : [], cancellationToken) }, null);
    }

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
