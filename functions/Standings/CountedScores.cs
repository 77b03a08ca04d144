using EmulationFunctions.Hosting;
using EmulationFunctions.Schemes;
using EmulationFunctions.Scoring;

namespace EmulationFunctions.Standings;

/// <summary>The one place that says which scores of a sheet count for the standings, and which sheets do.</summary>
internal static class CountedScores
{
    /// <summary>The self-score.</summary>
    public static ScoreTable Of(SchemeTree tree, StoredSheet sheet) => SheetScores.Compute(tree, sheet.Content);

    /// <summary>Why a unit's sheet does not count; null when it does.</summary>
    public static Words? WhyNot(SheetHead? sheet, Scheme scheme) => (sheet?.LockedFrom ?? sheet?.State) switch
    {
        null or SheetState.NotStarted => new("Chưa lập phiếu điểm.", "No score sheet was begun."),
        SheetState.Draft => new("Chưa nộp phiếu điểm.", "The score sheet was not submitted."),
        SheetState.Returned => new("Phiếu điểm bị trả lại và chưa nộp lại.", "The score sheet was returned and not submitted again."),
        _ when !sheet!.IsBy(scheme) => new(
            "Phiếu điểm đã nộp theo một phiên bản khác của bảng điểm.", "The score sheet was submitted by another version of the scheme."),
        _ => null,
    };
}
