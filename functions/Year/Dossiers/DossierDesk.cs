using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Nominations;

namespace EmulationFunctions.Year.Dossiers;

/// <summary>A dossier with what holds for it from outside.</summary>
/// <param name="Id">Which.</param>
/// <param name="Terms">The bloc's year.</param>
/// <param name="Record">The dossier with its opinions.</param>
/// <param name="Outline">That under which it was opened.</param>
/// <param name="AwardTitle">What the award is called, by the rules under which it was opened.</param>
/// <param name="Rules">The version of the award rules today.</param>
/// <param name="Nomination">How the unit's nomination for the award stands; null where there is none.</param>
/// <param name="Ballot">The bloc's ballot that says how the vote ended; null where there was none.</param>
/// <param name="Holidays">From the first question on.</param>
/// <param name="Today">In Vietnam.</param>
internal sealed record DossierSight(
    DossierId Id,
    YearTerms Terms,
    DossierRecord Record,
    DossierOutline Outline,
    string AwardTitle,
    string Rules,
    NominationStatus? Nomination,
    BallotOutcome? Ballot,
    Holidays Holidays,
    DateOnly Today)
{
    public Dossier Dossier => Record.Dossier;

    public IReadOnlyList<(Opinion Opinion, OpinionTerm Term)> Opinions =>
        [.. Record.Opinions.Select(one => (one, OpinionTerm.Of(one, Outline.OpinionDays, Holidays, Today)))];

    /// <summary>How the vote ended; null while there is no result.</summary>
    public VoteResult? Vote => VoteResult.Of(Dossier.Content.Minutes?.Vote, Ballot);

    public DossierCheck Check() => DossierCheck.Of(Dossier, Outline, Opinions, Rules, Nomination, Ballot, Id.Year, Today);
}

