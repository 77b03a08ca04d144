using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Year.Blocs;

/// <summary>That it is settled who leads next year, by the last day of the handover: last year's head does not stay in power. What is behind <see cref="YearDuties"/>.</summary>
internal sealed class LeadershipDuty(RosterTable roster)
{
    private static readonly Words Confirm = new("xác nhận đơn vị làm Khối trưởng năm sau", "confirming who leads the bloc next year");

    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var isSet = (await roster.TermsOfAsync(terms.Id.Bloc, cancellationToken)).Any(term => term.Year == terms.Id.Year + 1 && term is { IsSuggestion: false, Leader: not null });
        return [YearDuty.OfBloc(terms, StageKind.Handover, Confirm, isSet) with { Kind = DutyKind.Leadership }];
    }
}
