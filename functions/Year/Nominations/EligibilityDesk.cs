using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Texts;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Nominations;

/// <summary>The quotas of an award in a bloc, as they stood when they were looked at.</summary>
/// <param name="At">The award.</param>
/// <param name="States">Each of its quotas.</param>
/// <param name="Texts">The texts that they cite.</param>
internal sealed record AwardQuotas(AwardAt At, IReadOnlyList<QuotaState> States, IReadOnlyDictionary<string, LegalText> Texts)
{
    /// <summary>Whether one more nomination of the unit breaks a quota that blocks. Of other blocs' nominations what was read before counts.</summary>
    /// <exception cref="Refusal">409: it does.</exception>
    public void Demand(NominationRecord record, string unit)
    {
        if (record.Find(At.Award.Code, unit) is { Withdrawn: null })
        {
            return;
        }

        // What is a part of more than is known yet stands in nobody's way.
        foreach (var state in States.Where(one => one.Quota.Blocks && one.Unknown == 0))
        {
            var wanted = state.Used(record, At.Award.Code) + 1;
            if (wanted > state.Allowed)
            {
                throw Refusal.Rule("quota-reached", QuotaView.Broken(wanted, state.Allowed.Value, AwardSourceView.Of(state.Quota.Source, Texts, At.Day)));
            }
        }
    }

    public IReadOnlyList<QuotaView> Of(NominationRecord record, Language language) =>
        [.. States.Select(state => QuotaView.Of(state, state.Used(record, At.Award.Code), Texts, At.Day, language))];
}

/// <summary>Shows how a unit stands to what awards ask for, as far as the caller may see it.</summary>
internal sealed class EligibilityDesk(NominationDesk desk, NominationTable nominations, QuotaDesk quotas, AwardBallots ballots, AwardCitations citations)
{
    /// <summary>Peers and the bloc's leaders see that something stands against a unit, and not what.</summary>
    public static bool SeesAll(Caller caller, string unit) => caller.Oversees || caller.Units.Contains(unit);

    public async Task<AwardQuotas> QuotasAsync(YearTerms terms, AwardAt at, CancellationToken cancellationToken) => new(
        at,
        await quotas.ReadAsync(terms, at.Award, desk.Today, present: null, cancellationToken),
        await citations.FindAsync(at.Award.Quotas.Select(one => one.Source), cancellationToken));

    public async Task<IReadOnlyList<AwardEligibilityView>> CheckAsync(
        YearTerms terms, string unit, IReadOnlyList<AwardAt> awards, NominationRecord record, Caller caller, Language language, CancellationToken cancellationToken)
    {
        var facts = await desk.FactsAsync(terms, record, unit, [.. awards.Select(one => one.Award)], language, cancellationToken);
        var shown = new List<AwardEligibilityView>();
        foreach (var at in awards)
        {
            var nomination = record.Find(at.Award.Code, unit) is { Withdrawn: null } standing ? standing : null;
            var conditions = EligibilityRules.Check(at.Award, facts with { Figures = nomination?.Figures, Statements = nomination?.Statements ?? [] });
            var texts = await citations.FindAsync(conditions.Select(one => one.Condition.Source), cancellationToken);
            shown.Add(new(
                at.Award.Code,
                at.Award.Title,
                at.Rules,
                at.Day,
                nomination is not null,
                (await desk.WhyNotProposedAsync(terms, at.Award, unit, cancellationToken))?.In(language),
                EligibilityRules.Sum(conditions.Select(one => one.State)),
                [.. conditions.Select(one => CheckedConditionView.Of(one, SeesAll(caller, unit), texts, at.Day, language))],
                // Those of the province look at every bloc of the year.
                awards.Count == 1 || nomination is not null ? (await QuotasAsync(terms, at, cancellationToken)).Of(record, language) : []));
        }

        return shown;
    }

    public async Task<QuotasView> ShowAsync(YearOfBloc id, string award, Language language, CancellationToken cancellationToken)
    {
        var terms = await desk.FindAsync(id, cancellationToken);
        var record = await nominations.ReadAsync(id, cancellationToken);
        var used = await QuotasAsync(terms, await ballots.AwardAsync(record, award, cancellationToken), cancellationToken);
        var counted = await ballots.VotesAsync(id, award, cancellationToken);
        return new(award, used.Of(record, language), SelectionView.Of(await ballots.SelectAsync(id.Year, id.Bloc, award, counted?.Votes, counted?.Present, cancellationToken)));
    }
}
