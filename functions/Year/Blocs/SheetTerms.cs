using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What holds for a sheet, from outside of it: the year's calendar, the scheme, and whether the unit belongs to the bloc.</summary>
/// <param name="Memberships">The unit's in the bloc, past ones too.</param>
/// <param name="EntersPastYear">Whether the office enters a year that is over: then no deadline holds.</param>
internal sealed record SheetTerms(SheetId Id, Cycle Cycle, SchemeTree Tree, IReadOnlyList<Membership> Memberships, bool EntersPastYear)
{
    private StageKey Stage => new(StageKind.SelfScore, Id.Period);

    /// <summary>The last day of the unit's self-scoring.</summary>
    private DateOnly? SelfScored => Cycle.DeadlineOf(Id.Bloc, Id.Unit, Stage);

    /// <summary>The last day on which the unit may submit: that of the revision it was asked for, or of its self-scoring.</summary>
    public DateOnly? DeadlineOf(SheetHead? sheet) => sheet is { State: SheetState.RevisionRequested, RevisionDue: { } due } ? due : SelfScored;

    public bool IsMember(DateOnly today)
    {
        var day = Cycle.MembershipDay(Id.Period, today);
        return Memberships.Any(membership => membership.Covers(day));
    }

    /// <summary>A revision that was asked for has its own time, whatever the calendar says.</summary>
    public bool IsOpen(DateOnly today, SheetHead? sheet) =>
        EntersPastYear
        || (sheet is { State: SheetState.RevisionRequested, RevisionDue: { } due } ? today <= due : Cycle.IsOpen(Id.Bloc, Id.Unit, Stage, today));

    /// <summary>Whether that day lies after the bloc's own deadline: who submits then was given more time.</summary>
    public bool IsLate(DateOnly day) => Cycle.StageOf(Id.Bloc, Stage) is { } stage && day > stage.Closes;

    /// <summary>Whether a round of the bloc's appraisal can have been closed: the calendar is past its beginning, or does not say when that is.</summary>
    public bool IsAppraisalBegun(DateOnly today) =>
        AppraisalBegins(Cycle, Id.InPeriod, unit: null) is not { } begins || today >= begins;

    /// <summary>The first day of the bloc's appraisal; in a year without that stage, the day after self-scoring.</summary>
    /// <param name="unit">The unit that is appraised; null for the bloc as a whole.</param>
    public static DateOnly? AppraisalBegins(Cycle cycle, BlocInPeriod id, string? unit)
    {
        var selfScore = new StageKey(StageKind.SelfScore, id.Period);
        return cycle.StageOf(id.Bloc, new(StageKind.Appraisal, id.Period))?.Opens
            ?? (unit is null ? cycle.StageOf(id.Bloc, selfScore)?.Closes : cycle.DeadlineOf(id.Bloc, unit, selfScore))?.AddDays(1);
    }

    /// <summary>Refuses unless the unit may work on the sheet today.</summary>
    /// <exception cref="Refusal">404 or 409: not a member, handed in or locked, too early, or too late.</exception>
    public void DemandOpen(DateOnly today, SheetHead? sheet)
    {
        if (!IsMember(today))
        {
            throw Memberships.Any(membership => membership.Until < today)
                ? Refusal.Rule("left-the-bloc", new(
                    $"Đơn vị đã rời khối từ ngày {VietnamTime.Local(Memberships.Max(membership => membership.Until)!.Value)}.",
                    $"The unit was in the bloc until {Memberships.Max(membership => membership.Until):yyyy-MM-dd}."))
                : NoSuchMember();
        }

        // First: nobody is to be told to ask for more time where time would not help.
        SheetTable.DemandEditable(sheet);
        if (IsOpen(today, sheet))
        {
            return;
        }

        if (sheet is { State: SheetState.RevisionRequested, RevisionDue: { } due })
        {
            throw Refusal.Rule("deadline-passed", new(
                $"Hạn chỉnh sửa phiếu điểm là hết ngày {VietnamTime.Local(due)}, nay đã qua. Khi có lý do, người yêu cầu chỉnh sửa có thể dời hạn.",
                $"The revision was due by the end of {due:yyyy-MM-dd}. With a reason, those who asked for it can move that day."));
        }

        throw Cycle.StageOf(Id.Bloc, Stage) is not { } stage || today < stage.Opens
            ? Refusal.Rule("stage-not-open", new(
                $"Chưa đến thời gian tự chấm điểm{(Cycle.StageOf(Id.Bloc, Stage) is { } later ? $": bắt đầu ngày {VietnamTime.Local(later.Opens)}" : "")}.",
                $"Self-scoring has not begun{(Cycle.StageOf(Id.Bloc, Stage) is { } next ? $"; it begins on {next.Opens:yyyy-MM-dd}" : "")}."))
            : Refusal.Rule("deadline-passed", new(
                $"Hạn tự chấm điểm của đơn vị là hết ngày {VietnamTime.Local(SelfScored!.Value)}, nay đã qua. Khi có lý do và chưa kết thúc vòng thẩm định cuối cùng, cơ quan thường trực có thể gia hạn.",
                $"The unit's deadline for self-scoring was the end of {SelfScored:yyyy-MM-dd}. With a reason, and until the last appraisal round is closed, the office can extend it."));
    }

    public static Refusal NoSuchMember() => Refusal.NotFound(new("Đơn vị này không thuộc khối.", "That unit is not in the bloc."));

    public static Words OutsideRevision(string criterion) => new(
        $"Tiêu chí {criterion} không nằm trong yêu cầu chỉnh sửa nên không thay đổi được.",
        $"Criterion {criterion} is not among those to be revised, so it does not change.");
}
