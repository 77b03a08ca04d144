using EmulationFunctions.Common;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Ballots;

/// <summary>Finds what a ballot rests on from outside of it.</summary>
internal sealed class BallotDesk(YearDesk years, AdoptedRegulation findRegulation, BallotTermsOf findAward, BallotTable ballots, UnitExists exists)
{
    public DateOnly Today => years.Today;

    /// <exception cref="Refusal">404: no such year, or the bloc takes no part in it.</exception>
    public Task<YearTerms> FindAsync(YearOfBloc id, CancellationToken cancellationToken) => years.FindAsync(id, cancellationToken);

    /// <summary>What holds for a ballot on that day.</summary>
    /// <exception cref="Refusal">404, 409: not all members of the bloc are known, so nobody can say what all of them are; the ballot of which it is the run-off is not there or not counted.</exception>
    public async Task<BallotGround> GroundAsync(YearTerms terms, BallotQuestion question, DateOnly day, CancellationToken cancellationToken)
    {
        if (!terms.KnowsAllMembers)
        {
            throw Refusal.Rule("members-not-known", new(
                "Chưa có đủ danh sách đơn vị thành viên của khối nên không biết ai có quyền bỏ phiếu.", "Not all members of the bloc are listed, so it is not known who votes."));
        }

        var counted = terms.Cycle.MembershipDay(Period.WholeYear, day);
        var leaders = terms.LeadersOn(day);
        var before = question.After is { } after ? await CountedAsync(terms.Id, after, cancellationToken) : null;
        return new(
            (await findRegulation(terms.Id, cancellationToken)).On(day),
            (before is null ? question.Award : before.Award) is { } award ? await findAward(terms.Id, award, day, cancellationToken) : null,
            before,
            terms.MembersOn(counted),
            leaders.Head,
            leaders.Deputy);
    }

    /// <summary>The ballot of which another is the run-off.</summary>
    private async Task<Ballot> CountedAsync(YearOfBloc id, string after, CancellationToken cancellationToken)
    {
        var found = await ballots.FindAsync(id, after, cancellationToken) ?? throw BallotRefusals.NoSuchBallot();
        return found.Ballot.State == BallotState.Closed ? found.Ballot : throw BallotRefusals.NoFirstBallot(after);
    }

    /// <summary>Those of the units that there are.</summary>
    public async Task<IReadOnlySet<string>> KnownAsync(IEnumerable<string?> units, CancellationToken cancellationToken)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var unit in units.OfType<string>())
        {
            if (await exists(unit, cancellationToken))
            {
                known.Add(unit);
            }
        }

        return known;
    }
}
