using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>
/// What ballots that are open until a day ask for: the vote of each voter, and afterwards that it is counted. Of a secret one it is not known before its last day who has voted, so that nobody
/// watches who comes when. What is behind <see cref="YearDuties"/>.
/// </summary>
internal sealed class BallotDuties(BallotTable ballots, YearDesk desk)
{
    private static readonly Words Vote = new("bỏ phiếu của khối", "voting in the bloc's ballot");
    private static readonly Words Count = new("kiểm phiếu của khối", "counting the bloc's ballot");

    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken) =>
        [.. Of(await ballots.ReadAllAsync(terms.Id, cancellationToken), desk.Today)];

    public static IEnumerable<YearDuty> Of(IEnumerable<BallotRecord> records, DateOnly today) =>
        records.Where(record => record.Ballot is { State: BallotState.Open, Until: not null }).SelectMany(record => record.Ballot.Until < today ? [Counted(record.Ballot)] : Votes(record, today));

    private static IEnumerable<YearDuty> Votes(BallotRecord record, DateOnly today)
    {
        var isTold = !record.Ballot.Terms.IsSecret || record.Ballot.Until <= today;
        return record.Ballot.Terms.Voters.Select(unit =>
            new YearDuty(StageKind.BlocMeeting, Vote, unit, isTold && !record.Missing.Contains(unit), record.Ballot.Until, record.Ballot.Opened, record.Ballot.Id) { Kind = DutyKind.Vote, IsKnown = isTold });
    }

    /// <summary>From the day on which nobody votes any more, which is the day it is done by: a configurable default.</summary>
    private static YearDuty Counted(Ballot ballot)
    {
        var day = ballot.Until!.Value.AddDays(1);
        return new YearDuty(StageKind.BlocMeeting, Count, Unit: null, IsDone: false, day, day, ballot.Id) { Kind = DutyKind.Count };
    }
}
