using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <param name="Target">The target's id.</param>
/// <param name="Day">As of which day.</param>
/// <param name="Said">In the words of the report; null where only a number is given.</param>
/// <param name="Number">The same as a number; null where there is none.</param>
/// <param name="IsReached">Whether it is reached, as the unit says or its number tells; null where neither does.</param>
/// <param name="ReportedAt">When it was put down.</param>
/// <param name="Etag">For If-Match, to correct it.</param>
internal sealed record ProgressView(string Target, DateOnly Day, string? Said, decimal? Number, bool? IsReached, DateTimeOffset ReportedAt, string Etag)
{
    /// <param name="target">Null where the pact does not hold it any more.</param>
    public static ProgressView Of(Progress one, PactTarget? target) =>
        new(one.Target, one.Day, one.Said, one.Number, one.IsReached ?? target?.IsReachedBy(one.Number), one.ReportedAt, EntityTag.Of(one.Version));
}

/// <param name="Unit">A unit of the bloc in that year.</param>
/// <param name="UnitName">What people call it.</param>
/// <param name="Late">Targets whose report is late, by id; none for a unit that is not in the bloc today.</param>
/// <param name="Reports">What it has reported, by target and day.</param>
internal sealed record UnitProgressView(string Unit, string UnitName, IReadOnlyList<string> Late, IReadOnlyList<ProgressView> Reports)
{
    public static UnitProgressView Of(string unit, Pact pact, IReadOnlyList<Progress> reports, YearTerms terms, DateOnly today)
    {
        var isMember = terms.MembersOn(terms.WithinYear(today)).Contains(unit);
        return new(
            unit,
            terms.Names[unit],
            isMember ? [.. pact.Text.Targets.Where(target => ProgressRules.IsLate(pact, reports.Where(one => one.Target == target.Id), today)).Select(target => target.Id)] : [],
            [.. reports.Select(one => ProgressView.Of(one, pact.Text.Targets.FirstOrDefault(target => target.Id == one.Target)))]);
    }
}

/// <param name="Targets">What the pact promises now. A report of what it promised before is still shown.</param>
/// <param name="ReportBy">The days by which every unit reports.</param>
/// <param name="Due">The last of them that is over; null while there is none.</param>
/// <param name="Units">A page of the bloc's units of the year, by id.</param>
/// <param name="Continuation">Give it back to read on; null on the last page.</param>
internal sealed record PactProgressPage(
    IReadOnlyList<TargetView> Targets, IReadOnlyList<DateOnly> ReportBy, DateOnly? Due, IReadOnlyList<UnitProgressView> Units, string? Continuation);
