using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Nominations;

/// <summary>
/// That a bloc votes on its nominees, where the rules of the award say so. A bloc may vote on paper and put it down nowhere: nobody is reminded of it. What is behind <see cref="YearDuties"/>.
/// </summary>
internal sealed class NominationDuties(NominationTable nominations, BallotTable ballots, AwardBallots awards)
{
    public async Task<IReadOnlyList<YearDuty>> ReadAsync(YearTerms terms, CancellationToken cancellationToken)
    {
        var record = await nominations.ReadAsync(terms.Id, cancellationToken);
        var nominated = record.Nominations.Where(one => one.Status == NominationStatus.Nominated).Select(one => one.Award).Distinct(StringComparer.Ordinal).ToList();
        var voted = new List<Award>();
        foreach (var code in nominated)
        {
            var (_, _, award) = await awards.AwardAsync(record, code, cancellationToken);
            if (award.VoteOf(VotingBody.Bloc) is not null)
            {
                voted.Add(award);
            }
        }

        return voted.Count == 0 ? [] : [.. Of(terms, voted, (await ballots.ReadAllAsync(terms.Id, cancellationToken)).Select(one => one.Ballot))];
    }

    /// <param name="terms">The bloc's year.</param>
    /// <param name="voted">The awards with nominees on whom the bloc votes.</param>
    /// <param name="ballots">All of the year.</param>
    public static IEnumerable<YearDuty> Of(YearTerms terms, IEnumerable<Award> voted, IEnumerable<Ballot> ballots)
    {
        var held = ballots.Where(one => one.State != BallotState.Annulled).Select(one => one.Award).ToHashSet(StringComparer.Ordinal);
        return
            from award in voted
            let isHeld = held.Contains(award.Code)
            select YearDuty.OfBloc(terms, StageKind.BlocMeeting, new($"mở bỏ phiếu bình chọn {award.Title}", $"opening the ballot on {award.Title}"), isHeld) with
            {
                Kind = DutyKind.Ballot,
                IsKnown = isHeld,
                Id = award.Code,
            };
    }
}
