using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What should be looked at, found from what is kept: computed alike when something is written and when it is read (docs/sheets.md).</summary>
internal static class Warnings
{
    /// <summary>Of what a unit entered, whatever conditions take away from it; in the order of the form.</summary>
    public static IReadOnlyList<Warning> OfSheet(SchemeTree tree, SheetContent sheet, int year)
    {
        var entries = new ScoreEntry?[tree.Nodes.Count];
        foreach (var entry in sheet.Entries)
        {
            if (tree.Find(entry.Criterion) is { } node)
            {
                entries[node.Index] = entry;
            }
        }

        var evidence = sheet.Evidence.ToLookup(mark => mark.Criterion, StringComparer.Ordinal);
        var papers = sheet.Papers.ToLookup(cited => cited.Criterion, StringComparer.Ordinal);
        // Asked for only where there are caps.
        ScoreTable? scores = null;
        var warnings = new List<Warning>();
        foreach (var node in tree.Nodes.Where(node => !node.IsVoid && node.AppliesTo(sheet.NotApplicable)))
        {
            if (node.Criterion.Adding is { } adding)
            {
                OverCaps(scores ??= SheetScores.Compute(tree, sheet), node, adding, warnings);
            }

            if (node.IsLeaf && entries[node.Index] is { } entry)
            {
                OfEntry(node.Criterion, entry, year, warnings);
            }

            foreach (var mark in evidence[node.Code])
            {
                warnings.AddRange(mark.Name is { } name ? OfFile(node.Code, name, year) : []);
            }

            foreach (var cited in papers[node.Code])
            {
                warnings.AddRange(OfPaper(node.Code, cited.Paper, year));
            }
        }

        if (tree.Content is not { BonusCap: null, PenaltyCap: null })
        {
            var sum = SumOf(scores ?? SheetScores.Compute(tree, sheet), tree.Sections);
            OverCap(null, sum.Bonus, tree.Content.BonusCap, new("điểm thưởng", "bonus"), warnings);
            OverCap(null, sum.Penalty, tree.Content.PenaltyCap, new("điểm trừ", "penalty"), warnings);
        }

        return [.. warnings.Distinct()];
    }

    /// <summary>Of a file behind a criterion, by its name.</summary>
    public static IReadOnlyList<Warning> OfFile(string criterion, string name, int year) => PaperYears.InName(name, year) is not { } other ? []
        : [new(WarningCode.PaperOfAnotherYear, criterion, new(
            $"Tiêu chí {criterion}: tệp minh chứng “{name}” có vẻ là văn bản năm {other}, không phải năm {year}.",
            $"Criterion {criterion}: the evidence file “{name}” seems to be a paper of {other}, not of {year}."))];

    /// <summary>Of a paper that is cited behind a criterion.</summary>
    public static IReadOnlyList<Warning> OfPaper(string criterion, PaperReference paper, int year) => PaperYears.InPaper(paper.Cited(), year) is not { } other ? []
        : [new(WarningCode.PaperOfAnotherYear, criterion, new(
            $"Tiêu chí {criterion}: văn bản “{paper.Cited()}” có vẻ là của năm {other}, không phải năm {year}.",
            $"Criterion {criterion}: the paper “{paper.Cited()}” seems to be of {other}, not of {year}."))];

    /// <summary>Of a fact that was declared, by the paper that shows it.</summary>
    public static IReadOnlyList<Warning> OfDeclaration(DeclaredCondition declared, int year) =>
        declared.Paper is not { } paper || PaperYears.InPaper(paper, year) is not { } other ? []
            : [new(WarningCode.PaperOfAnotherYear, null, new(
                $"Điều kiện {declared.Condition}: văn bản “{paper}” có vẻ là của năm {other}, không phải năm {year}.",
                $"Condition {declared.Condition}: the paper “{paper}” seems to be of {other}, not of {year}."), declared.Condition)];

    /// <summary>Of what appraisers recorded of a unit.</summary>
    public static IReadOnlyList<Warning> OfAppraisal(SchemeTree tree, IEnumerable<AppraisedScore> scores) =>
        [.. scores.SelectMany(score => OfAppraised(tree, score.Round, score.Criterion, score.Points))];

    /// <summary>Of the points that an appraiser gave.</summary>
    public static IReadOnlyList<Warning> OfAppraised(SchemeTree tree, int round, string code, Points points) =>
        tree.Find(code) is not { IsLeaf: true, IsVoid: false, Criterion: var criterion } || !IsBesideStep(criterion, points) ? []
            : [new(WarningCode.BesideStep, code, new(
                $"Tiêu chí {code}: vòng thẩm định {round} chấm {points.InVietnamese()} điểm, không theo bước {criterion.Step!.Value.InVietnamese()} điểm.",
                $"Criterion {code}: appraisal round {round} gave {points} points, which is beside the step of {criterion.Step}."))];

