using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>
/// What ballots that are open until a day ask for: the vote of each voter. Of a secret one it is not known before its last day who has voted, so that nobody watches who comes when.
/// What is behind <see cref="YearDuties"/>.
/// </summary>
internal sealed class BallotDuties(BallotTable ballots, YearDesk desk)
{
    private static readonly Words Vote = new("bỏ phiếu của khối", "voting in the bloc's ballot");

    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken) =>
        [.. Of(await ballots.ReadAllAsync(terms.Id, cancellationToken), desk.Today)];

    public static IEnumerable<YearDuty> Of(IEnumerable<BallotRecord> records, DateOnly today) =>
        from record in records
        where record.Ballot is { State: BallotState.Open, Until: not null }
        let isTold = !record.Ballot.Terms.IsSecret || record.Ballot.Until <= today
        from unit in record.Ballot.Terms.Voters
        select new YearDuty(StageKind.BlocMeeting, Vote, unit, isTold && !record.Missing.Contains(unit), record.Ballot.Until, record.Ballot.Opened, record.Ballot.Id) { IsKnown = isTold };
}
