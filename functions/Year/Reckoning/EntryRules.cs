using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>Whether entries fit the scheme: every fault at once, each at its JSON path.</summary>
internal static class EntryRules
{
    public const long MaximumCount = 1_000_000;

    /// <param name="path">Where the list stands in the body.</param>
    public static IReadOnlyList<Fault> Check(
        SchemeTree tree,
        IReadOnlyList<ScoreEntry> entries,
        IReadOnlySet<string> notApplicable,
        string path = "$.scores")
    {
        var (faults, own) = (new List<Fault>(), new List<Fault>());
        var seen = new HashSet<string>(entries.Count, StringComparer.Ordinal);
        for (var index = 0; index < entries.Count; index++)
        {
            var entry = entries[index];
            if (FindLeaf(tree, entry.Criterion, notApplicable, ".criterion", own) is { } criterion)
            {
                CheckValue(criterion, entry, "", own);
            }

            if (!seen.Add(entry.Criterion))
            {
                own.Add(".criterion", $"Tiêu chí {entry.Criterion} có hai lần.", $"Criterion {entry.Criterion} is given twice.");
            }

            if (entry.Explanation?.Length > ScoreEntry.LongestExplanation)
            {
                own.Add(
                    ".explanation",
                    $"Giải trình dài quá {ScoreEntry.LongestExplanation} ký tự.",
                    $"The explanation is longer than {ScoreEntry.LongestExplanation} characters.");
            }

            // Where an entry stands is said only of one with a fault.
            foreach (var fault in own)
            {
                faults.Add(fault with { Path = $"{path}[{index}]{fault.Path}" });
            }

            own.Clear();
        }

        return faults;
    }

    /// <summary>Whether somebody else (a peer, an appraiser) may give a leaf points, and these.</summary>
    /// <param name="points">Null takes back what was given.</param>
    /// <param name="path">Where the entry stands in the body.</param>
    public static void CheckGiven(
        SchemeTree tree, string code, Points? points, IReadOnlySet<string> notApplicable, string path, ICollection<Fault> faults)
    {
        if (FindLeaf(tree, code, notApplicable, $"{path}.criterion", faults) is not { } criterion)
        {
            return;
        }

        if (criterion.Kind == CriterionKind.Quantitative)
        {
            faults.Add(
                $"{path}.criterion",
                $"Điểm tiêu chí {code} được tính từ chỉ tiêu và kết quả, không ai chấm trực tiếp.",
                $"The points of criterion {code} are computed from targets and results; nobody gives them.");
        }
        else if (!criterion.IsGiven)
        {
            faults.Add(
                $"{path}.criterion",
                $"Tiêu chí {code} chỉ ghi số liệu, không có điểm để chấm.",
                $"Criterion {code} is only recorded; it has no points to give.");
        }
        else if (points is { } given)
        {
            CheckPoints(criterion, given, $"{path}.points", faults);
        }
    }

    /// <summary>
    /// Whether points that somebody else gives a leaf fit it: up to its maximum, whatever they are computed from in the unit's own form. Of options one holds, or none: 0.
    /// </summary>
    public static void CheckPoints(Criterion criterion, Points points, string path, ICollection<Fault> faults)
    {
        if (points < Points.Zero)
        {
            faults.Add(path, "Điểm không được âm.", "Points must not be negative.");
        }
        else if (points > criterion.Maximum && !criterion.IsUncapped)
        {
            faults.Add(
                path,
                $"Điểm {points.InVietnamese()} vượt quá điểm tối đa {criterion.Maximum.InVietnamese()} của tiêu chí {criterion.Code}.",
                $"{points} points are above the maximum of {criterion.Maximum} of criterion {criterion.Code}.");
        }
        else if (criterion.Kind == CriterionKind.PassFail && !points.IsZero && points != criterion.Maximum)
        {
            faults.Add(
                path,
                $"Tiêu chí {criterion.Code} chỉ chấm đạt ({criterion.Maximum.InVietnamese()} điểm) hoặc không đạt (0 điểm).",
                $"Criterion {criterion.Code} is either passed ({criterion.Maximum} points) or failed (0 points).");
        }
        else if (criterion.Options is { } options && !points.IsZero && !IsOneOf(options, points))
        {
            faults.Add(
                path,
                $"Tiêu chí {criterion.Code} chỉ nhận một trong các mức {string.Join("; ", options.Select(option => option.Points.InVietnamese()))} điểm, hoặc 0.",
                $"Criterion {criterion.Code} takes one of {string.Join(", ", options.Select(option => option.Points.ToString()))} points only, or 0.");
        }
    }

