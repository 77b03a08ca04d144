using System.Globalization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether the steps of a measure's ladder cover all that may be measured, each value once, unless the scheme says what holds then.</summary>
internal static class MeasureLadderRules
{
    private static readonly Cut AllOfIt = new(100, IsBehind: true);

    /// <summary>a is above 0.</summary>
    private static readonly Cut AboveNothing = new(0, IsBehind: true);

    public static void Check(Criterion criterion, MeasureRule rule, IReadOnlyList<LadderStep> ladder, string path, List<Fault> faults)
    {
        var before = faults.Count;
        if (ladder.Count is 0 or > SchemeRules.MaximumSteps)
        {
            faults.Add($"{path}.ladder", $"Thang phải có từ 1 đến {SchemeRules.MaximumSteps} bậc.", $"A ladder must have 1 to {SchemeRules.MaximumSteps} steps.");
            return;
        }

        foreach (var (index, step) in ladder.Index())
        {
            var here = $"{path}.ladder[{index}]";
            MeasureRules.CheckPoints(criterion, step.Points, $"{here}.points", faults);
            CheckBounds(step.Of, $"{here}.of", faults);
            if (step.Whole is { } whole)
            {
                CheckBounds(whole, $"{here}.whole", faults);
            }
        }

        if (rule.Otherwise is { } otherwise)
        {
            MeasureRules.CheckPoints(criterion, otherwise, $"{path}.otherwise", faults);
        }

        if (faults.Count == before)
        {
            CheckCover(rule, ladder, path, faults);
        }
    }

    private static void CheckBounds(Bounds bounds, string path, List<Fault> faults)
    {
        var good = (bounds.From is not { } from || MeasureRules.CheckNumber(from, $"{path}.from", faults))
            & (bounds.To is not { } to || MeasureRules.CheckNumber(to, $"{path}.to", faults));
        if (good && bounds.Start.CompareTo(bounds.End) >= 0)
        {
            faults.Add($"{path}.to", "Bậc này không chứa số nào.", "No number lies in this step.");
        }
    }

    /// <summary>First the stretches of a, then, for each stretch of a between two of their ends, the steps that hold there.</summary>
    private static void CheckCover(MeasureRule rule, IReadOnlyList<LadderStep> ladder, string path, List<Fault> faults)
    {
        var end = rule.Of == MeasureOf.Share && !rule.MayExceed ? AllOfIt : Cut.Infinity;
        var isChosen = rule.NeedsWhole && ladder.Any(step => step.Whole is not null);
        List<Cut> cuts = isChosen
            ? [.. ladder.SelectMany(step => new[] { (step.Whole ?? Bounds.Everything).Start, (step.Whole ?? Bounds.Everything).End }).Append(AboveNothing).Append(Cut.Infinity).Where(cut => cut.CompareTo(AboveNothing) >= 0).Distinct().Order()]
            : [AboveNothing, Cut.Infinity];
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            var (start, stop) = (from, to);
            List<(int Index, LadderStep Step)> here = [.. ladder.Index()
                .Where(one => (one.Item.Whole ?? Bounds.Everything) is var whole && whole.Start.CompareTo(start) <= 0 && whole.End.CompareTo(stop) >= 0)
                .Select(one => (one.Index, one.Item))
                .OrderBy(one => one.Item.Of.Start)];
            CheckStretch(rule, here, end, isChosen ? Words(from, to) : null, path, faults);
        }
    }

    private static void CheckStretch(MeasureRule rule, List<(int Index, LadderStep Step)> steps, Cut end, Words? where, string path, List<Fault> faults)
    {
        var covered = Cut.Nothing;
        foreach (var (index, step) in steps)
        {
            var order = step.Of.Start.CompareTo(covered);
            if (order > 0 && rule.Otherwise is null)
            {
                Gap(covered, step.Of.Start, $"{path}.ladder[{index}].of");
            }
            else if (order < 0 && rule.Wins is null)
            {
                faults.Add(
                    $"{path}.ladder[{index}].of",
                    $"Bậc này chồng lên bậc khác{where?.Vi}; hãy sửa giới hạn hoặc ghi bậc nào được tính (wins).",
                    $"This step overlaps another{where?.En}; mend the bounds or say which one counts (wins).");
            }

            covered = step.Of.End.CompareTo(covered) > 0 ? step.Of.End : covered;
        }

        if (covered.CompareTo(end) < 0 && rule.Otherwise is null)
        {
            Gap(covered, end, $"{path}.ladder");
        }

        void Gap(Cut from, Cut to, string at)
        {
            var gap = Words(from, to);
            faults.Add(
                at,
                $"Không bậc nào chứa các giá trị{gap.Vi}{where?.Vi}; hãy thêm bậc hoặc ghi điểm cho phần còn lại (otherwise).",
                $"No step holds the values{gap.En}{where?.En}; add one or say what the rest is worth (otherwise).");
        }
    }

    private static Words Words(Cut from, Cut to) => new(
        $" {(from.IsBehind ? "trên" : "từ")} {Number(from.At, Hundredths.Vietnamese)}{(to == Cut.Infinity ? "" : $" đến {(to.IsBehind ? "" : "dưới ")}{Number(to.At, Hundredths.Vietnamese)}")}",
        $" {(from.IsBehind ? "above" : "from")} {Number(from.At, CultureInfo.InvariantCulture)}{(to == Cut.Infinity ? "" : $" to {(to.IsBehind ? "" : "below ")}{Number(to.At, CultureInfo.InvariantCulture)}")}");

    private static string Number(decimal number, IFormatProvider format) => number.ToString("0.####", format);
}
