using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Decisions;

/// <summary>No award and no proposal of a unit while something about it is being looked into (Decree 152/2025/NĐ-CP, article 4(4)), in whichever bloc of the year that was recorded. Pure.</summary>
internal static class SuspendedUnits
{
    /// <param name="wanted">The units, each with its place in what was sent.</param>
    /// <param name="day">The day of the session or the decision.</param>
    /// <param name="times">The year's suspensions, lifted ones too.</param>
    /// <exception cref="Refusal">409 with each that is suspended on the day.</exception>
    public static void Refuse(IEnumerable<(string Path, string Unit)> wanted, DateOnly day, IReadOnlyList<SuspendedTime> times)
    {
        var faults = new List<Fault>();
        foreach (var (path, unit) in wanted)
        {
            if (times.FirstOrDefault(time => time.Unit == unit && time.Covers(day)) is { } suspended)
            {
                faults.Add(
                    path,
                    $"Đơn vị '{unit}' bị tạm dừng xét khen thưởng từ ngày {VietnamTime.Local(suspended.Since)}.",
                    FormattableString.Invariant($"The unit '{unit}' is suspended since {suspended.Since:yyyy-MM-dd}."));
            }
        }

        if (faults.Count > 0)
        {
            throw new Refusal(
                StatusCodes.Status409Conflict,
                "unit-suspended",
                new(
                    "Có đơn vị đang bị tạm dừng xét khen thưởng (khoản 4 Điều 4 Nghị định 152/2025/NĐ-CP); chưa có gì được lưu.",
                    "A unit is suspended: no award and no proposal meanwhile (Decree 152/2025/NĐ-CP, article 4(4)); nothing was saved."),
                faults);
        }
    }
}