    /// <summary>By itself, so that only what has options makes a closure.</summary>
    private static bool IsOneOf(IReadOnlyList<Option> options, Points points) => options.Any(option => option.Points == points);

    /// <summary>The criterion of that code, when it is one that this unit has points in; else null, with a fault.</summary>
    public static Criterion? FindLeaf(
        SchemeTree tree, string code, IReadOnlySet<string> notApplicable, string path, ICollection<Fault> faults)
    {
        if (tree.Find(code) is not { } node)
        {
            faults.Add(path, $"Bảng điểm không có tiêu chí {code}.", $"The scheme has no criterion {code}.");
            return null;
        }

        if (!node.IsLeaf)
        {
            faults.Add(
                path,
                $"{node.Code} là nhóm tiêu chí; điểm của nhóm là tổng điểm các tiêu chí con.",
                $"{node.Code} is a group; its points are the sum of its criteria.");
            return null;
        }

        if (node.IsVoid)
        {
            faults.Add(path, $"Tiêu chí {node.Code} đã vô hiệu.", $"Criterion {node.Code} is void.");
            return null;
        }

        if (!node.AppliesTo(notApplicable))
        {
            faults.Add(
                path,
                $"Tiêu chí {node.Code} không áp dụng cho đơn vị này.",
                $"Criterion {node.Code} is not applicable to this unit.");
            return null;
        }

        return node.Criterion;
    }

    /// <summary>Whether the value of an entry is one that its criterion takes.</summary>
    public static void CheckValue(Criterion criterion, ScoreEntry entry, string path, List<Fault> faults)
    {
        if (entry.Points is { } points)
        {
            if (criterion.Form == EntryForm.Points)
            {
                CheckPoints(criterion, points, $"{path}.points", faults);
            }
            else
            {
                var from = FormWords.ComputedFrom(criterion.Form);
                faults.Add(
                    $"{path}.points",
                    $"Điểm tiêu chí {criterion.Code} được tính từ {from.Vi}, không nhập trực tiếp.",
                    $"The points of criterion {criterion.Code} are computed from {from.En}, not entered.");
            }
        }

        if (entry.Count is { } count)
        {
            CheckCount(criterion.Form == EntryForm.Count, criterion, count, $"{path}.count", faults);
        }

        if (entry.Counts is { } counts)
        {
            CheckCounts(criterion.Form == EntryForm.Counts, criterion, counts, $"{path}.counts", faults);
        }

        if (entry.Option is { } option)
        {
            MeasuredRules.CheckOption(criterion, option, $"{path}.option", faults);
        }

        if (entry.Measure is { } measured)
        {
            MeasuredRules.Check(criterion, measured, $"{path}.measure", faults);
        }
    }

    private static void CheckCount(bool isTaken, Criterion criterion, long count, string path, List<Fault> faults)
    {
        if (!isTaken)
        {
            faults.Add(path, $"Tiêu chí {criterion.Code} không chấm theo số lần.", $"Criterion {criterion.Code} is not scored by a count.");
        }
        else if (count is < 0 or > MaximumCount)
        {
            faults.Add(
                path,
                $"Số lần phải từ 0 đến {MaximumCount}.",
                $"The count must lie between 0 and {MaximumCount}.");
        }
    }

    private static void CheckCounts(bool isTaken, Criterion criterion, NestedCounts counts, string path, List<Fault> faults)
    {
        if (!isTaken)
        {
            faults.Add(
                path,
                $"Tiêu chí {criterion.Code} không chấm theo tỷ lệ lồng nhau.",
                $"Criterion {criterion.Code} is not scored by a nested percentage.");
        }
        else if (counts.All is < 1 or > MaximumCount)
        {
            faults.Add(
                $"{path}.all",
                $"Tổng số phải từ 1 đến {MaximumCount}; nếu không có ai thì đề nghị không áp dụng tiêu chí.",
                $"The whole must lie between 1 and {MaximumCount}; where there is nobody, the criterion is not applicable.");
        }
        else if (counts.Outer < 0 || counts.Outer > counts.All)
        {
            faults.Add($"{path}.outer", "Phải từ 0 đến tổng số.", "Must lie between 0 and the whole.");
        }
        else if (counts.Inner < 0 || counts.Inner > counts.Outer)
        {
            faults.Add($"{path}.inner", "Phải từ 0 đến số thuộc tỷ lệ ngoài.", "Must lie between 0 and the number of the outer share.");
        }
    }
}
