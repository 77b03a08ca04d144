using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Pacts;

/// <summary>What targets may say: every fault at once, each at its JSON path.</summary>
internal static class TargetRules
{
    /// <summary>No count of anything, nor an amount in đồng, comes near it.</summary>
    public const decimal LargestNumber = 1_000_000_000_000_000m;

    /// <summary>More than the whole can be promised ("105 % of the plan"), but not everything.</summary>
    private static readonly Percent Largest = new(1000_00);

    public static void Check(IReadOnlyList<PactTarget> targets, string path, ICollection<Fault> faults)
    {
        for (var index = 0; index < targets.Count; index++)
        {
            var (target, at, earlier) = (targets[index], $"{path}[{index}]", targets.Take(index).ToList());
            if (earlier.Exists(one => one.Id == target.Id))
            {
                faults.Add($"{at}.id", $"Mã '{target.Id}' bị lặp lại.", $"The id '{target.Id}' is there twice.");
            }

            if (string.IsNullOrWhiteSpace(target.What))
            {
                faults.Add($"{at}.what", "Cần ghi nội dung chỉ tiêu.", "What is to be reached is needed.");
            }

            CheckNumber(target, at, faults);
            CheckPercent(target, earlier, at, faults);
            CheckTitles(target, at, faults);
            if (target.IsAtMost && target.Kind is not (TargetKind.Number or TargetKind.Percentage))
            {
                faults.Add($"{at}.isAtMost", "Chỉ dùng cho chỉ tiêu bằng số hoặc tỷ lệ.", "Only for numbers and percentages.");
            }
        }
    }

    /// <summary>What is promised or reported as a number: not beyond what anybody counts, and with at most four decimals.</summary>
    public static void CheckSize(decimal number, string path, ICollection<Fault> faults)
    {
        if (decimal.Abs(number) > LargestNumber)
        {
            faults.Add(path, "Số quá lớn.", "The number is too large.");
        }
        else if (decimal.Truncate(number * 10_000m) != number * 10_000m)
        {
            faults.Add(path, "Chỉ được có tối đa bốn chữ số thập phân.", "Must have at most four decimals.");
        }
    }

    private static void CheckNumber(PactTarget target, string at, ICollection<Fault> faults)
    {
        if (target.Kind != TargetKind.Number)
        {
            Forbid(target.Number is not null, $"{at}.number", faults);
            Forbid(target.Unit is not null, $"{at}.unit", faults);
            return;
        }

        if (target.Number is { } number)
        {
            CheckSize(number, $"{at}.number", faults);
        }
        else
        {
            faults.Add($"{at}.number", "Chỉ tiêu bằng số cần có số.", "A number is needed.");
        }

        if (string.IsNullOrWhiteSpace(target.Unit))
        {
            faults.Add($"{at}.unit", "Chỉ tiêu bằng số cần có đơn vị tính.", "What is counted is needed.");
        }
    }

    private static void CheckPercent(PactTarget target, List<PactTarget> earlier, string at, ICollection<Fault> faults)
    {
        if (target.Kind != TargetKind.Percentage)
        {
            Forbid(target.Percent is not null, $"{at}.percent", faults);
            Forbid(target.Within is not null, $"{at}.within", faults);
            return;
        }

        if (target.Percent is not { } share)
        {
            faults.Add($"{at}.percent", "Chỉ tiêu tỷ lệ cần có tỷ lệ phần trăm.", "A percentage is needed.");
        }
        else if (share < Percent.Zero || share > (target.Within is null ? Largest : Percent.Hundred))
        {
            faults.Add(
                $"{at}.percent",
                target.Within is null ? "Tỷ lệ phải từ 0 đến 1.000 %." : "Tỷ lệ trong một tỷ lệ khác phải từ 0 đến 100 %.",
                target.Within is null ? "Must be from 0 to 1,000 %." : "A share of another share is from 0 to 100 %.");
        }

        if (target.Within is not { } within)
        {
            return;
        }

        if (earlier.Find(one => one.Id == within) is not { Kind: TargetKind.Percentage } outer)
        {
            faults.Add($"{at}.within", $"Trước chỉ tiêu này không có chỉ tiêu tỷ lệ '{within}'.", $"No percentage '{within}' stands before this target.");
        }
        else if (outer.Percent > Percent.Hundred)
        {
            faults.Add($"{at}.within", $"Tỷ lệ '{within}' vượt 100 % nên không thể có tỷ lệ bên trong.", $"'{within}' is more than the whole, so nothing is a share of it.");
        }
    }

    private static void CheckTitles(PactTarget target, string at, ICollection<Fault> faults)
    {
        if (target.Kind != TargetKind.Title)
        {
            Forbid(target.Titles.Count > 0, $"{at}.titles", faults);
        }
        else if (target.Titles.Count == 0)
        {
            faults.Add($"{at}.titles", "Cần ghi danh hiệu.", "At least one title is needed.");
        }

        for (var index = 0; index < target.Titles.Count; index++)
        {
            if (string.IsNullOrWhiteSpace(target.Titles[index]))
            {
                faults.Add($"{at}.titles[{index}]", "Cần ghi danh hiệu.", "A title is needed.");
            }
        }
    }

    private static void Forbid(bool isSaid, string path, ICollection<Fault> faults)
    {
        if (isSaid)
        {
            faults.Add(path, "Không thuộc loại chỉ tiêu này.", "It does not belong to a target of this kind.");
        }
    }
}
