using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Visits;

/// <summary>What a visit may say.</summary>
internal static class InspectionRules
{
    /// <param name="year">The year of the bloc.</param>
    /// <param name="body">What was sent; its form has been checked.</param>
    /// <param name="units">Who may be visited and visit: the members of the bloc, and those whom the visit named before.</param>
    /// <param name="scheme">What the bloc is scored by; null where it has none yet.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(int year, InspectionBody body, IReadOnlyCollection<string> units, SchemeTree? scheme, DateOnly today)
    {
        var faults = new List<Fault>();
        if (!units.Contains(body.Unit))
        {
            faults.Add("$.unit", $"'{body.Unit}' không thuộc khối.", $"'{body.Unit}' is not in the bloc.");
        }

        CheckTeam(body, units, faults);
        CheckInYear(year, body.PlannedOn, "$.plannedOn", faults);
        if (body.VisitedOn is { } visited)
        {
            CheckInYear(year, visited, "$.visitedOn", faults);
            if (visited > today)
            {
                faults.Add("$.visitedOn", "Ngày kiểm tra không thể ở tương lai.", "A visit cannot have been in the future.");
            }
        }
        else if (body.Findings.Count > 0)
        {
            faults.Add("$.findings", "Chưa ghi ngày kiểm tra nên chưa thể có kết luận.", "There are findings only once the day of the visit is put down.");
        }

        for (var index = 0; index < body.Findings.Count; index++)
        {
            CheckFinding(body, index, scheme, today, faults);
        }

        return faults;
    }

    private static void CheckTeam(InspectionBody body, IReadOnlyCollection<string> units, List<Fault> faults)
    {
        for (var index = 0; index < body.Team.Count; index++)
        {
            var (unit, path) = (body.Team[index], $"$.team[{index}]");
            if (unit == body.Unit)
            {
                faults.Add(path, "Đơn vị được kiểm tra không thể ở trong đoàn kiểm tra.", "The unit that is visited cannot be in its own team.");
            }
            else if (body.Team.Take(index).Contains(unit))
            {
                faults.Add(path, $"'{unit}' bị lặp lại.", $"'{unit}' is there twice.");
            }
            else if (!units.Contains(unit))
            {
                faults.Add(path, $"'{unit}' không thuộc khối.", $"'{unit}' is not in the bloc.");
            }
        }
    }

    /// <summary>January still works on the year before.</summary>
    private static void CheckInYear(int year, DateOnly day, string path, List<Fault> faults)
    {
        if (day < new DateOnly(year, 1, 1) || day > new DateOnly(year + 1, 1, 31))
        {
            faults.Add(path, $"Phải trong năm {year} hoặc tháng 01 năm sau.", $"Must be in {year} or in January after it.");
        }
    }

    private static void CheckFinding(InspectionBody body, int index, SchemeTree? scheme, DateOnly today, List<Fault> faults)
    {
        var (finding, path) = (body.Findings[index], $"$.findings[{index}]");
        if (body.Findings.Take(index).Any(earlier => earlier.Number == finding.Number))
        {
            faults.Add($"{path}.number", $"Số {finding.Number} bị lặp lại.", $"The number {finding.Number} is there twice.");
        }

        if (string.IsNullOrWhiteSpace(finding.Text))
        {
            faults.Add($"{path}.text", "Cần ghi nội dung.", "A text is needed.");
        }

        if (finding.Criterion is { } criterion && scheme?.Find(criterion) is null)
        {
            faults.Add(
                $"{path}.criterion",
                scheme is null ? "Khối chưa có bảng điểm cho năm này." : $"Bảng điểm không có tiêu chí '{criterion}'.",
                scheme is null ? "The bloc has no scoring scheme for this year yet." : $"The scheme has no criterion '{criterion}'.");
        }

        if (finding.MendBy < body.VisitedOn)
        {
            faults.Add($"{path}.mendBy", "Hạn khắc phục không thể trước ngày kiểm tra.", "It cannot be due before the visit.");
        }

        if (finding.Mended is not { } mended)
        {
            return;
        }

        if (mended.On < body.VisitedOn || mended.On > today)
        {
            faults.Add($"{path}.mended.on", "Ngày khắc phục phải từ ngày kiểm tra đến hôm nay.", "It was mended between the visit and today.");
        }

        if (string.IsNullOrWhiteSpace(mended.Note))
        {
            faults.Add($"{path}.mended.note", "Cần ghi đã khắc phục thế nào.", "How it was mended is needed.");
        }
    }
}
