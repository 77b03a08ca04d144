using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>How points followed from what was measured, in a sentence: "b/a = 45/50 = 90 %: step 2, 4 points".</summary>
internal static class MeasuredWords
{
    public static Words Of(Criterion criterion, MeasureRule rule, Measured measured, RoundingRule rounding)
    {
        var points = rule.PointsOf(measured.Whole, measured.Part, criterion.Maximum, rounding);
        var way = Way(rule, measured);
        return new(
            $"{Figures(rule, measured, Hundredths.Vietnamese)}: {way.Vi}{points.InVietnamese()} điểm.",
            $"{Figures(rule, measured, CultureInfo.InvariantCulture)}: {way.En}{points} points.");
    }

    private static string Figures(MeasureRule rule, Measured measured, IFormatProvider format)
    {
        var part = Shown(measured.Part, format);
        return measured.Whole is not { } whole ? $"b = {part}"
            : rule.Of == MeasureOf.Value ? $"a = {Shown(whole, format)}, b = {part}"
            : $"b/a = {part}/{Shown(whole, format)} = {Shown(Fraction.PercentOf(measured.Part, whole).ToDecimal(), format)} %";
    }

    private static Words Way(MeasureRule rule, Measured measured) => rule.Formula switch
    {
        MeasureFormula.Ladder => rule.StepOf(measured.Whole, measured.Part) is { } step
            ? new($"bậc {step + 1}, ", $"step {step + 1}, ")
            : new("không thuộc bậc nào, ", "no step, "),
        MeasureFormula.AllOrNothing => new("đủ điểm hoặc không, ", "all or nothing, "),
        MeasureFormula.Steps => new("theo bước vượt, ", "by steps beyond the bound, "),
        MeasureFormula.Recorded => new("chỉ ghi lại, ", "recorded only, "),
        MeasureFormula.Linear => new("tỷ lệ thuận, ", "in proportion, "),
        _ => throw new ArgumentOutOfRangeException(nameof(rule)),
    };

    private static string Shown(decimal number, IFormatProvider format) => number.ToString("#,##0.####", format);
}
