using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Year.Nominations;

/// <summary>How far a quota is used.</summary>
/// <param name="Quota">The quota.</param>
/// <param name="Base">How many it is a part of; null where it is a number, or that is not known yet.</param>
/// <param name="Unknown">Of how many blocs what the base rests on is not known yet.</param>
/// <param name="Elsewhere">How many nominations of other blocs count towards it.</param>
internal sealed record QuotaState(AwardQuota Quota, int? Base, int Unknown, int Elsewhere)
{
    /// <summary>How many may be proposed; null where that is not known yet.</summary>
    public int? Allowed => QuotaRules.Allowed(Quota, Base);

    public int Used(NominationRecord record, string award) => Elsewhere + record.Standing(award);
}

/// <summary>Looks up what quotas are parts of, and how many nominations count towards them.</summary>
internal sealed class QuotaDesk(RosterTable roster, NominationTable nominations, StandingsTable standings)
{
    private const int BlocsAtOnce = 20;

    /// <param name="terms">The bloc's year, with all blocs of the year.</param>
    /// <param name="award">With the rules that hold.</param>
    /// <param name="day">The day whose members count.</param>
    /// <param name="present">How many members were present at the vote; null while there was none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<IReadOnlyList<QuotaState>> ReadAsync(YearTerms terms, Award award, DateOnly day, int? present, CancellationToken cancellationToken)
    {
        var states = new List<QuotaState>();
        foreach (var quota in award.Quotas)
        {
            var isWide = quota.Scope == QuotaScope.Province;
            IReadOnlyList<string> blocs = isWide || quota.Base is QuotaBase.LeadersAtStandard ? [.. terms.Cycle.Blocs.Select(one => one.Bloc)] : [terms.Id.Bloc];
            var counts = quota.Base is { } of ? await EachAsync(blocs, bloc => CountAsync(quota, of, new(terms.Id.Year, bloc), terms, day, present, cancellationToken)) : [];
            var elsewhere = isWide
                ? await EachAsync([.. blocs.Where(bloc => bloc != terms.Id.Bloc)], async bloc =>
                    (await nominations.ReadAsync(new(terms.Id.Year, bloc), cancellationToken)).Standing(award.Code))
                : [];
            var known = counts.OfType<int>().ToList();
            states.Add(new(quota, known.Count > 0 ? known.Sum() : null, counts.Count - known.Count, elsewhere.Sum()));
        }

        return states;
    }

    private Task<int?> CountAsync(AwardQuota quota, QuotaBase of, YearOfBloc id, YearTerms terms, DateOnly day, int? present, CancellationToken cancellationToken) => of switch
    {
        QuotaBase.Members => MembersAsync(id, terms, day, cancellationToken),
        QuotaBase.Classified => ClassifiedAsync(quota, id, cancellationToken),
        QuotaBase.LeadersAtStandard => LeadersAsync(quota, id, cancellationToken),
        _ => Task.FromResult(present),
    };

    private async Task<int?> MembersAsync(YearOfBloc id, YearTerms terms, DateOnly day, CancellationToken cancellationToken)
    {
        if (id == terms.Id)
        {
            return terms.KnowsAllMembers ? terms.MembersOn(terms.WithinYear(day)).Count : terms.Bloc.StatedMemberCount;
        }

        var members = await roster.MembersAsync(id.Bloc, terms.WithinYear(day), cancellationToken);
        return members.Count > 0 ? members.Select(member => member.Unit).Distinct(StringComparer.Ordinal).Count() : null;
    }

    private async Task<int?> ClassifiedAsync(AwardQuota quota, YearOfBloc id, CancellationToken cancellationToken)
    {
        var (published, _) = await standings.FindPublishedAsync(WholeYear(id), cancellationToken);
        return published is null ? null
            : published.Places.Select(place => place.Class?.Code).Concat(published.Apart.Select(apart => apart.Class?.Code)).Count(code => code is not null && quota.Classes!.Contains(code));
    }

    /// <summary>Of each bloc the units in the first place that are nominated for the award whose standard it is; not known of a bloc whose nominees have no published place.</summary>
    private async Task<int?> LeadersAsync(AwardQuota quota, YearOfBloc id, CancellationToken cancellationToken)
    {
        var nominated = (await nominations.ListAsync(id, cancellationToken)).Where(one => one.Award == quota.Standard && one.Withdrawn is null).ToList();
        var leaders = 0;
        foreach (var one in nominated)
        {
            if (await standings.FindPlaceAsync(WholeYear(id), one.Unit, cancellationToken) is not var (_, place, _))
            {
                return null;
            }

            leaders += place?.Rank == 1 ? 1 : 0;
        }

        return leaders;
    }

    private static async Task<IReadOnlyList<T>> EachAsync<T>(IReadOnlyList<string> blocs, Func<string, Task<T>> read)
    {
        var found = new List<T>();
        foreach (var some in blocs.Chunk(BlocsAtOnce))
        {
            found.AddRange(await Task.WhenAll(some.Select(read)));
        }

        return found;
    }

    private static BlocInPeriod WholeYear(YearOfBloc id) => new(id.Year, Period.WholeYear, id.Bloc);
}
