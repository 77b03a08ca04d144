using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Sheets;

/// <summary>How a criterion is scored, as its row of the workbook says it.</summary>
internal static class WayWords
{
    /// <summary>In a word or two; of a group that is not the plain sum, how it adds up.</summary>
    public static string Way(Criterion criterion)
    {
        var kind = SchemeWords.Kinds[criterion.Kind];
        return criterion switch
        {
            { Each: { } each } => $"{kind}: mỗi lần {each.InVietnamese()} điểm",
            { Adding: { } adding } => $"{kind}: {Adding(criterion.Maximum, adding)}",
            { Form: EntryForm.Option, Kind: not CriterionKind.Choice } => $"{kind}: chọn một mức",
            { Form: EntryForm.Measure, Kind: not CriterionKind.Measure } => $"{kind}: theo số đo",
            _ => kind,
        };
    }

    /// <summary>The options with their words, or how points follow from a and b; null where points are simply given.</summary>
    public static string? Levels(Criterion criterion) =>
        criterion.Options is { } options ? string.Join('\n', options.Select(option => $"{option.Code}: {option.Title} ({Number(criterion, option.Points)} điểm)"))
        : criterion.Measure is { } rule ? $"{Formula(criterion, rule)}{(rule.NeedsWhole ? "" : "\nChỉ nhập b.")}"
        : null;

    private static string Adding(Points maximum, Adding adding)
    {
        List<string> parts = [];
        if (adding.BonusCap is { } bonus)
        {
            parts.Add($"điểm thưởng tối đa {bonus.InVietnamese()}");
        }

        if (adding.PenaltyCap is { } penalty)
        {
            parts.Add($"điểm trừ tối đa {penalty.InVietnamese()}");
        }

        if (adding.IsRescaled)
        {
            parts.Add("quy về điểm tối đa");
        }

        if (adding.IsNet)
        {
            parts.Add($"điểm ròng sau thưởng và trừ, từ {(adding.Least ?? Points.Zero).InVietnamese()} đến {(adding.Most ?? maximum).InVietnamese()}");
        }

        return string.Join("; ", parts);
    }

    private static string Formula(Criterion criterion, MeasureRule rule)
    {
        var (of, unit) = rule.Of == MeasureOf.Share ? ("b/a", " %") : ("b", "");
        return rule.Formula switch
        {
            MeasureFormula.Linear =>
                $"b/a × {Number(criterion, criterion.Maximum)} điểm{(rule.Target is { } target ? $", đủ điểm khi b/a đạt {target.InVietnamese()} %" : "")}{(rule.MayExceed ? "; b được vượt a" : "")}",
            MeasureFormula.AllOrNothing => $"{Number(criterion, criterion.Maximum)} điểm khi {of} đạt {(rule.Target ?? Percent.Hundred).InVietnamese()}{unit}, nếu không 0 điểm",
            MeasureFormula.Steps =>
                $"Khi {of} đạt {Number(rule.Steps!.Beyond)}{unit}: {Number(criterion, rule.Steps.AtBound)} điểm; mỗi {Number(rule.Steps.Every)}{unit} vượt thêm {Number(criterion, rule.Steps.Each)} điểm, đến {Number(criterion, criterion.Maximum)}",
            MeasureFormula.Ladder => Ladder(criterion, rule, of, unit),
            MeasureFormula.Recorded => "Chỉ ghi số liệu, không có điểm",
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };
    }

    private static string Ladder(Criterion criterion, MeasureRule rule, string of, string unit)
    {
        var steps = rule.Ladder!.Select(step =>
            $"{of} {Bounds(step.Of, unit)}{(step.Whole is { } whole ? $" khi a {Bounds(whole, "")}" : "")}: {Number(criterion, step.Points)} điểm");
        var otherwise = rule.Otherwise is { } rest ? $"\nCòn lại: {Number(criterion, rest)} điểm" : "";
        return $"{string.Join('\n', steps)}{otherwise}";
    }

    /// <summary>Each end is in it, or just not.</summary>
    private static string Bounds(Bounds bounds, string unit)
    {
        List<string> ends = [];
        if (bounds.From is { } from)
        {
            ends.Add($"{(bounds.FromIncluded ? "từ" : "trên")} {Number(from)}{unit}");
        }

        if (bounds.To is { } to)
        {
            ends.Add($"{(bounds.ToIncluded ? "đến" : "dưới")} {Number(to)}{unit}");
        }

        return ends.Count == 0 ? "bất kỳ" : string.Join(" và ", ends);
    }

    /// <summary>A penalty takes points away, wherever it stands.</summary>
    private static string Number(Criterion criterion, Points points) => (criterion.Kind == CriterionKind.Penalty ? -points : points).InVietnamese();

    private static string Number(decimal number) => number.ToString("#,##0.####", Hundredths.Vietnamese);
}
