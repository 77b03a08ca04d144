using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Year.Nominations;

/// <summary>How a bloc votes on who is proposed for an award.</summary>
/// <param name="Award">The award's code.</param>
/// <param name="Title">Its title.</param>
/// <param name="Rules">The version of the rules that says so.</param>
/// <param name="Day">The day of which it is.</param>
/// <param name="Nominees">The units whose nomination stands and is not suspended, by id.</param>
/// <param name="Seats">How many the quotas of the bloc allow; null where none is known.</param>
/// <param name="Threshold">How many votes carry; null where neither rule nor regulation says it.</param>
/// <param name="Base">Of what the threshold is reckoned; null as above.</param>
/// <param name="Absentees">How those vote who are not there; null as above.</param>
/// <param name="Ballots">How many ballots are held at most in a round; null as above.</param>
/// <param name="Decider">Who decides when none of them carried; null as above.</param>
/// <param name="Quorum">How many must take part; null where neither rule nor regulation says it.</param>
/// <param name="Tie">What follows on equal votes by the award's tie-breaks; null where they do not say it.</param>
/// <param name="AreSeatsOpen">Whether a quota of the bloc is a part of what is not known yet.</param>
/// <param name="Source">Where that is from.</param>
internal sealed record AwardBallotTerms(
    string Award,
    string Title,
    string Rules,
    DateOnly Day,
    IReadOnlyList<string> Nominees,
    int? Seats,
    Share? Threshold,
    VoteBase? Base,
    AbsenteeVotes? Absentees,
    int? Ballots,
    AwardDecider? Decider,
    Share? Quorum,
    TieRule? Tie,
    bool AreSeatsOpen,
    Words Source);

