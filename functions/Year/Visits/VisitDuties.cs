using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Visits;

/// <summary>What cross-checks ask of the unit that was visited: to mend what was found by the day that was set. What is behind <see cref="YearDuties"/>.</summary>
internal sealed class VisitDuties(InspectionTable visits)
{
    private const int PageSize = 1000;

    private static readonly Words Mend = new("khắc phục điều kiểm tra chéo đã nêu (Khối trưởng ghi nhận)", "mending what a cross-check found (the head records it)");

    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var found = new List<YearDuty>();
        foreach (var period in terms.Cycle.Periods)
        {
            var (id, after) = (new BlocInPeriod(terms.Id.Year, period.Id, terms.Id.Bloc), (string?)null);
            for (var isMore = true; isMore;)
            {
                (var page, isMore) = await visits.ListAsync(id, units: null, after, PageSize, cancellationToken);
                found.AddRange(Of(period.Id, page));
                after = page is [.., var last] ? last.Id : null;
            }
        }

        return found;
    }

    public static IEnumerable<YearDuty> Of(string period, IEnumerable<Inspection> visits) =>
        from visit in visits
        from finding in visit.Findings
        where finding.MendBy is not null
        select new YearDuty(
            StageKind.Appraisal, Mend, visit.Unit, finding.Mended is not null, finding.MendBy, visit.VisitedOn, string.Create(CultureInfo.InvariantCulture, $"{period}/{visit.Id}/{finding.Number}"))
        {
            Kind = DutyKind.Finding,
            IsChased = true,
        };
}