    /// <summary>Of a bloc: bonuses that each of its units has in full. With fewer than two units there is nobody to separate.</summary>
    /// <param name="units">The points that count, of those with a place.</param>
    public static IReadOnlyList<Warning> OfBloc(IReadOnlyList<ScoreTable> units)
    {
        var warnings = new List<Warning>();
        if (units.Count < 2)
        {
            return warnings;
        }

        var tree = units[0].Tree;
        foreach (var node in tree.Nodes.Where(node => !node.IsVoid))
        {
            if (node.Criterion is { Kind: CriterionKind.Bonus, IsUncapped: false, Maximum: var maximum } && !maximum.IsZero && units.All(unit => unit[node].Bonus == maximum))
            {
                warnings.Add(FullForAll(node.Code, maximum, units.Count));
            }
            else if (node.Criterion.Adding?.BonusCap is { IsZero: false } cap && units.All(unit => Below(unit, node).Bonus >= cap))
            {
                warnings.Add(FullForAll(node.Code, cap, units.Count));
            }
        }

        if (tree.Content.BonusCap is { IsZero: false } whole && units.All(unit => unit.Bonus == whole))
        {
            warnings.Add(FullForAll(null, whole, units.Count));
        }

        return warnings;
    }

    private static void OfEntry(Criterion criterion, ScoreEntry entry, int year, List<Warning> warnings)
    {
        var code = criterion.Code;
        if (criterion is { Form: EntryForm.Count, IsUncapped: false, Each: { } each } && entry.Count is { } count && count * each is var sum && sum > criterion.Maximum)
        {
            warnings.Add(new(WarningCode.OverCap, code, new(
                $"Tiêu chí {code}: {count} lần × {each.InVietnamese()} điểm = {sum.InVietnamese()} điểm, vượt mức tối đa; chỉ tính {criterion.Maximum.InVietnamese()} điểm.",
                $"Criterion {code}: {count} × {each} = {sum} points, above its maximum; {criterion.Maximum} count.")));
        }

        if (criterion.Form == EntryForm.Points && entry.Points is { } points && IsBesideStep(criterion, points))
        {
            warnings.Add(new(WarningCode.BesideStep, code, new(
                $"Tiêu chí {code}: đơn vị tự chấm {points.InVietnamese()} điểm, không theo bước {criterion.Step!.Value.InVietnamese()} điểm.",
                $"Criterion {code}: the unit gave itself {points} points, which is beside the step of {criterion.Step}.")));
        }

        if (entry.Explanation is { } text && PaperYears.InExplanation(text, year) is { } other)
        {
            warnings.Add(new(WarningCode.PaperOfAnotherYear, code, new(
                $"Tiêu chí {code}: giải trình viện dẫn văn bản có vẻ của năm {other}, không phải năm {year}.",
                $"Criterion {code}: the explanation cites a paper that seems to be of {other}, not of {year}.")));
        }
    }

    private static void OverCaps(ScoreTable scores, SchemeNode group, Adding adding, List<Warning> warnings)
    {
        var below = Below(scores, group);
        OverCap(group.Code, below.Bonus, adding.BonusCap, new("điểm thưởng", "bonus"), warnings);
        OverCap(group.Code, below.Penalty, adding.PenaltyCap, new("điểm trừ", "penalty"), warnings);
        if (adding.IsNet)
        {
            var (points, _, bonus, penalty) = (adding with { IsNet = false }).Apply(group.Criterion.Maximum, scores.Tree.Content.Rounding, below);
            OverCap(group.Code, points + bonus - penalty, adding.Most ?? group.Criterion.Maximum, new("điểm ròng", "net"), warnings);
        }
    }

    private static void OverCap(string? group, Points sum, Points? cap, Words what, List<Warning> warnings)
    {
        if (cap is { } most && sum > most)
        {
            warnings.Add(new(WarningCode.OverCap, group, new(
                $"{(group is null ? "Cả bảng điểm" : $"Nhóm {group}")}: {what.Vi} cộng lại là {sum.InVietnamese()}, vượt trần; chỉ tính {most.InVietnamese()} điểm.",
                $"{(group is null ? "The whole scheme" : $"Group {group}")}: the {what.En} comes to {sum} points, above its cap; {most} count.")));
        }
    }

    private static Warning FullForAll(string? code, Points cap, int units) => new(WarningCode.FullForAll, code, new(
        $"{(code is null ? "Điểm thưởng của cả bảng điểm" : $"Điểm thưởng {code}")}: cả {units} đơn vị đều đạt mức trần {cap.InVietnamese()} điểm, nên không phân biệt được đơn vị nào.",
        $"{(code is null ? "The bonus of the whole scheme" : $"Bonus {code}")}: all {units} units have its full {cap} points, so it separates nobody."));

    /// <summary>Steps are counted from 0; the maximum is always on one.</summary>
    private static bool IsBesideStep(Criterion criterion, Points points) =>
        criterion.Step is { Hundredths: > 0 } step && points.Hundredths % step.Hundredths != 0 && (criterion.IsUncapped || points != criterion.Maximum);

    private static (Points Points, Points Assigned, Points Bonus, Points Penalty) Below(ScoreTable scores, SchemeNode group) =>
        SumOf(scores, scores.Tree.Nodes.Where(node => node.Parent == group));

    private static (Points Points, Points Assigned, Points Bonus, Points Penalty) SumOf(ScoreTable scores, IEnumerable<SchemeNode> nodes) =>
        nodes.Select(node => scores[node]).Aggregate(
            (Points.Zero, Points.Zero, Points.Zero, Points.Zero),
            ((Points Points, Points Assigned, Points Bonus, Points Penalty) sum, NodeScore one) =>
                (sum.Points + one.Points, sum.Assigned + one.Assigned, sum.Bonus + one.Bonus, sum.Penalty + one.Penalty));
}
