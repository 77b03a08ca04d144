using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether the classes cover every value a unit can reach, each exactly once.</summary>
internal static class LadderRules
{
    public static void Check(SchemeContent content, List<Fault> faults)
    {
        var ladder = content.Ladder;
        if (ladder.Count == 0)
        {
            return;
        }

        if (ladder.Count > SchemeRules.MaximumRungs)
        {
            faults.Add(
                "$.ladder",
                $"Chỉ được tối đa {SchemeRules.MaximumRungs} mức xếp loại.",
                $"At most {SchemeRules.MaximumRungs} classes are allowed.");
            return;
        }

        var codes = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < ladder.Count; index++)
        {
            var path = $"$.ladder[{index}]";
            SchemeRules.CheckTitle(ladder[index].Title, $"{path}.title", faults);
            if (SchemeRules.CheckCode(ladder[index].Code, $"{path}.code", faults) && !codes.Add(ladder[index].Code))
            {
                faults.Add($"{path}.code", $"Mã mức {ladder[index].Code} bị trùng.", $"The class code {ladder[index].Code} is used twice.");
            }

            CheckFloors(content, ladder[index], path, faults);
        }

        if (!content.IsDraft)
        {
            CheckBounds(content, faults);
        }
    }

    private static void CheckFloors(SchemeContent content, Rung rung, string path, List<Fault> faults)
    {
        if (rung.Floor is { } floor)
        {
            SchemeRules.CheckShare(floor, $"{path}.floor", faults);
        }

        var named = new HashSet<string>(StringComparer.Ordinal);
        for (var index = 0; index < rung.Floors?.Count; index++)
        {
            var own = rung.Floors[index];
            SchemeRules.CheckShare(own.Share, $"{path}.floors[{index}].share", faults);
            if (!content.Criteria.Any(criterion => criterion.Code == own.Criterion && criterion.IsBase))
            {
                faults.Add(
                    $"{path}.floors[{index}].criterion",
                    $"Không có tiêu chí mã {own.Criterion}, hoặc đó là điểm thưởng, điểm trừ.",
                    $"There is no criterion {own.Criterion}, or it is a bonus or a penalty.");
            }
            else if (!named.Add(own.Criterion))
            {
                faults.Add(
                    $"{path}.floors[{index}].criterion",
                    $"Tiêu chí {own.Criterion} đã có mức sàn.",
                    $"Criterion {own.Criterion} already has a floor.");
            }
        }
    }

    private static void CheckBounds(SchemeContent content, List<Fault> faults)
    {
        var whole = true;
        for (var index = 0; index < content.Ladder.Count; index++)
        {
            if (content.Ladder[index] is { Lowest: { } lowest, Highest: { } highest } && lowest > highest)
            {
                whole = false;
                faults.Add($"$.ladder[{index}].maximum", "Mức này không chứa giá trị nào.", "No value lies in this class.");
            }
        }

        if (!whole)
        {
            return;
        }

        var rungs = content.Ladder
            .Select((rung, index) => (Rung: rung, Index: index, Low: rung.Lowest?.Hundredths ?? 0, High: rung.Highest?.Hundredths ?? long.MaxValue))
            .OrderBy(rung => rung.Low)
            .ThenBy(rung => rung.Index)
            .ToList();
        if (rungs[0].Rung.HasFloor)
        {
            faults.Add(
                $"$.ladder[{rungs[0].Index}].floor",
                "Mức thấp nhất không được có mức sàn, nếu không sẽ có đơn vị không thuộc mức nào.",
                "The lowest class must have no floor, or a unit could end without a class.");
        }

        long covered = -1;
        foreach (var rung in rungs)
        {
            if (rung.Low > covered + 1)
            {
                faults.Add(
                    $"$.ladder[{rung.Index}].minimum",
                    $"Các giá trị từ {new Points(covered + 1).InVietnamese()} đến {new Points(rung.Low - 1).InVietnamese()} không thuộc mức nào.",
                    $"The values from {new Points(covered + 1)} to {new Points(rung.Low - 1)} belong to no class.");
            }
            else if (rung.Low <= covered)
            {
                faults.Add(
                    $"$.ladder[{rung.Index}].minimum",
                    $"Mức {rung.Rung.Code} chồng lên mức thấp hơn tại giá trị {new Points(rung.Low).InVietnamese()}.",
                    $"Class {rung.Rung.Code} overlaps a lower class at {new Points(rung.Low)}.");
            }

            covered = long.Max(covered, rung.High == long.MaxValue ? long.MaxValue - 1 : rung.High);
        }

        if (covered < Top(content))
        {
            faults.Add(
                $"$.ladder[{rungs.MaxBy(rung => rung.High).Index}].maximum",
                $"Các giá trị trên {new Points(covered).InVietnamese()} không thuộc mức nào.",
                $"The values above {new Points(covered)} belong to no class.");
        }
    }

    /// <summary>
    /// The highest value a unit can be classified by. A percentage above 100 has none, as little may be assigned; nor has one into which a net item takes bonus.
    /// </summary>
    private static long Top(SchemeContent content)
    {
        var (points, reach) = MostBelow(content.Criteria.ToLookup(criterion => criterion.Parent, StringComparer.Ordinal), null);
        var bonus = content.BonusClassified ? content.BonusCap is { } bonusCap && !(reach < bonusCap) ? bonusCap : reach : Points.Zero;
        var top = bonus is not { } more ? long.MaxValue - 1
            : content.Basis == ScoreBasis.Points ? (points + more).Hundredths
            : more.IsZero && points <= content.Maximum && !HoldsNetBonus(content) ? Percent.Hundred.Hundredths
            : long.MaxValue - 1;
        return content.ClassificationCap is { } cap ? long.Min(top, cap.Hundredths) : top;
    }

    private static bool HoldsNetBonus(SchemeContent content) =>
        content.Criteria.Any(line => line.Adding is { IsNet: true }) && content.Criteria.Any(line => line is { Kind: CriterionKind.Bonus, Parent: not null });

    /// <summary>The most that can be had below a group (null: in all sections): of the base, and of bonus, which is null where nothing caps it.</summary>
    private static (Points Points, Points? Bonus) MostBelow(ILookup<string?, Criterion> children, string? parent)
    {
        var points = Points.Zero;
        Points? bonus = Points.Zero;
        foreach (var child in children[parent])
        {
            var (own, more) = child.Kind switch
            {
                CriterionKind.Group => MostOf(children, child),
                CriterionKind.Bonus => (Points.Zero, child.IsUncapped ? null : child.Maximum),
                CriterionKind.Penalty => (Points.Zero, Points.Zero),
                _ => (child.Maximum, (Points?)Points.Zero),
            };
            points += own;
            bonus += more;
        }

        return (points, bonus);
    }

    private static (Points Points, Points? Bonus) MostOf(ILookup<string?, Criterion> children, Criterion group)
    {
        var (points, bonus) = MostBelow(children, group.Code);
        if (group.Adding is not { } adding)
        {
            return (points, bonus);
        }

        bonus = adding.BonusCap is { } cap && !(bonus < cap) ? cap : bonus;
        if (!adding.IsNet)
        {
            return (points, bonus);
        }

        var most = adding.Most ?? group.Maximum;
        return (bonus is { } more ? Points.Min(most, points + more) : most, Points.Zero);
    }
}
