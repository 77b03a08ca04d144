using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>When what may be done: by the calendar, and by which rounds are closed.</summary>
internal static class AppraisalTimes
{
    /// <summary>Refuses before the bloc's appraisal begins; in a year without that stage, before self-scoring is over.</summary>
    /// <param name="unit">The unit that is appraised; null for the bloc as a whole.</param>
    /// <exception cref="Refusal">409: not yet.</exception>
    public static void DemandBegun(Cycle cycle, BlocInPeriod id, string? unit, DateOnly today)
    {
        var begins = SheetTerms.AppraisalBegins(cycle, id, unit);
        if (today < begins)
        {
            throw Refusal.Rule("stage-not-open", new(
                $"Chưa đến thời gian thẩm định: bắt đầu ngày {VietnamTime.Local(begins.Value)}.", $"The time of appraisal has not begun; it begins on {begins:yyyy-MM-dd}."));
        }
    }

    /// <exception cref="Refusal">409: another round is open, or none is any more.</exception>
    public static void DemandOpen(int round, BlocRecord record, SchemeTree tree)
    {
        if (record.OpenRound(tree) is not { } open)
        {
            throw Refusal.Rule("round-not-open", new(
                $"Cả {tree.Content.Appraising.Rounds} vòng thẩm định đã kết thúc; chỉ còn sửa được ở vòng cuối những điểm có kiến nghị đã được chấp nhận.",
                $"No appraisal round is open any more, of {tree.Content.Appraising.Rounds}; in the last, only what a complaint was upheld for is still put right."));
        }

        if (round != open)
        {
            throw Refusal.Rule("round-not-open", new($"Vòng thẩm định đang mở là vòng {open}, không phải vòng {round}.", $"Appraisal round {open} is open, not round {round}."));
        }
    }

    /// <summary>Whether units may explain the points of that round: until the next is closed, and never after the last, because nothing could follow.</summary>
    public static bool MayExplain(int round, BlocRecord record, SchemeTree tree) =>
        !record.IsSettled && round == record.ClosedRounds && round < tree.Content.Appraising.Rounds;

    /// <exception cref="Refusal">409: the round is not closed yet, the next one is, or it was the last.</exception>
    public static void DemandMayExplain(int round, BlocRecord record, SchemeTree tree)
    {
        if (MayExplain(round, record, tree))
        {
            return;
        }

        throw round > record.ClosedRounds ? Refusal.Rule("round-not-closed", new(
                $"Vòng thẩm định {round} chưa kết thúc nên chưa có điểm để giải trình.", $"Appraisal round {round} is not closed, so there are no points to explain yet."))
            : round >= tree.Content.Appraising.Rounds ? Refusal.Rule("last-round", new(
                $"Vòng {round} là vòng thẩm định cuối; sau vòng này không còn giải trình.", $"Round {round} was the last; nothing follows that an explanation could change."))
            : Refusal.Rule("explanation-over", new(
                $"Vòng thẩm định {round + 1} đã kết thúc nên không giải trình điểm vòng {round} được nữa.",
                $"Appraisal round {round + 1} is closed, so the points of round {round} can no longer be explained."));
    }
}