/// <summary>Finds what holds for dossiers.</summary>
internal sealed class DossierDesk(
    YearDesk years,
    DossierTable dossiers,
    DossierTemplateTable templates,
    AwardRulesTable rules,
    NominationDesk nominees,
    NominationTable nominations,
    HolidayTable holidays,
    DayOfMeeting findMeeting,
    BallotOutcomeOf findBallot,
    AttachmentOfUnit isFileOfUnit,
    HoldAttachment hold)
{
    public DateOnly Today => years.Today;

    /// <exception cref="Refusal">404: no such year, the bloc takes no part in it, or the unit is not in it.</exception>
    public async Task<YearTerms> FindTermsAsync(DossierId id, CancellationToken cancellationToken)
    {
        var terms = await years.FindAsync(id.BlocYear, cancellationToken);
        terms.DemandUnit(id.Unit);
        return terms;
    }

    /// <exception cref="Refusal">404: no such year, bloc or unit in it, or no such dossier.</exception>
    public async Task<DossierSight> FindAsync(DossierId id, CancellationToken cancellationToken) => await SeeAsync(
        id, await FindTermsAsync(id, cancellationToken), await dossiers.FindAsync(id, cancellationToken) ?? throw DossierTable.NoSuchDossier(), cancellationToken);

    public async Task<DossierSight> SeeAsync(DossierId id, YearTerms terms, DossierRecord record, CancellationToken cancellationToken)
    {
        var first = record.Opinions.Count == 0 ? Today : record.Opinions.Min(one => one.Question.AskedOn);
        return new(
            id,
            terms,
            record,
            (await templates.FindAsync(record.Dossier.Template, cancellationToken)).Of(id.Award),
            await TitleAsync(record.Dossier, cancellationToken),
            (await rules.AtAsync(Today, cancellationToken)).Version,
            (await nominations.ReadAsync(id.BlocYear, cancellationToken)).Find(id.Award, id.Unit)?.Status,
            await BallotAsync(id, cancellationToken),
            await holidays.FromAsync(first, cancellationToken),
            Today);
    }

    /// <summary>The bloc's ballot that says how the vote on the proposal ended; null where there was none.</summary>
    public Task<BallotOutcome?> BallotAsync(DossierId id, CancellationToken cancellationToken) => findBallot(id.BlocYear, id.Award, id.Unit, cancellationToken);

    /// <summary>What the award is called, by the rules under which the dossier was opened.</summary>
    public async Task<string> TitleAsync(Dossier dossier, CancellationToken cancellationToken) =>
        (await rules.FindAsync(dossier.RulesVersion, cancellationToken))?.Rules.Find(dossier.Award)?.Title ?? dossier.Award;

    public Task<DossierTemplate> TemplateOfAsync(Dossier dossier, CancellationToken cancellationToken) => templates.FindAsync(dossier.Template, cancellationToken);

    /// <summary>A dossier as it is opened today, under the rules and the template of today; the outline under which it is.</summary>
    /// <exception cref="Refusal">404: the rules have no such award. 409: it is not for such a unit, or the unit ended, as with a nomination.</exception>
    public async Task<(Dossier Dossier, DossierOutline Outline)> OpenAsync(DossierId id, YearTerms terms, CancellationToken cancellationToken)
    {
        var current = await rules.AtAsync(Today, cancellationToken);
        if (current.Find(id.Award) is not { } award)
        {
            throw Refusal.NotFound(new($"Quy định phiên bản {current.Version} không có danh hiệu '{id.Award}'.", $"Version {current.Version} of the rules has no award '{id.Award}'."));
        }

        await nominees.DemandProposableAsync(terms, award, id.Unit, cancellationToken);

        var (template, _) = await templates.LastAsync(cancellationToken);
        return (new(id.Award, id.Unit, Today, current.Version, template.Number, new()), template.Of(id.Award));
    }

    /// <summary>The version of the rules changes no more once a dossier rests on it.</summary>
    public Task FreezeAsync(Dossier opened, CancellationToken cancellationToken) => rules.FreezeAsync(opened.RulesVersion, cancellationToken);

    /// <summary>A fault for the meeting and each file that neither the bloc nor the unit has, and for a day that is not the meeting's.</summary>
    public async Task<IReadOnlyList<Fault>> LackingAsync(DossierId id, DossierContent content, CancellationToken cancellationToken)
    {
        var faults = new List<Fault>();
        if (content.Minutes is { Meeting: { } meeting } minutes)
        {
            var day = await findMeeting(id.BlocYear, meeting, cancellationToken);
            if (day is null)
            {
                faults.Add("$.minutes.meeting", $"Khối không có cuộc họp '{meeting}' đã có ngày họp.", $"The bloc has no meeting '{meeting}' with a day.");
            }
            else if (minutes.Day is { } said && said != day)
            {
                faults.Add("$.minutes.day", $"Cuộc họp '{meeting}' của khối ghi ngày {VietnamTime.Local(day.Value)}.", FormattableString.Invariant($"The bloc's meeting '{meeting}' was on {day:yyyy-MM-dd}."));
            }
        }

        foreach (var (index, file) in content.Files.Index())
        {
            if (!await isFileOfUnit(id.BlocYear, file.Attachment, id.Unit, cancellationToken))
            {
                faults.Add($"$.files[{index}].attachment", $"Khối và đơn vị không có tệp '{file.Attachment}'.", $"Neither the bloc nor the unit has a file '{file.Attachment}'.");
            }
        }

        return faults;
    }

    /// <summary>Holds files that are about to be named; those that the dossier names already are not taken away.</summary>
    /// <exception cref="Refusal">400: one was taken away meanwhile.</exception>
    public async Task HoldAsync(YearOfBloc id, DossierContent content, DossierContent? before, Actor actor, CancellationToken cancellationToken)
    {
        foreach (var (index, file) in content.Files.Index())
        {
            if (before?.Files.Any(known => known.Attachment == file.Attachment) is not true && !await hold(id, file.Attachment, actor, cancellationToken))
            {
                throw Refusal.BadInput($"$.files[{index}].attachment", new("Tệp vừa bị gỡ.", "The file has just been taken away."));
            }
        }
    }
}
