using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Plans;

/// <summary>What may be said of the adoption of a plan or a regulation.</summary>
internal static class AdoptionRules
{
    public static void Check(int year, Adoption adoption, string path, DateOnly today, List<Fault> faults)
    {
        CheckSaid(adoption.Said, $"{path}.said", faults);
        if (adoption is { Day: null, Said: null, Meeting: null })
        {
            faults.Add(path, "Cần ghi ngày thông qua, hoặc cuộc họp, hoặc thời điểm bằng lời.", "Say the day, the meeting, or in words when it was adopted.");
        }

        if (adoption is { Day: not null, Said: not null })
        {
            faults.Add($"{path}.said", "Đã có ngày thì không cần ghi bằng lời.", "Words stand only where the day is not known.");
        }

        CheckInTime(year, adoption.Day, $"{path}.day", faults);
        if (adoption.Day > today)
        {
            faults.Add($"{path}.day", "Ngày thông qua không thể ở tương lai.", "It cannot have been adopted in the future.");
        }

        if (adoption.MeetingYear is { } meetingYear && (adoption.Meeting is null || meetingYear < year - 1 || meetingYear > year))
        {
            faults.Add(
                $"{path}.meetingYear", $"Chỉ ghi cùng mã cuộc họp, và là năm {year - 1} hoặc {year}.", $"Only together with a meeting, and {year - 1} or {year}.");
        }
    }

    /// <summary>The year before often prepares a year, and January still works on the year before.</summary>
    public static void CheckInTime(int year, DateOnly? day, string path, List<Fault> faults)
    {
        if (day < new DateOnly(year - 1, 1, 1) || day > new DateOnly(year + 1, 1, 31))
        {
            faults.Add(path, $"Phải từ năm {year - 1} đến hết tháng 01/{year + 1}.", $"Must be from {year - 1} to January {year + 1}.");
        }
    }

    public static void CheckSaid(string? text, string path, List<Fault> faults)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Cần ghi nội dung.", "A text is needed.");
        }
    }
}
