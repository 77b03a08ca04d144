using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Office.Reminders;

/// <summary>
/// That a unit gives back what goes with a title that was taken back. What is behind <see cref="YearDuties"/>. It is shown with the year in which the title was taken back, and with a later one once the year before that is
/// over. The office sees what is overdue of all units (<c>GetOperations</c>).
/// </summary>
internal sealed class ReturnDuties(DecisionDesk decisions, CycleTable cycles)
{
    private static readonly Words GiveBack = new("nộp lại hiện vật, tiền thưởng của danh hiệu đã bị hủy bỏ", "giving back what goes with a title that was taken back");

    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var members = terms.MembersOn(terms.WithinYear(decisions.Today));
        var open = (await decisions.OpenReturnsAsync(cancellationToken)).Where(one => members.Contains(one.Return.Title.Unit)).ToList();
        return open.Count == 0 ? [] : [.. Of(open, terms.Id.Year, (await cycles.FindCalendarAsync(terms.Id.Year - 1, cancellationToken))?.State is null or CycleState.Closed)];
    }

    /// <param name="open">What units of the bloc have not given back.</param>
    /// <param name="year">Of the bloc.</param>
    /// <param name="isLastOver">Whether the year before is over, or was never kept here.</param>
    public static IEnumerable<YearDuty> Of(IEnumerable<DueReturn> open, int year, bool isLastOver) =>
        from one in open
        where one.Return.Revoked.Year == year || (one.Return.Revoked.Year < year && isLastOver)
        select new YearDuty(StageKind.Submission, GiveBack, one.Return.Title.Unit, IsDone: false, one.Due, one.Return.Revoked, one.Return.Decision) { Kind = DutyKind.GiveBack, IsChased = true };
}
