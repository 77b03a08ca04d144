using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Why a unit may not act in a stage just now.</summary>
internal static class StageTimes
{
    /// <summary>409: not yet, or not any more.</summary>
    public static Refusal NotOpen(Cycle cycle, string bloc, string unit, StageKey key, DateOnly today)
    {
        var words = key.Kind.Words();
        return cycle.StageOf(bloc, key) is { } stage && today < stage.Opens
            ? Refusal.Rule("stage-not-open", new($"Chưa đến thời gian {words.Vi}: bắt đầu ngày {VietnamTime.Local(stage.Opens)}.", $"The time of {words.En} has not begun; it begins on {stage.Opens:yyyy-MM-dd}."))
            : Refusal.Rule("deadline-passed", new(
                $"Đã hết thời gian {words.Vi}{(cycle.DeadlineOf(bloc, unit, key) is { } last ? $": hạn là hết ngày {VietnamTime.Local(last)}" : "")}.",
                $"The time of {words.En} is over{(cycle.DeadlineOf(bloc, unit, key) is { } until ? $"; it ended with {until:yyyy-MM-dd}" : "")}."));
    }
}
