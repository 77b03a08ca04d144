using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Year.Nominations;

/// <summary>An award by the rules that hold for somebody.</summary>
/// <param name="Rules">The version of the rules.</param>
/// <param name="Day">The day of which it is: what was opened stays with that of its opening.</param>
/// <param name="Award">The award, with what held on that day.</param>
internal sealed record AwardAt(string Rules, DateOnly Day, Award Award);

/// <summary>Finds by which rules a unit is looked at, and what is known of it.</summary>
internal sealed class NominationDesk(
    YearDesk desk,
    RosterTable roster,
    AwardRulesTable rules,
    OutsideListTable lists,
    NominationTable nominations,
    UnitHistory history,
    VietnamTime vietnam,
    TitlesOf titles)
{
    public DateOnly Today => desk.Today;

    public Task<YearTerms> FindAsync(YearOfBloc id, CancellationToken cancellationToken) => desk.FindAsync(id, cancellationToken);

    /// <summary>By the rules of today, or of a nomination that stands.</summary>
    /// <param name="award">The award's code.</param>
    /// <param name="nomination">The unit's nomination for it; null where there is none.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="Refusal">404: the rules have no such award.</exception>
    public async Task<AwardAt> DemandAwardAsync(string award, Nomination? nomination, CancellationToken cancellationToken) =>
        nomination is { Withdrawn: null }
            ? new(nomination.Rules, nomination.OpenedOn, (await DemandRulesAsync(nomination, cancellationToken)).Find(award)!)
            : await rules.AtAsync(Today, cancellationToken) is var at && at.Find(award) is { } found
                ? new(at.Version, Today, found)
                : throw NoSuchAward(award);

    /// <summary>All awards that a unit can be proposed for: by the rules of today, those it is nominated for by their own.</summary>
    public async Task<IReadOnlyList<AwardAt>> AwardsAsync(NominationRecord record, string unit, CancellationToken cancellationToken)
    {
        var at = await rules.AtAsync(Today, cancellationToken);
        var found = new List<AwardAt>();
        foreach (var code in at.Awards.Where(award => award.Subject == AwardSubject.Unit).Select(award => award.Code)
            .Union(record.Nominations.Where(one => one.Unit == unit && one.Withdrawn is null).Select(one => one.Award), StringComparer.Ordinal))
        {
            found.Add(await DemandAwardAsync(code, record.Find(code, unit), cancellationToken));
        }

        return found;
    }

    /// <summary>Before a nomination is opened under it: from then on the version never changes.</summary>
    /// <returns>The award as it is from then on.</returns>
    /// <exception cref="Refusal">404: it was taken out meanwhile.</exception>
    public async Task<AwardAt> FreezeAsync(AwardAt at, CancellationToken cancellationToken) =>
        (await rules.FreezeAsync(at.Rules, cancellationToken))?.Rules.On(at.Day).Find(at.Award.Code) is { } award ? at with { Award = award } : throw NoSuchAward(at.Award.Code);

    /// <exception cref="Refusal">409: the unit ended, or the award is not for such a unit.</exception>
    public async Task DemandProposableAsync(YearTerms terms, Award award, string unit, CancellationToken cancellationToken)
    {
        if (Lineage.EndedBy(Today, await roster.SuccessionsAsync(cancellationToken)).Contains(unit))
        {
            throw Refusal.Rule("unit-ended", new(
                "Đơn vị đã sáp nhập, giải thể; đơn vị tiếp nhận nhiệm vụ đề nghị khen thưởng (khoản 4 Điều 33 Nghị định 152/2025/NĐ-CP).",
                "The unit has ended; who took over its tasks proposes (Decree 152/2025, article 33(4))."));
        }

        if (await WhyNotProposedAsync(terms, award, unit, cancellationToken) is { } why)
        {
            throw Refusal.Rule("award-not-for-unit", why);
        }
    }

    public async Task<Words?> WhyNotProposedAsync(YearTerms terms, Award award, string unit, CancellationToken cancellationToken) =>
        await roster.FindUnitAsync(unit, cancellationToken) is { } found ? NominationRules.WhyNotProposed(award, found.Kind, terms.Bloc.Level) : null;

    /// <summary>What is known of a unit, as far as these awards ask for it; of a nomination its own figures and statements are to be added.</summary>
    public async Task<UnitFacts> FactsAsync(
        YearTerms terms, NominationRecord record, string unit, IReadOnlyList<Award> awards, Language language, CancellationToken cancellationToken)
    {
        var conditions = awards.SelectMany(award => award.Conditions).ToList();
        var years = conditions.Where(one => one.Kind == AwardConditionKind.Class).Select(one => one.Years ?? 1).DefaultIfEmpty(1).Max();
        var results = await ResultsAsync(unit, terms.Id.Year, years, language, cancellationToken);
        var before = await nominations.ReadAsync(terms.Id with { Year = terms.Id.Year - 1 }, cancellationToken);
        var own = results.FirstOrDefault(one => (one.Year, one.Bloc, one.Unit) == (terms.Id.Year, terms.Id.Bloc, unit));
        return new(
            unit,
            terms.Id.Year,
            [.. results.Select(one => new YearResult(one.Year, one.Class?.Code, one.Class?.Title))],
            own is null ? null : new(own.Rank, own.Ranked, own.Value, own.WhyApart, vietnam.DayOf(own.PublishedAt)),
            conditions.Exists(one => one.Kind == AwardConditionKind.Titles) ? await titles(unit, terms.Id.Year, cancellationToken) : [],
            Figures: null,
            Statements: [],
            conditions.Exists(one => one.Kind == AwardConditionKind.NotListed) ? await lists.ListAsync(terms.Id.Year, cancellationToken) : [],
            new[] { record.PenaltyOf(unit), before.PenaltyOf(unit) }.Max());
    }

    /// <summary>What the award is called by the rules under which it was opened.</summary>
    public async Task<string> TitleAsync(Nomination nomination, CancellationToken cancellationToken) =>
        (await DemandRulesAsync(nomination, cancellationToken)).Find(nomination.Award)!.Title;

    private async Task<IReadOnlyList<HistoryItem>> ResultsAsync(string unit, int year, int years, Language language, CancellationToken cancellationToken)
    {
        var found = new List<HistoryItem>();
        int? before = year + 1;
        while (before > year - years + 1)
        {
            var (results, next) = await history.ReadAsync(unit, before, years, language, cancellationToken);
            found.AddRange(results.Where(one => one.Period == Period.WholeYear && one.Year <= year));
            before = next;
        }

        return found;
    }

    private static Refusal NoSuchAward(string award) =>
        Refusal.NotFound(new($"Quy định hiện hành không có danh hiệu '{award}'.", $"The rules of today have no award '{award}'."));

    private async Task<AwardRules> DemandRulesAsync(Nomination nomination, CancellationToken cancellationToken) =>
        (await rules.FindAsync(nomination.Rules, cancellationToken)
            ?? throw new InvalidOperationException($"The version {nomination.Rules} of the rules of awards, which is in use, is not there.")).Rules.On(nomination.OpenedOn);
}
