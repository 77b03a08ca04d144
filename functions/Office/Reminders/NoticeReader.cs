using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Appraisals;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Complaints;
using EmulationFunctions.Year.Reports;
using EmulationFunctions.Year.Visits;

namespace EmulationFunctions.Office.Reminders;

/// <summary>
/// Looks up what is true of a notice's matter when its mail is sent. Where a later change has overtaken it there is nothing left to say: that
/// change has left a notice of its own.
/// </summary>
internal sealed class NoticeReader(
    CycleTable cycles,
    RosterTable roster,
    SheetTable sheets,
    BlocTable blocs,
    InspectionTable inspections,
    ComplaintTable complaints,
    YearNotices years,
    MeetingNotices meetings,
    SuspensionNotices suspensions,
    ReportTable reports,
    NoticeLines lines,
    SubmittedUnits findSubmitted,
    VietnamTime vietnam,
    TimeProvider clock)
{
    private const string SubmittedAgain = "The sheet has been submitted again.";
    internal const string Overtaken = "A later change speaks of it, or took it back.";
    internal const string Done = "What it asks for is done.";
    private const string History = "It was entered for a year that is long over.";
    internal const string Past = "Its day has passed.";

    /// <returns>The facts; or why nothing is left to say.</returns>
    public async Task<(NoticeFacts? Facts, string? Unneeded)> ReadAsync(string unit, MailNotice notice, CancellationToken cancellationToken)
    {
        var facts = new NoticeFacts(await lines.NameAsync(unit, cancellationToken), "", "", vietnam.Today(clock), Lines(notice.Text));
        if (Matter.Of(notice) is not { } matter)
        {
            return (facts, null);
        }

        var id = matter.Bloc;
        if (id.Year < facts.Today.Year - 1)
        {
            return (null, History);
        }

        var cycle = await cycles.FindForAsync(id.Year, id.Bloc, unit, cancellationToken);
        var period = id.Period == Period.WholeYear ? null : cycle?.Periods.FirstOrDefault(one => one.Id == id.Period)?.Name ?? id.Period;
        facts = facts with
        {
            Place = (id.Year, id.Bloc),
            When = PeriodWords.In(id.Year, period),
            Bloc = (await roster.FindBlocAsync(id.Bloc, cancellationToken))?.Name ?? id.Bloc,
        };
        if (notice.Kind is not { } kind)
        {
            return (facts, null);
        }

        // What is of the whole year has no period of its own where the year has several.
        var shown = cycle is null || cycle.Periods.Any(one => one.Id == id.Period) ? id : id with { Period = cycle.Periods[^1].Id };
        facts = facts with { Shown = MailPlaces.Of(kind, shown.SheetOf(unit), matter.Parts) };
#pragma warning disable CS8524 // What is read from a row is one of the names, or nothing.
        return kind switch
        {
            NoticeKind.SheetReturned or NoticeKind.RevisionRequested => await OfSheetAsync(notice, id.SheetOf(unit), cycle, facts, cancellationToken),
            NoticeKind.NotApplicableChanged => (facts with { Matters = await lines.NotApplicableAsync(id.SheetOf(unit), cycle, cancellationToken) }, null),
            NoticeKind.ResultsCorrected => (facts with { Matters = await lines.FiguresAsync(id.SheetOf(unit), cycle, figure => figure.Actual, cancellationToken) }, null),
            NoticeKind.ConditionDeclared => (facts with { Matters = await lines.ConditionsAsync(id.SheetOf(unit), cycle, cancellationToken) }, null),
            NoticeKind.DeadlineExtended => await OfExtensionAsync(matter, id.SheetOf(unit), cycle, facts, cancellationToken),
            NoticeKind.ScorersDrawn or NoticeKind.ScorerReplaced => await OfPanelAsync(notice, matter, unit, cycle, facts, cancellationToken),
            NoticeKind.ScoresAppraised or NoticeKind.ScoresFinal => (facts with { IsDue = await MayExplainAsync(id, matter, cycle, cancellationToken) ?? kind == NoticeKind.ScoresAppraised }, null),
            NoticeKind.TargetsSet => (facts with { Matters = await lines.FiguresAsync(id.SheetOf(unit), cycle, figure => figure.Target, cancellationToken) }, null),
            NoticeKind.VisitPlanned => await OfPlanAsync(id, matter.Parts[0], facts, cancellationToken),
            NoticeKind.FindingRecorded => await OfFindingAsync(id, matter.Parts[0], unit, cycle, facts, cancellationToken),
            NoticeKind.ComplaintOpened or NoticeKind.ComplaintUpheld or NoticeKind.ComplaintDismissed or NoticeKind.ComplaintClosed => await OfComplaintAsync(notice, id, matter, unit, cycle, facts, cancellationToken),
            NoticeKind.Disqualified or NoticeKind.DisqualificationLifted => (await blocs.ReadAsync(id, cancellationToken)).Disqualified.Any(one => one.Unit == unit) == (notice.Kind == NoticeKind.Disqualified)
                ? (facts, null)
                : (null, Overtaken),
            NoticeKind.StandingsPublished => (facts with { Matters = await lines.PlaceAsync(id, unit, cancellationToken) }, null),
            NoticeKind.TermSet => await OfTermAsync(id, facts, cancellationToken),
            NoticeKind.MembershipChanged => await OfMembershipAsync(id.Bloc, unit, facts, cancellationToken),
            NoticeKind.ReportsRequested or NoticeKind.ReportPartReturned => await OfReportAsync(notice, id, matter.Parts[0], unit, facts, cancellationToken),
            NoticeKind.ComplaintCarriedOut => (facts, null),
            NoticeKind.CriterionVoided => await blocs.IsSettledAsync(id, cancellationToken)
                ? (null, Overtaken)
                : (facts with { Matters = NoticeLines.Titles(await lines.TreeAsync(cycle, id.Bloc, cancellationToken), [string.Join(' ', matter.Parts)]) }, null),
            NoticeKind.PactToSign or NoticeKind.SignaturesVoided => await years.OfPactAsync(kind, new(id.Year, id.Bloc), unit, cycle, facts, cancellationToken),
            NoticeKind.MovementLaunched => await years.OfMovementAsync(new(id.Year, id.Bloc), matter.Parts[0], unit, facts, cancellationToken),
            NoticeKind.MeetingInvited or NoticeKind.MeetingCancelled or NoticeKind.ConclusionsAssigned => await meetings.ReadAsync(kind, new(id.Year, id.Bloc), matter.Parts[0], unit, facts, cancellationToken),
            NoticeKind.NominationSuspended or NoticeKind.SuspensionLifted => await suspensions.ReadAsync(kind, new(id.Year, id.Bloc), matter.Parts[0], unit, facts, cancellationToken),
            NoticeKind.CalendarChanged => OfCalendar(id.Bloc, unit, cycle, facts),
        };
#pragma warning restore CS8524
    }

    private async Task<(NoticeFacts?, string?)> OfSheetAsync(MailNotice notice, SheetId id, Cycle? cycle, NoticeFacts facts, CancellationToken cancellationToken)
    {
        if ((await findSubmitted(id.Year, id.Period, id.Bloc, [id.Unit], cancellationToken)).Contains(id.Unit))
        {
            return (null, SubmittedAgain);
        }

        var head = (await sheets.FindHeadsAsync([id], cancellationToken))[0];
        var deadline = cycle?.DeadlineOf(id.Bloc, id.Unit, new(StageKind.SelfScore, id.Period));
        return (notice.Kind, head?.State) switch
        {
            (NoticeKind.SheetReturned, SheetState.Returned) => (facts with { Said = Lines(head!.ReturnReason), Deadline = deadline }, null),
            (NoticeKind.RevisionRequested, SheetState.RevisionRequested) => (
                facts with
                {
                    Said = Lines(head!.ReturnReason),
                    Deadline = head.RevisionDue,
                    Matters = NoticeLines.Titles(await lines.TreeAsync(cycle, id.Bloc, cancellationToken), head.RevisionCriteria ?? []),
                },
                null),
            _ => (null, Overtaken),
        };
    }

    private async Task<(NoticeFacts?, string?)> OfExtensionAsync(Matter matter, SheetId id, Cycle? cycle, NoticeFacts facts, CancellationToken cancellationToken)
    {
        if (matter.Parts is not [_, var slug] || StageKinds.Find(slug) is not { } kind
            || await cycles.FindExtensionAsync(id.Year, id.Unit, new(kind, id.Period), cancellationToken) is not { Extension: var extension })
        {
            return (null, Overtaken);
        }

        var deadline = cycle?.DeadlineOf(id.Bloc, id.Unit, extension.Stage) ?? extension.Closes;
        return deadline < facts.Today ? (null, Past)
            : kind == StageKind.SelfScore && (await findSubmitted(id.Year, id.Period, id.Bloc, [id.Unit], cancellationToken)).Contains(id.Unit) ? (null, Done)
            : (facts with { Said = Lines(extension.Reason), Stage = kind.Words().Vi, Deadline = deadline }, null);
    }

    private static (NoticeFacts?, string?) OfCalendar(string bloc, string unit, Cycle? cycle, NoticeFacts facts)
    {
        if (cycle is null || !cycle.Has(bloc))
        {
            return (null, Overtaken);
        }

        var ahead = cycle.Periods
            .SelectMany(period => cycle.Stages.Where(stage => stage.Key.Period == period.Id).Select(stage => (Period: period, Stage: cycle.StageOf(bloc, stage.Key)!)))
            .Select(one => (one.Period, one.Stage, Deadline: cycle.DeadlineOf(bloc, unit, one.Stage.Key)!.Value))
            .Where(one => one.Deadline >= facts.Today)
            .Select(one => $"{one.Stage.Key.Kind.Words().Vi}{(one.Period.Id == Period.WholeYear ? "" : $" {PeriodWords.In(cycle.Year, one.Period.Name)}")}: từ ngày {VietnamTime.Local(one.Stage.Opens)} đến hết ngày {VietnamTime.Local(one.Deadline)}")
            .ToList();
        return ahead.Count == 0 ? (null, Past) : (facts with { Matters = ahead }, null);
    }

    private async Task<(NoticeFacts?, string?)> OfPanelAsync(
        MailNotice notice, Matter matter, string unit, Cycle? cycle, NoticeFacts facts, CancellationToken cancellationToken)
    {
        var record = await blocs.ReadAsync(matter.Bloc, cancellationToken);
        facts = facts with { Deadline = cycle?.DeadlineOf(matter.Bloc.Bloc, unit, new(StageKind.CrossScore, matter.Bloc.Period)) };
        if (notice.Kind == NoticeKind.ScorersDrawn)
        {
            var pairs = record.Panel.Where(pair => pair.Scorer == unit).ToList();
            return pairs.TrueForAll(record.IsSubmitted)
                ? (null, Done)
                : (facts with { Matters = await lines.NamesAsync(pairs.Select(pair => pair.Scored), cancellationToken) }, null);
        }

        var scored = matter.Parts[0];
        var isAssigned = record.Panel.Contains(new(unit, scored));
        return isAssigned && record.IsSubmitted(new(unit, scored))
            ? (null, Done)
            : (facts with { Other = await lines.NameAsync(scored, cancellationToken), IsDue = isAssigned }, null);
    }

    /// <summary>Null where the scheme is not known any more.</summary>
    private async Task<bool?> MayExplainAsync(BlocInPeriod id, Matter matter, Cycle? cycle, CancellationToken cancellationToken) =>
        matter.Parts is [.., var last] && int.TryParse(last, CultureInfo.InvariantCulture, out var round) && await lines.TreeAsync(cycle, id.Bloc, cancellationToken) is { } tree
            ? AppraisalTimes.MayExplain(round, await blocs.ReadAsync(id, cancellationToken), tree)
            : null;

    private async Task<(NoticeFacts?, string?)> OfPlanAsync(BlocInPeriod id, string inspection, NoticeFacts facts, CancellationToken cancellationToken)
    {
        if (await inspections.FindAsync(id, inspection, cancellationToken) is not { VisitedOn: null } visit)
        {
            return (null, Done);
        }

        var team = await lines.NamesAsync(visit.Team, cancellationToken);
        return visit.PlannedOn < facts.Today
            ? (null, Past)
            : (facts with
            {
                Matters =
                [
                    $"Đơn vị được kiểm tra: {await lines.NameAsync(visit.Unit, cancellationToken)}",
                    $"Ngày dự kiến: {VisitWords.Planned(visit)}",
                    $"Đoàn kiểm tra: {string.Join(", ", team)}",
                ],
                Said = Lines(visit.Plan),
            }, null);
    }

    private async Task<(NoticeFacts?, string?)> OfFindingAsync(
        BlocInPeriod id, string inspection, string unit, Cycle? cycle, NoticeFacts facts, CancellationToken cancellationToken)
    {
        if (await inspections.FindAsync(id, inspection, cancellationToken) is not { } visit || visit.Unit != unit || !visit.Findings.Any(finding => finding.IsOpen))
        {
            return (null, Done);
        }

        var tree = await lines.TreeAsync(cycle, id.Bloc, cancellationToken);
        return (facts with
        {
            Matters = [.. visit.Findings.Where(finding => finding.IsOpen).Select(finding =>
                $"{(finding.Criterion is { } criterion ? $"{NoticeLines.Title(tree, criterion)}: " : "")}{InspectionTable.ToMend(finding)}")],
        }, null);
    }

    private async Task<(NoticeFacts?, string?)> OfTermAsync(BlocInPeriod id, NoticeFacts facts, CancellationToken cancellationToken)
    {
        if (await roster.FindTermAsync(id.Bloc, id.Year, cancellationToken) is not { IsSuggestion: false } term)
        {
            return (null, Overtaken);
        }

        var held = new[] { ("Khối trưởng", term.Head), ("Khối phó", term.Deputy), ("Đơn vị thường trực", term.StandingUnit) }.Where(one => one.Item2 is not null).ToList();
        var names = await lines.NamesAsync(held.Select(one => one.Item2!), cancellationToken);
        return (facts with { Matters = [.. held.Zip(names, (one, name) => $"{one.Item1}: {name}")] }, null);
    }

    /// <summary>Where it still is, or will be; of what is over, the last.</summary>
    private async Task<(NoticeFacts?, string?)> OfMembershipAsync(string bloc, string unit, NoticeFacts facts, CancellationToken cancellationToken)
    {
        var times = (await roster.HistoryAsync(bloc, cancellationToken)).Where(member => member.Unit == unit).OrderBy(member => member.From).ToList();
        var told = times.Where(member => !(member.Until < facts.Today)).DefaultIfEmpty(times.LastOrDefault()).OfType<Membership>();
        return (facts with
        {
            Matters = [.. told.Select(member =>
                $"từ ngày {VietnamTime.Local(member.From)}{(member.Until is { } last ? $" đến hết ngày {VietnamTime.Local(last)}" : "")}")],
        }, null);
    }

    private async Task<(NoticeFacts?, string?)> OfComplaintAsync(
        MailNotice notice, BlocInPeriod id, Matter matter, string unit, Cycle? cycle, NoticeFacts facts, CancellationToken cancellationToken)
    {
        var (owner, number) = (matter.Parts[0], int.Parse(matter.Parts[1], CultureInfo.InvariantCulture));
        var complaint = await complaints.FindAsync(id.SheetOf(owner), number, cancellationToken);
        if (complaint is null || (notice.Kind == NoticeKind.ComplaintOpened && complaint.State != ComplaintState.Open))
        {
            return (null, Done);
        }

        return (facts with
        {
            Said = Lines(notice.Kind is NoticeKind.ComplaintOpened or NoticeKind.ComplaintClosed ? complaint.Text : complaint.Answer?.Text),
            Other = owner == unit ? "" : await lines.NameAsync(owner, cancellationToken),
            Matters = complaint.Criterion is { } criterion ? NoticeLines.Titles(await lines.TreeAsync(cycle, id.Bloc, cancellationToken), [criterion]) : [],
        }, null);
    }

    private async Task<(NoticeFacts?, string?)> OfReportAsync(
        MailNotice notice, BlocInPeriod id, string report, string unit, NoticeFacts facts, CancellationToken cancellationToken)
    {
        var year = new YearOfBloc(id.Year, id.Bloc);
        if (await reports.FindAsync(year, report, cancellationToken) is not { State: ReportState.Open } request)
        {
            return (null, Overtaken);
        }

        var status = await reports.FindStatusAsync(year, report, unit, cancellationToken);
        return status?.State == PartState.Sent ? (null, Done)
            : notice.Kind == NoticeKind.ReportPartReturned && status?.State != PartState.Returned ? (null, Overtaken)
            : (facts with
            {
                Other = $"“{request.Title}”",
                Deadline = request.Due,
                Said = Lines(notice.Kind == NoticeKind.ReportPartReturned ? status!.ReturnReason : request.Note),
                Matters = notice.Kind == NoticeKind.ReportPartReturned ? [] : [.. request.Sections.Select(section => section.Title), .. request.Questions.Select(question => question.Title)],
            }, null);
    }

    internal static string[] Lines(string? text) =>
        text?.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    /// <summary>What a notice's subject says: year, period (unless it is about the year), bloc, and what is left.</summary>
    private sealed record Matter(BlocInPeriod Bloc, IReadOnlyList<string> Parts)
    {
        public static Matter? Of(MailNotice notice) =>
            notice.Subject.Split(' ') is not [var year, .. var rest] || !int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? null
            : rest is [var whole] ? new(new(number, Period.WholeYear, whole), [])
            : rest is [var period, var bloc, .. var parts] ? new(new(number, period, bloc), parts)
            : null;
    }
}
