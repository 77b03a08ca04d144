using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>
/// What open ballots ask for: the vote of each voter, and after the last day that it is counted; one that the chair ends has no day. Of a secret one it is not known before its last day who has voted, so that nobody
/// watches who comes when. What is behind <see cref="YearDuties"/>.
/// </summary>
internal sealed class BallotDuties(BallotTable ballots, YearDesk desk)
{
    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken) =>
        [.. Of(await ballots.ReadAllAsync(terms.Id, cancellationToken), desk.Today)];

    public static IEnumerable<YearDuty> Of(IEnumerable<BallotRecord> records, DateOnly today) =>
        records.Where(record => record.Ballot.State == BallotState.Open).SelectMany(record => record.Ballot.Until < today ? [Counted(record.Ballot)] : Votes(record, today));

    private static IEnumerable<YearDuty> Votes(BallotRecord record, DateOnly today)
    {
        var vote = new Words($"bỏ phiếu: {record.Ballot.Title}", $"voting: {record.Ballot.Title}");
        var isTold = !record.Ballot.Terms.IsSecret || record.Ballot.Until <= today;
        return record.Ballot.Terms.Voters.Select(unit =>
            new YearDuty(StageKind.BlocMeeting, vote, unit, isTold && !record.Missing.Contains(unit), record.Ballot.Until, record.Ballot.Opened, record.Ballot.Id) { Kind = DutyKind.Vote, IsKnown = isTold, IsUndated = record.Ballot.Until is null });
    }

    /// <summary>From the day on which nobody votes any more, which is the day it is done by: a configurable default.</summary>
    private static YearDuty Counted(Ballot ballot)
    {
        var day = ballot.Until!.Value.AddDays(1);
        var count = new Words($"kiểm phiếu: {ballot.Title}", $"counting: {ballot.Title}");
        return new YearDuty(StageKind.BlocMeeting, count, Unit: null, IsDone: false, day, day, ballot.Id) { Kind = DutyKind.Count };
    }
}
