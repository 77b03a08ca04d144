using EmulationFunctions.Platform.Documents;
using static EmulationFunctions.Province.Schemes.SchemePartWords;
using static EmulationFunctions.Province.Schemes.SchemeWords;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Options, measures, nets and conditions as tables. A tab that would be empty is left out.</summary>
internal static class SchemePartTables
{
    public static IReadOnlyList<TableSheet> Write(SchemeContent content) =>
    [
        .. new[] { WriteOptions(content), WriteMeasures(content), WriteLadders(content), WriteAddings(content), WriteConditions(content), WriteEffects(content) }
            .Where(sheet => sheet.Rows.Count > 0),
    ];

    private static TableSheet WriteOptions(SchemeContent content) => new(
        Options,
        [new(CriterionCode, 16), new(OptionCode, 14), new(OptionPoints, 10), new(OptionTitle, 70)],
        [.. content.Criteria.SelectMany(line => (line.Options ?? []).Select(option => TableRow.Of(line.Code, option.Code, option.Points.ToDecimal(), option.Title)))]);

    private static TableSheet WriteMeasures(SchemeContent content) => new(
        Measures,
        [
            new(CriterionCode, 16), new(Formula, 24, Choices: Formulas.All), new(LooksAt, 18, Choices: MeasureOfs.All), new(MayExceed, 14, Choices: YesNo.All), new(Target, 12),
            new(StepFrom, 14), new(StepLength, 12), new(StepPoints, 14), new(StepAt, 14), new(Wins, 22, Choices: Winners.All), new(Otherwise, 16),
        ],
        [.. content.Criteria.Where(line => line.Measure is not null).Select(line => (line.Code, Rule: line.Measure!)).Select(one => TableRow.Of(
            one.Code,
            Formulas[one.Rule.Formula],
            MeasureOfs[one.Rule.Of],
            YesNo[one.Rule.MayExceed],
            one.Rule.Target?.ToDecimal(),
            one.Rule.Steps?.Beyond,
            one.Rule.Steps?.Every,
            one.Rule.Steps?.Each.ToDecimal(),
            one.Rule.Steps?.At?.ToDecimal(),
            one.Rule.Wins is { } wins ? Winners[wins] : null,
            one.Rule.Otherwise?.ToDecimal()))]);

    private static TableSheet WriteLadders(SchemeContent content) => new(
        MeasureLadder,
        [
            new(CriterionCode, 16), new(SchemePartWords.Points, 10), new(From, 12), new(FromIncluded, 16, Choices: YesNo.All), new(To, 12), new(ToIncluded, 16, Choices: YesNo.All),
            new(WholeFrom, 12), new(WholeFromIncluded, 14, Choices: YesNo.All), new(WholeTo, 12), new(WholeToIncluded, 14, Choices: YesNo.All),
        ],
        [.. content.Criteria.SelectMany(line => (line.Measure?.Ladder ?? []).Select(step => TableRow.Of(
            line.Code,
            step.Points.ToDecimal(),
            step.Of.From,
            YesNo[step.Of.FromIncluded],
            step.Of.To,
            YesNo[step.Of.ToIncluded],
            step.Whole?.From,
            step.Whole is { } lower ? YesNo[lower.FromIncluded] : null,
            step.Whole?.To,
            step.Whole is { } upper ? YesNo[upper.ToIncluded] : null)))]);

    private static TableSheet WriteAddings(SchemeContent content) => new(
        Addings,
        [
            new(CriterionCode, 16), new(IsNet, 14, Choices: YesNo.All), new(Least, 12), new(Most, 12), new(GroupBonusCap, 18), new(GroupPenaltyCap, 18), new(IsRescaled, 16, Choices: YesNo.All),
        ],
        [.. content.Criteria.Where(line => line.Adding is not null).Select(line => (line.Code, Rule: line.Adding!)).Select(one => TableRow.Of(
            one.Code,
            YesNo[one.Rule.IsNet],
            one.Rule.Least?.ToDecimal(),
            one.Rule.Most?.ToDecimal(),
            one.Rule.BonusCap?.ToDecimal(),
            one.Rule.PenaltyCap?.ToDecimal(),
            YesNo[one.Rule.IsRescaled]))]);

    private static TableSheet WriteConditions(SchemeContent content) => new(
        Conditions,
        [
            new(ConditionCode, 16), new(ConditionTitle, 60), new(ByUnit, 16, Choices: YesNo.All), new(ByHead, 16, Choices: YesNo.All), new(ByOffice, 18, Choices: YesNo.All),
            new(ByBody, 24), new(Due, 16), new(IsDueNextYear, 14, Choices: YesNo.All), new(EvidenceNeeded, 16, Choices: EvidenceRules.All), new(Source, 22, Choices: Sources.All), new(Unless, 24),
        ],
        [.. (content.Conditions ?? []).Select(condition => TableRow.Of(
            condition.Code,
            condition.Title,
            YesNo[By(condition, ConditionParty.Unit)],
            YesNo[By(condition, ConditionParty.Head)],
            YesNo[By(condition, ConditionParty.Office)],
            condition.Body,
            condition.Due,
            YesNo[condition.IsDueNextYear],
            EvidenceRules[condition.Evidence],
            Sources[condition.Source],
            condition.Unless is { } unless ? string.Join(' ', unless) : null))]);

    private static TableSheet WriteEffects(SchemeContent content) => new(
        Effects,
        [new(ConditionCode, 16), new(EffectWay, 28, Choices: EffectKinds.All), new(When, 16, Choices: YesNo.All), new(RungCode, 12), new(CriterionCode, 16)],
        [.. (content.Conditions ?? []).SelectMany(condition => condition.Effects.Select(effect => TableRow.Of(
            condition.Code, EffectKinds[effect.Kind], YesNo[effect.When], effect.Class, effect.Criterion)))]);

    private static bool By(Condition condition, ConditionParty party) => condition.By?.Contains(party) is true;
}
