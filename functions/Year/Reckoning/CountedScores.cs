using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>The scores of one unit, step by step from its own to the official ones.</summary>
/// <param name="Quantitative">How the computed points of the unit came about, by criterion.</param>
/// <param name="Self">What it gave itself, with the computed points.</param>
/// <param name="Peers">What each peer gave it, by scorer; what is not submitted is not in it.</param>
/// <param name="Averaged">The average of both; the self-score where the scheme has no cross-scoring.</param>
/// <param name="Appraised">The appraisals that count, by criterion.</param>
/// <param name="Official">What ranks and classifies, under the conditions that hold.</param>
internal sealed record UnitScores(
    IReadOnlyDictionary<string, QuantitativeScore> Quantitative,
    ScoreTable Self,
    IReadOnlyDictionary<string, ScoreTable> Peers,
    ScoreTable Averaged,
    IReadOnlyDictionary<string, AppraisedScore> Appraised,
    ScoreTable Official);

/// <summary>The one place that says which scores count for the standings, and whose.</summary>
internal static class CountedScores
{
    /// <summary>The scores of every unit of a bloc; of all at once, because quantitative points depend on everybody's results.</summary>
    /// <param name="sheets">Every member's sheet by unit, also those that do not count.</param>
    public static IReadOnlyDictionary<string, UnitScores> Of(SchemeTree tree, BlocRecord record, IReadOnlyDictionary<string, StoredSheet> sheets)
    {
        var computed = Quantitative(tree, record, sheets);
        return sheets.ToDictionary(
            one => one.Key,
            one => Of(tree, record, one.Key, one.Value, computed.GetValueOrDefault(one.Key) ?? []),
            StringComparer.Ordinal);
    }

    /// <summary>Why a unit does not count; null when it does.</summary>
    public static Words? WhyNot(string unit, SheetHead? sheet, Scheme scheme, BlocRecord record) =>
        record.Disqualified.FirstOrDefault(one => one.Unit == unit) is { } disqualified
            ? new($"Bị loại khỏi xếp hạng theo {disqualified.Authority}: {disqualified.Reason}", $"Disqualified by {disqualified.Authority}: {disqualified.Reason}")
            : WhyNot(sheet, scheme) ?? WhyNot(unit, scheme.Content.CrossScoring, record);

    private static Words? WhyNot(SheetHead? sheet, Scheme scheme) => (sheet?.LockedFrom ?? sheet?.State) switch
    {
        null or SheetState.NotStarted => new("Chưa lập phiếu điểm.", "No score sheet was begun."),
        SheetState.Draft => new("Chưa nộp phiếu điểm.", "The score sheet was not submitted."),
        SheetState.Returned => new("Phiếu điểm bị trả lại và chưa nộp lại.", "The score sheet was returned and not submitted again."),
        SheetState.RevisionRequested => new(
            $"Phiếu điểm được yêu cầu chỉnh sửa, hạn hết ngày {VietnamTime.Local(sheet!.RevisionDue!.Value)}, và chưa nộp lại.",
            $"A revision of the score sheet was asked for, due {sheet.RevisionDue:yyyy-MM-dd}, and it was not submitted again."),
        SheetState.Closed => new("Phiếu điểm đã được đóng khi đơn vị kết thúc hoặc chuyển khối.", "The score sheet was closed when the unit ended or left the bloc."),
        _ when !sheet!.IsBy(scheme) => new(
            "Phiếu điểm đã nộp theo một phiên bản khác của bảng điểm.", "The score sheet was submitted by another version of the scheme."),
        _ => null,
    };

    private static Words? WhyNot(string unit, CrossScoring? crossScoring, BlocRecord record) =>
        crossScoring is null ? null
        : record.Panel.Count == 0 ? new("Khối chưa phân công chấm chéo.", "Nobody was assigned yet to score as peers.")
        : record.SubmittedOf(unit).Count() is var count && count < crossScoring.MinimumPeers
            ? new($"Mới có {count}/{crossScoring.MinimumPeers} đơn vị chấm chéo.", $"Only {Words.Count(count, "peer has", "peers have")} scored it, of at least {crossScoring.MinimumPeers}.")
        : null;

    private static UnitScores Of(
        SchemeTree tree, BlocRecord record, string unit, StoredSheet sheet, IReadOnlyDictionary<string, QuantitativeScore> quantitative)
    {
        var content = sheet.Content;
        var points = quantitative.Where(one => one.Value.Points is not null).ToDictionary(one => one.Key, one => one.Value.Points!.Value, StringComparer.Ordinal);
        var self = SheetScores.Compute(tree, content, points);
        var peers = record.SubmittedOf(unit).ToDictionary(
            given => given.Scorer, given => ScoreTable.Of(tree, given.Points, content.NotApplicable), StringComparer.Ordinal);
        var averaged = tree.Content.CrossScoring is null ? self : CrossAverage.Of(self, [.. peers.Values], content.NotApplicable);
        var appraised = record.CountingOf(unit);
        var official = appraised.Count == 0
            ? averaged
            : averaged.With(appraised.ToDictionary(one => one.Key, one => one.Value.Points, StringComparer.Ordinal));
        var held = HeldConditions.Of(tree.Content, record.DeclaredOf(unit), sheet.Head?.IsSubmitted is true);
        return new(quantitative, self, peers, averaged, appraised, official.Under(held).Beside(content.Parts));
    }

    /// <summary>By unit and criterion: each computed criterion over all units to which it is assigned.</summary>
    private static Dictionary<string, Dictionary<string, QuantitativeScore>> Quantitative(
        SchemeTree tree, BlocRecord record, IReadOnlyDictionary<string, StoredSheet> sheets)
    {
        var found = new Dictionary<string, Dictionary<string, QuantitativeScore>>(StringComparer.Ordinal);
        foreach (var leaf in tree.Leaves.Where(leaf => leaf.Criterion.Kind == CriterionKind.Quantitative && !leaf.IsVoid))
        {
            var figures = record.Figures.Where(figure => figure.Criterion == leaf.Code).ToDictionary(figure => figure.Unit, StringComparer.Ordinal);
            var assigned = sheets.Where(one => leaf.AppliesTo(one.Value.Content.NotApplicable)).Select(one => one.Key);
            foreach (var score in QuantitativeScores.Compute(
                leaf.Criterion.Maximum,
                assigned.Select(unit => new TargetAndActual(unit, figures.GetValueOrDefault(unit)?.Target, figures.GetValueOrDefault(unit)?.Actual)),
                tree.Content.Rounding))
            {
                if (!found.TryGetValue(score.Unit, out var own))
                {
                    found[score.Unit] = own = new(StringComparer.Ordinal);
                }

                own[leaf.Code] = score;
            }
        }

        return found;
    }
}
