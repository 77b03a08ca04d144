using EmulationFunctions.Platform.Documents;
using static EmulationFunctions.Province.Schemes.SchemePartWords;
using static EmulationFunctions.Province.Schemes.SchemeWords;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Reads what <see cref="SchemePartTables"/> writes, and gives it to the criteria it belongs to.</summary>
/// <param name="lines">The lines of a tab by its headings; none where it is not there.</param>
internal sealed class SchemePartImport(Func<string, IReadOnlyList<string>, IReadOnlyList<ReadLine>> lines, CellPaths paths)
{
    /// <param name="criteria">Each gets the parts that name its code; a part that names no criterion is a fault at its cell.</param>
    public void AddTo(List<Criterion> criteria)
    {
        foreach (var line in lines(Options, [CriterionCode, OptionCode, OptionPoints, OptionTitle]))
        {
            var option = new Option(line.NeededText(OptionCode) ?? "", line.NeededPoints(OptionPoints), line.Text(OptionTitle) ?? "");
            Change(line, criteria, (criterion, path) =>
            {
                if (criterion.Options is null)
                {
                    paths.Add($"{path}.options", line.PlaceOf(CriterionCode));
                }

                paths.Add(line, $"{path}.options[{criterion.Options?.Count ?? 0}]", OptionCode, ("code", OptionCode), ("points", OptionPoints), ("title", OptionTitle));
                return criterion with { Options = [.. criterion.Options ?? [], option] };
            });
        }

        foreach (var line in lines(Measures, [CriterionCode, Formula, LooksAt, MayExceed, Target, StepFrom, StepLength, StepPoints, StepAt, Wins, Otherwise]))
        {
            var rule = ReadMeasure(line);
            Change(line, criteria, (criterion, path) =>
            {
                paths.Add(line, $"{path}.measure", Formula, ("formula", Formula), ("of", LooksAt), ("mayExceed", MayExceed), ("target", Target), ("wins", Wins), ("otherwise", Otherwise));
                paths.Add(line, $"{path}.measure.steps", StepFrom, ("beyond", StepFrom), ("every", StepLength), ("each", StepPoints), ("at", StepAt));
                return criterion with { Measure = rule };
            });
        }

        foreach (var line in lines(MeasureLadder, [CriterionCode, SchemePartWords.Points, From, FromIncluded, To, ToIncluded, WholeFrom, WholeFromIncluded, WholeTo, WholeToIncluded]))
        {
            var step = new LadderStep(
                line.NeededPoints(SchemePartWords.Points),
                ReadBounds(line, From, FromIncluded, To, ToIncluded) ?? Bounds.Everything,
                ReadBounds(line, WholeFrom, WholeFromIncluded, WholeTo, WholeToIncluded));
            Change(line, criteria, (criterion, path) =>
            {
                if (criterion.Measure is not { } rule)
                {
                    line.Fault(CriterionCode, $"Tiêu chí {criterion.Code} không có ở trang “{Measures}”.", $"Criterion {criterion.Code} is not on the sheet “{Measures}”.");
                    return criterion;
                }

                var here = $"{path}.measure.ladder[{rule.Ladder?.Count ?? 0}]";
                paths.Add(line, here, CriterionCode, ("points", SchemePartWords.Points));
                paths.Add(line, $"{here}.of", From, ("from", From), ("to", To));
                paths.Add(line, $"{here}.whole", WholeFrom, ("from", WholeFrom), ("to", WholeTo));
                return criterion with { Measure = rule with { Ladder = [.. rule.Ladder ?? [], step] } };
            });
        }

        foreach (var line in lines(Addings, [CriterionCode, IsNet, Least, Most, GroupBonusCap, GroupPenaltyCap, IsRescaled]))
        {
            var adding = new Adding(
                line.Choice(IsNet, YesNo) ?? false, line.Points(Least), line.Points(Most), line.Points(GroupBonusCap), line.Points(GroupPenaltyCap), line.Choice(IsRescaled, YesNo) ?? false);
            Change(line, criteria, (criterion, path) =>
            {
                paths.Add(line, $"{path}.adding", CriterionCode, ("isNet", IsNet), ("least", Least), ("most", Most), ("bonusCap", GroupBonusCap), ("penaltyCap", GroupPenaltyCap), ("isRescaled", IsRescaled));
                return criterion with { Adding = adding };
            });
        }
    }

