using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether sheets can be appraised by what the scheme declares.</summary>
internal static class AppraisalRules
{
    public const int MaximumRounds = 5;
    public const int MaximumRevisions = 9;

    public static void Check(SchemeContent content, List<Fault> faults)
    {
        if (content.Appraisal is not { } appraisal)
        {
            return;
        }

        if (appraisal.Rounds is < 1 or > MaximumRounds)
        {
            faults.Add("$.appraisal.rounds", $"Số vòng thẩm định phải từ 1 đến {MaximumRounds}.", $"The number of appraisal rounds must lie between 1 and {MaximumRounds}.");
        }

        if (appraisal.Revisions is < 0 or > MaximumRevisions)
        {
            faults.Add(
                "$.appraisal.revisions",
                $"Số lần yêu cầu chỉnh sửa phải từ 0 đến {MaximumRevisions}.",
                $"The number of revisions must lie between 0 and {MaximumRevisions}.");
        }

        var codes = content.Criteria.Select(criterion => criterion.Code).ToHashSet(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (index, body) in (appraisal.Specialists ?? []).Index())
        {
            var path = $"$.appraisal.specialists[{index}]";
            if (!codes.Contains(body.Criterion))
            {
                faults.Add($"{path}.criterion", $"Bảng điểm không có tiêu chí {body.Criterion}.", $"The scheme has no criterion {body.Criterion}.");
            }
            else if (!seen.Add(body.Criterion))
            {
                faults.Add(
                    $"{path}.criterion", $"Tiêu chí {body.Criterion} đã giao cho một cơ quan khác.", $"Criterion {body.Criterion} is given to another body already.");
            }

            if (!Slug.IsValid(body.Unit))
            {
                faults.Add($"{path}.unit", "Phải là mã đơn vị.", "Must be the id of a unit.");
            }
        }
    }
}
