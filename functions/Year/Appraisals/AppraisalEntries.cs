using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>Whether what an appraiser or a unit has sent fits: every fault at once, each at its JSON path.</summary>
internal static class AppraisalEntries
{
    /// <param name="findings">Those of the findings named in the entries that there are.</param>
    /// <exception cref="Refusal">400 with every fault, or 409: the caller may only send back.</exception>
    /// <returns>Each entry with the office in which it is made, without outer blanks.</returns>
    public static IReadOnlyList<(AppraisalEntry Entry, AppraiserOffice By)> Check(
        SchemeTree tree, IReadOnlyList<AppraisalEntry> entries, IReadOnlySet<string> notApplicable, IReadOnlySet<string> findings, Appraiser appraiser)
    {
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var checkedOnes = new List<(AppraisalEntry, AppraiserOffice)>(entries.Count);
        foreach (var (index, entry) in entries.Index())
        {
            var path = $"$.scores[{index}]";
            var before = faults.Count;
            EntryRules.CheckGiven(tree, entry.Criterion, entry.Points, notApplicable, path, faults);
            CheckOnce(entry.Criterion, seen, path, faults);
            if (string.IsNullOrWhiteSpace(entry.Reason))
            {
                faults.Add($"{path}.reason", "Cần ghi lý do.", "A reason is needed.");
            }

            if (entry.Finding is { } finding && !findings.Contains(finding))
            {
                faults.Add(
                    $"{path}.finding",
                    $"Không có kết luận kiểm tra chéo '{finding}' về đơn vị này (mã cuộc kiểm tra và số thứ tự, như 'dot-1/2').",
                    $"There is no finding '{finding}' of a cross-check of this unit (the visit's id and a number, such as 'dot-1/2').");
            }
            else if (entry is { Finding: not null, Points: null })
            {
                faults.Add($"{path}.finding", "Điểm được rút lại thì không dựa trên kết luận nào.", "Points that are taken back rest on no finding.");
            }

            if (tree.Find(entry.Criterion) is { IsLeaf: true } leaf)
            {
                var (office, whyNot) = appraiser.OfficeFor(tree.Content.Appraising, leaf);
                if (whyNot is not null)
                {
                    faults.Add($"{path}.criterion", whyNot.Vi, whyNot.En);
                }
                else if (faults.Count == before)
                {
                    checkedOnes.Add((entry with { Reason = entry.Reason.Trim() }, office!.Value));
                }
            }
        }

        return faults.Count == 0 ? checkedOnes : throw Refusal.BadInput(faults);
    }

    /// <param name="moved">The criteria whose points the round has changed.</param>
    /// <exception cref="Refusal">400 with every fault.</exception>
    public static void Check(SchemeTree tree, int round, IReadOnlyList<ExplanationEntry> entries, IReadOnlyList<MovedScore> moved)
    {
        var faults = new List<Fault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var codes = moved.Select(one => one.Criterion).ToHashSet(StringComparer.Ordinal);
        foreach (var (index, entry) in entries.Index())
        {
            var path = $"$.explanations[{index}]";
            if (tree.Find(entry.Criterion) is null)
            {
                faults.Add($"{path}.criterion", $"Bảng điểm không có tiêu chí {entry.Criterion}.", $"The scheme has no criterion {entry.Criterion}.");
            }
            else if (!codes.Contains(entry.Criterion))
            {
                faults.Add(
                    $"{path}.criterion",
                    $"Vòng thẩm định {round} không làm thay đổi điểm tiêu chí {entry.Criterion}.",
                    $"Appraisal round {round} did not change the points of criterion {entry.Criterion}.");
            }

            CheckOnce(entry.Criterion, seen, path, faults);
            if (string.IsNullOrWhiteSpace(entry.Text))
            {
                faults.Add($"{path}.text", "Cần ghi nội dung giải trình.", "An explanation is needed.");
            }
        }

        if (faults.Count > 0)
        {
            throw Refusal.BadInput(faults);
        }
    }

    private static void CheckOnce(string criterion, HashSet<string> seen, string path, List<Fault> faults)
    {
        if (!seen.Add(criterion))
        {
            faults.Add($"{path}.criterion", $"Tiêu chí {criterion} có hai lần.", $"Criterion {criterion} is given twice.");
        }
    }
}