    public IReadOnlyList<Condition>? ReadConditions()
    {
        var conditions = new List<Condition>();
        foreach (var line in lines(Conditions, [ConditionCode, ConditionTitle, ByUnit, ByHead, ByOffice, ByBody, Due, IsDueNextYear, EvidenceNeeded, Source, Unless]))
        {
            paths.Add(
                line,
                $"$.conditions[{conditions.Count}]",
                ConditionCode,
                ("code", ConditionCode), ("title", ConditionTitle), ("by", ByUnit), ("body", ByBody), ("due", Due), ("isDueNextYear", IsDueNextYear), ("evidence", EvidenceNeeded), ("unless", Unless));
            ConditionParty[] by =
            [
                .. new[] { (ByUnit, ConditionParty.Unit), (ByHead, ConditionParty.Head), (ByOffice, ConditionParty.Office) }
                    .Where(one => line.Choice(one.Item1, YesNo) is true)
                    .Select(one => one.Item2),
            ];
            conditions.Add(new(
                line.NeededText(ConditionCode) ?? "",
                line.NeededText(ConditionTitle) ?? "",
                [],
                by.Length > 0 ? by : null,
                line.Text(ByBody),
                line.Text(Due),
                line.Choice(IsDueNextYear, YesNo) ?? false,
                line.Choice(EvidenceNeeded, EvidenceRules) ?? default,
                line.Choice(Source, Sources) ?? default,
                line.Text(Unless)?.Split([' ', ';', ','], StringSplitOptions.RemoveEmptyEntries)));
        }

        foreach (var line in lines(Effects, [ConditionCode, EffectWay, When, RungCode, CriterionCode]))
        {
            var effect = new ConditionEffect(
                line.NeededChoice(EffectWay, EffectKinds) ?? default, line.Choice(When, YesNo) ?? true, line.Text(RungCode), line.Text(CriterionCode));
            var code = line.NeededText(ConditionCode);
            if (conditions.FindIndex(condition => condition.Code == code) is >= 0 and var index)
            {
                paths.Add(line, $"$.conditions[{index}].effects[{conditions[index].Effects.Count}]", EffectWay, ("kind", EffectWay), ("class", RungCode), ("criterion", CriterionCode));
                conditions[index] = conditions[index] with { Effects = [.. conditions[index].Effects, effect] };
            }
            else if (code is not null)
            {
                line.Fault(ConditionCode, $"Không có điều kiện mã {code}.", $"There is no condition {code}.");
            }
        }

        return conditions.Count > 0 ? conditions : null;
    }

    private static MeasureRule ReadMeasure(ReadLine line)
    {
        string[] steps = [StepFrom, StepLength, StepPoints];
        var hasSteps = Array.Exists(steps, heading => line.Cell(heading) is not null);
        if (hasSteps)
        {
            Array.ForEach(steps, line.DemandFilled);
        }

        return new(
            line.NeededChoice(Formula, Formulas) ?? default,
            line.Choice(LooksAt, MeasureOfs) ?? default,
            line.Choice(MayExceed, YesNo) ?? false,
            line.Share(Target),
            hasSteps ? new(line.Number(StepFrom) ?? 0, line.Number(StepLength) ?? 0, line.Points(StepPoints) ?? default, line.Points(StepAt)) : null,
            null,
            line.Choice(Wins, Winners),
            line.Points(Otherwise));
    }

    /// <summary>None where not one of the cells says anything.</summary>
    private static Bounds? ReadBounds(ReadLine line, string from, string fromIncluded, string to, string toIncluded) =>
        new[] { from, fromIncluded, to, toIncluded }.All(heading => line.Cell(heading) is null)
            ? null
            : new(line.Number(from), line.Choice(fromIncluded, YesNo) ?? true, line.Number(to), line.Choice(toIncluded, YesNo) ?? true);

    private static void Change(ReadLine line, List<Criterion> criteria, Func<Criterion, string, Criterion> change)
    {
        if (line.NeededText(CriterionCode) is not { } code)
        {
            return;
        }

        if (criteria.FindIndex(criterion => criterion.Code == code) is >= 0 and var index)
        {
            criteria[index] = change(criteria[index], $"$.criteria[{index}]");
        }
        else
        {
            line.Fault(CriterionCode, $"Không có tiêu chí mã {code}.", $"There is no criterion {code}.");
        }
    }
}
