using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>Who could still change points today, so that a round must wait. What is not done in time holds nobody up.</summary>
internal static class StillOpen
{
    private const string Round = "$.round";

    /// <param name="sheets">Every member with its sheet's head; null before the first save.</param>
    /// <param name="isLast">Whether no round follows: then also who has not handed in yet, or not scored a peer, is waited for.</param>
    /// <returns>A fault for each unit, in their order.</returns>
    public static List<Fault> Of(BlocTerms terms, BlocRecord record, IReadOnlyList<(string Unit, SheetHead? Head)> sheets, bool isLast, DateOnly today)
    {
        var faults = new List<Fault>();
        var submitted = sheets.Where(one => one.Head is { IsSubmitted: true }).Select(one => one.Unit).ToHashSet(StringComparer.Ordinal);
        var scorers = record.Panel.Where(pair => submitted.Contains(pair.Scored) && !record.IsSubmitted(pair)).Select(pair => pair.Scorer).ToHashSet(StringComparer.Ordinal);
        foreach (var (unit, head) in sheets)
        {
            if (head is { State: SheetState.RevisionRequested, RevisionDue: { } due })
            {
                if (today <= due)
                {
                    faults.Add(
                        Round,
                        $"Đơn vị '{unit}' đang chỉnh sửa phiếu điểm, hạn hết ngày {VietnamTime.Local(due)}.",
                        $"The unit '{unit}' is revising its sheet until the end of {due:yyyy-MM-dd}.");
                }
            }
            else if (isLast && !submitted.Contains(unit) && Deadline(StageKind.SelfScore, unit) is { } handsIn)
            {
                faults.Add(
                    Round,
                    $"Đơn vị '{unit}' còn thời gian tự chấm điểm đến hết ngày {VietnamTime.Local(handsIn)}.",
                    $"The unit '{unit}' still has time to score itself until the end of {handsIn:yyyy-MM-dd}.");
            }
            else if (isLast && scorers.Contains(unit) && Deadline(StageKind.CrossScore, unit) is { } scores)
            {
                faults.Add(
                    Round,
                    $"Đơn vị '{unit}' còn thời gian chấm điểm chéo đến hết ngày {VietnamTime.Local(scores)}.",
                    $"The unit '{unit}' still has time to score its peers until the end of {scores:yyyy-MM-dd}.");
            }
        }

        return faults;

        DateOnly? Deadline(StageKind stage, string unit) =>
            terms.Cycle.IsOpen(terms.Id.Bloc, unit, new(stage, terms.Id.Period), today) ? terms.Cycle.DeadlineOf(terms.Id.Bloc, unit, new(stage, terms.Id.Period)) : null;
    }
}
