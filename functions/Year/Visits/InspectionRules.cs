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
    /// <param name="before">What it was; null where it was not.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(int year, InspectionBody body, IReadOnlyCollection<string> units, SchemeTree? scheme, Inspection? before, DateOnly today)
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

        if (!HourText.IsOrdered(body.From, body.To))
        {
            faults.Add("$.to", "Phải sau giờ bắt đầu.", "Must be after the beginning.");
        }

        CheckGrounds(body, faults);
        CheckPeople(body, before, faults);
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

    private static void CheckGrounds(InspectionBody body, List<Fault> faults)
    {
        for (var index = 0; index < body.Grounds.Count; index++)
        {
            var (ground, path) = (body.Grounds[index], $"$.grounds[{index}]");
            if (ground.Paper is null == string.IsNullOrWhiteSpace(ground.Text))
            {
                faults.Add(path, "Cần ghi căn cứ bằng lời (text) hoặc bằng văn bản (paper), không ghi cả hai.", "Say it in words (text) or cite the paper (paper), not both.");
            }

            ground.Paper?.Check($"{path}.paper", faults);
        }
    }

    private static void CheckPeople(InspectionBody body, Inspection? before, List<Fault> faults)
    {
        for (var index = 0; index < body.People.Count; index++)
        {
            var (one, path, earlier) = (body.People[index], $"$.people[{index}]", body.People.Take(index));
            if (one.Unit != body.Unit && !body.Team.Contains(one.Unit))
            {
                faults.Add($"{path}.unit", $"'{one.Unit}' không phải đơn vị được kiểm tra và không ở trong đoàn kiểm tra.", $"'{one.Unit}' is neither visited nor in the team.");
            }
            else if (one.As is { } office && (office == VisitOffice.Representative) != (one.Unit == body.Unit))
            {
                faults.Add(
                    $"{path}.as",
                    "Trưởng đoàn và thư ký thuộc đoàn kiểm tra, người đại diện thuộc đơn vị được kiểm tra.",
                    "The leader and the secretary are of the team, the representative is of the unit that is visited.");
            }

            if (one.As is not null && earlier.Any(other => other.As == one.As))
            {
                faults.Add($"{path}.as", "Vai trò này đã ghi cho người khác.", "Somebody else holds this office.");
            }

            if (one.ToPerson(before) is null)
            {
                faults.Add($"{path}.name", "Cần ghi họ tên hoặc chức vụ.", "A name or a post is needed.");
            }
            else if (one.Name is not null && earlier.Contains(one))
            {
                faults.Add(path, "Người này bị lặp lại.", "This person is there twice.");
            }
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