/// <summary>Answers what a ballot of a bloc asks about an award, and who is within its quota when votes are counted.</summary>
internal sealed class AwardBallots(
    NominationDesk desk, NominationTable nominations, QuotaDesk quotas, StandingsTable standings, AwardCitations citations, BallotTable ballots, AdoptedRegulation adopted)
{
    /// <summary>
    /// The rules are those under which the first of the nominations that stand was opened; without any, those of today. Nominees are those of today; the bloc's regulation and the members of which a quota is a
    /// part are those of the ballot's day.
    /// </summary>
    /// <exception cref="Refusal">404: no such year, bloc or award.</exception>
    public async Task<AwardBallotTerms> TermsOfAsync(int year, string bloc, string award, DateOnly day, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(year, bloc), cancellationToken);
        var record = await nominations.ReadAsync(terms.Id, cancellationToken);
        var at = await AwardAsync(record, award, cancellationToken);
        var states = await quotas.ReadAsync(terms, at.Award, day, present: null, cancellationToken);
        var regulation = (await adopted(terms.Id, cancellationToken)).On(day);
        var vote = at.Award.VoteOf(VotingBody.Bloc);
        // What only is where a province begins gives way to what the bloc itself has adopted; a text does not.
        var isOwn = vote is not { Source.Reading: SourceReading.Read } && regulation is { Threshold: not null, Base: not null };
        var ballots = isOwn ? regulation!.Ballots ?? vote?.Ballots : vote?.Ballots;
        var texts = vote is null ? null : await citations.FindAsync([vote.Source], cancellationToken);
        return new(
            award,
            at.Award.Title,
            at.Rules,
            at.Day,
            [.. record.Nominations.Where(one => one.Award == award && one.Status == NominationStatus.Nominated).Select(one => one.Unit).Order(StringComparer.Ordinal)],
            Seats(states),
            isOwn ? regulation!.Threshold : vote?.Threshold,
            isOwn ? regulation!.Base : vote?.Base,
            isOwn ? regulation!.Absentees ?? vote?.Absentees : vote?.Absentees,
            ballots,
            vote?.Decider,
            isOwn ? regulation!.Quorum ?? vote?.Quorum : vote?.Quorum,
            UsualTie(at.Award, ballots ?? 1, vote?.Decider),
            states.Any(one => one is { Quota.Scope: QuotaScope.Bloc, Allowed: null }),
            isOwn ? new("Quy chế đã thông qua của khối", "The bloc's adopted regulation")
                : vote is null ? new("Chưa có quy định về cách bỏ phiếu", "No rule says how it is voted on")
                : AwardSourceView.Of(vote.Source, texts!, at.Day).Words);
    }

    /// <summary>Who is within the bloc's quota, in the order of the votes and then of the award's tie-breaks: never more than it allows.</summary>
    /// <param name="year">The year.</param>
    /// <param name="bloc">The bloc.</param>
    /// <param name="award">The award's code.</param>
    /// <param name="votes">How many votes each has that reached the threshold; null to choose among all nominees without votes.</param>
    /// <param name="present">How many members were present at the vote; null where that is not known.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Null where no quota of the bloc is known.</returns>
    public async Task<Selection?> SelectAsync(
        int year, string bloc, string award, IReadOnlyDictionary<string, int>? votes, int? present, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(new(year, bloc), cancellationToken);
        var record = await nominations.ReadAsync(terms.Id, cancellationToken);
        var at = await AwardAsync(record, award, cancellationToken);
        if (Seats(await quotas.ReadAsync(terms, at.Award, desk.Today, present, cancellationToken)) is not { } seats)
        {
            return null;
        }

        var candidates = new List<Candidate>();
        foreach (var one in record.Nominations.Where(one => one.Award == award && one.Status == NominationStatus.Nominated && votes?.ContainsKey(one.Unit) is not false))
        {
            candidates.Add(await CandidateAsync(terms.Id, one, at.Award, votes, cancellationToken));
        }

        return Selection.Of(candidates, seats, at.Award.TieBreaks);
    }

    /// <summary>The votes of the bloc's first ballot about an award, of those who reached its threshold, and how many were present; null while it is not counted, where counts are not told, and once a run-off goes on from it.</summary>
    public async Task<(IReadOnlyDictionary<string, int> Votes, int? Present)?> VotesAsync(YearOfBloc id, string award, CancellationToken cancellationToken) =>
        await ballots.StandingAsync(id, award, cancellationToken) is [{ Result: { Of: { } of } result, Terms: var terms }]
            ? (result.Choices.Where(choice => terms.Threshold.IsReachedBy(choice.All!.Value, of)).ToDictionary(choice => choice.Unit, choice => choice.All!.Value, StringComparer.Ordinal), result.Present)
            : null;

    private async Task<Candidate> CandidateAsync(
        YearOfBloc id, Nomination one, Award award, IReadOnlyDictionary<string, int>? votes, CancellationToken cancellationToken)
    {
        var period = new BlocInPeriod(id.Year, Period.WholeYear, id.Bloc);
        var found = await standings.FindPlaceAsync(period, one.Unit, cancellationToken);
        var criteria = award.TieBreaks.Select(tieBreak => tieBreak.Criterion).OfType<string>().ToList();
        var totals = found is not null && criteria.Count > 0 ? await standings.FindTotalsAsync(period, one.Unit, cancellationToken) : null;
        return new(one.Unit, votes?[one.Unit], found?.Place?.Value, one.StaffCount, one.Women)
        {
            Criteria = criteria.Where(code => totals?.Find(code) is not null).ToDictionary(code => code, code => totals!.Find(code)!.Value.Points, StringComparer.Ordinal),
        };
    }

    /// <summary>By the rules under which the first of the nominations that stand was opened; without any, by those of today.</summary>
    public Task<AwardAt> AwardAsync(NominationRecord record, string award, CancellationToken cancellationToken) =>
        desk.DemandAwardAsync(award, record.Nominations.Where(one => one.Award == award && one.Withdrawn is null).MinBy(one => one.OpenedOn), cancellationToken);

    /// <summary>The first tie-break that people settle says what follows on equal votes. What is computed before it, such as points, GetQuotas shows to whoever settles.</summary>
    /// <param name="award">With the rules that hold.</param>
    /// <param name="ballots">How many ballots are held at most.</param>
    /// <param name="decider">Who decides after them.</param>
    public static TieRule? UsualTie(Award award, int ballots, AwardDecider? decider) => award.TieBreaks.FirstOrDefault(one => one.IsDecided)?.Kind switch
    {
        AwardTieBreakKind.Ballot when ballots > 1 => TieRule.AnotherBallot,
        AwardTieBreakKind.CompetentPerson => TieRule.OfficeDecides,
        _ => decider switch
        {
            AwardDecider.BlocLeaders or AwardDecider.Chair => TieRule.ChairDecides,
            AwardDecider.CompetentPerson => TieRule.OfficeDecides,
            _ => null,
        },
    };

    private static int? Seats(IReadOnlyList<QuotaState> states) => states.Where(one => one.Quota.Scope == QuotaScope.Bloc).Min(one => one.Allowed);
}
