using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>How far a unit is with a target, as of a day.</summary>
/// <param name="Unit">Who reports.</param>
/// <param name="Target">The target's id in the pact.</param>
/// <param name="Day">As of which day.</param>
/// <param name="Said">In the words of the report, such as "gần 8.400"; null where only a number is given.</param>
/// <param name="Number">The same as a number, for sums and comparisons; null where there is none.</param>
/// <param name="IsReached">Whether the unit says that it is reached; null where it does not say.</param>
/// <param name="ReportedAt">When it was put down.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Progress(
    string Unit, string Target, DateOnly Day, string? Said, decimal? Number, bool? IsReached, DateTimeOffset ReportedAt, long Version = 0)
{
    public const int LongestSaid = 1000;

    public bool Says(Progress other) => (Said, Number, IsReached) == (other.Said, other.Number, other.IsReached);
}

/// <summary>One report of the address: a unit's, of a target, as of a day.</summary>
internal readonly record struct ProgressId(int Year, string Bloc, string Target, string Unit, string Day)
{
    public YearOfBloc InYear => new(Year, Bloc);
}

/// <summary>The body of <c>ReportTarget</c>; at least one of the three is said.</summary>
/// <param name="Said">In the words of the report, such as "gần 8.400".</param>
/// <param name="Number">The same as a number, with at most four decimals; only for numbers and percentages.</param>
/// <param name="IsReached">Whether it is reached, for what a number does not tell.</param>
internal sealed record ProgressBody(
    [property: StringLength(Progress.LongestSaid, MinimumLength = 1)] string? Said = null, decimal? Number = null, bool? IsReached = null);

/// <summary>What a report may say, and when one is late.</summary>
internal static class ProgressRules
{
    /// <param name="year">The year of the pact.</param>
    /// <param name="target">What is reported of.</param>
    /// <param name="day">As of which day.</param>
    /// <param name="body">What was sent.</param>
    /// <param name="today">In Vietnam.</param>
    public static IReadOnlyList<Fault> Check(int year, PactTarget target, DateOnly day, ProgressBody body, DateOnly today)
    {
        var faults = new List<Fault>();
        PactRules.CheckInYear(year, day, "day", faults);
        if (day > today)
        {
            faults.Add("day", "Không thể báo cáo cho ngày ở tương lai.", "Nobody can report of a day in the future.");
        }

        if (string.IsNullOrWhiteSpace(body.Said) && body.Number is null && body.IsReached is null)
        {
            faults.Add("$.said", "Cần ghi kết quả.", "What was reached is needed.");
        }

        if (body.Number is not { } number)
        {
            return faults;
        }

        if (target.Kind is not (TargetKind.Number or TargetKind.Percentage))
        {
            faults.Add("$.number", "Chỉ tiêu này không đo bằng số.", "This target is not measured by a number.");
        }
        else if (target.Within is not null && number is < 0 or > 100)
        {
            faults.Add("$.number", "Tỷ lệ phải từ 0 đến 100 %.", "A share is from 0 to 100 %.");
        }
        else
        {
            TargetRules.CheckSize(number, "$.number", faults);
        }

        return faults;
    }

    /// <summary>
    /// Whether a unit's report of a target of a pact that is more than a draft is late: the last day by which it was due is over, and the unit has reported nothing as of a day after the one before
    /// it. What is reported later still makes good for it.
    /// </summary>
    public static bool IsLate(Pact pact, IEnumerable<Progress> ofUnitAndTarget, DateOnly today)
    {
        var (last, before) = pact.DueBefore(today);
        return pact.IsForSigning && last is not null && !ofUnitAndTarget.Any(one => before is null || one.Day > before);
    }
}
