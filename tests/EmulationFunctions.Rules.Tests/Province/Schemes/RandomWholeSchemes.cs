using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>Schemes in which lines of every kind, every formula, every way of adding up and every effect of a condition may stand, with sheets and facts.</summary>
internal sealed class RandomWholeSchemes
{
    private static readonly EffectKind[] OnGroups = [EffectKind.Zero, EffectKind.AllowBonus, EffectKind.ForbidBonus, EffectKind.WaivePenalty];

    private readonly Random _random;
    private readonly List<Criterion> _lines = [];

    private RandomWholeSchemes(Random random) => _random = random;

    public static SchemeContent Make(Random random) => new RandomWholeSchemes(random).Make();

    /// <summary>What a unit entered, and the points of what is computed for the whole bloc.</summary>
    public static (SheetContent Sheet, Dictionary<string, Points> Quantitative) MakeSheet(Random random, SchemeContent content)
    {
        var entries = content.Criteria.Where(line => line.Form != EntryForm.Nothing && random.Next(8) > 0).Select(line => Entry(random, line)).ToList();
        var quantitative = content.Criteria.Where(line => line.Kind == CriterionKind.Quantitative)
            .ToDictionary(line => line.Code, line => new Points(random.NextInt64(line.Maximum.Hundredths + 1)), StringComparer.Ordinal);
        var apart = content.Criteria.Where(line => line.Parent is not null && random.Next(12) == 0).Select(line => line.Code).ToHashSet(StringComparer.Ordinal);
        return (SheetContent.Of(entries) with { NotApplicable = apart }, quantitative);
    }

    public static Dictionary<string, bool> MakeFacts(Random random, SchemeContent content) => content.Conditions!
        .Where(condition => condition.Source == ConditionSource.Declared && random.Next(3) > 0)
        .ToDictionary(condition => condition.Code, _ => random.Next(2) == 0, StringComparer.Ordinal);

    public static ScoreEntry Entry(Random random, Criterion line) => line.Form switch
    {
        EntryForm.Option => new(line.Code, Option: line.Options![random.Next(line.Options.Count)].Code),
        EntryForm.Measure => MeasuredEntry(random, line),
        EntryForm.Points when line.IsUncapped => new(line.Code, new Points(random.Next(20_000))),
        _ => RandomSchemes.MakeEntry(random, line),
    };

    private static ScoreEntry MeasuredEntry(Random random, Criterion line)
    {
        var rule = line.Measure!;
        var whole = random.Next(1, 2_000_000) / 10_000m;
        var part = rule is { Of: MeasureOf.Share, MayExceed: false } ? decimal.Round(whole * random.Next(10_001) / 10_000m, 4, MidpointRounding.ToZero) : random.Next(4_000_000) / 10_000m;
        return new(line.Code, Measure: new(part, rule.NeedsWhole ? whole : null));
    }

    private SchemeContent Make()
    {
        var maximum = Points.Zero;
        var sections = _random.Next(2, 4);
        for (var section = 1; section <= sections; section++)
        {
            maximum += Group($"{section}", null, 1);
        }

        Beside("T", null, CriterionKind.Bonus);
        Beside("P", null, CriterionKind.Penalty);
        var half = new Points(maximum.Hundredths / 2);
        var measured = _lines.Where(line => line.Kind != CriterionKind.Penalty && line.Form is EntryForm.Measure or EntryForm.Count && line.Kind != CriterionKind.Penalty).Select(line => line.Code).ToList();
        return new(
            "Bảng điểm",
            maximum,
            _lines,
            [
                new("A", "Tốt", half, true, null, false, Percent.FromDecimal(_random.Next(1, 60)), NoneAtZero: _random.Next(4) == 0),
                new("B", "Khá", new(half.Hundredths / 2), false, half, false),
                new("C", "Yếu", null, false, new(half.Hundredths / 2), true),
            ],
            [
                new(TieBreakKind.HigherBonus), new(TieBreakKind.HigherSumOf, Criteria: ["1", "2"]), new(TieBreakKind.FewerDeductions), new(TieBreakKind.MoreSectionsAtMaximum),
                .. measured.Count > 0 ? [new TieBreak(TieBreakKind.HigherMeasure, Criteria: measured)] : Array.Empty<TieBreak>(),
                new(TieBreakKind.ShareOfWomen), new(TieBreakKind.Ballot), new(TieBreakKind.Decision),
            ],
            _random.Next(4) == 0 ? ScoreBasis.PercentOfAssigned : ScoreBasis.Points,
            FloorsOn: _random.Next(2) == 0 ? FloorScope.Sections : FloorScope.Leaves,
            BonusCap: _random.Next(2) == 0 ? new(_random.Next(2_000)) : null,
            PenaltyCap: _random.Next(2) == 0 ? new(_random.Next(2_000)) : null,
            BonusClassified: _random.Next(3) > 0,
            FloorsRead: _random.Next(4) == 0 ? FloorReading.Base : FloorReading.Net,
            Conditions:
            [
                new("bao", "Có kế hoạch", Effects(), [ConditionParty.Unit], Unless: _random.Next(2) == 0 ? ["tu-neu"] : null),
                new("phat", "Bị khiển trách", [new(EffectKind.CapClass, Class: "B")], [ConditionParty.Office], Unless: ["tu-neu"]),
                new("nang", "Bị cách chức", [new(EffectKind.LowestClass)], [ConditionParty.Head]),
                new("tu-neu", "Tự phát hiện", [], [ConditionParty.Unit]),
                new("da-gui", "Đã gửi", [new(EffectKind.LowestClass, When: false)], Source: ConditionSource.SelfScoreSent),
            ]);
    }

    private List<ConditionEffect> Effects()
    {
        var groups = _lines.Where(line => line.Kind == CriterionKind.Group).ToList();
        return [.. Enumerable.Range(0, _random.Next(3)).Select(_ => new ConditionEffect(
            OnGroups[_random.Next(OnGroups.Length)], _random.Next(2) == 0, Criterion: groups[_random.Next(groups.Count)].Code))];
    }

    private Points Group(string code, string? parent, int depth)
    {
        var at = _lines.Count;
        _lines.Add(SchemeSamples.Group(code, parent, 0));
        var sum = Base($"{code}.1", code, CriterionKind.Direct);
        var lines = _random.Next(2, 5);
        for (var number = 2; number <= lines; number++)
        {
            sum += depth < 3 && _random.Next(5) == 0
                ? Group($"{code}.{number}", code, depth + 1)
                : Base($"{code}.{number}", code, (CriterionKind)_random.Next((int)CriterionKind.Direct, (int)CriterionKind.Bonus));
        }

        var adding = _random.Next(2) == 0 ? new Adding(IsRescaled: _random.Next(3) == 0) : null;
        if (_random.Next(3) > 0)
        {
            Beside($"{code}.T", code, CriterionKind.Bonus);
            adding = adding is null ? null : adding with { BonusCap = new(_random.Next(1_000)) };
        }

        if (_random.Next(3) > 0)
        {
            Beside($"{code}.P", code, CriterionKind.Penalty);
            adding = adding is null ? null : adding with { PenaltyCap = new(_random.Next(1_000)), IsNet = _random.Next(2) == 0 };
            adding = adding is { IsNet: true } && _random.Next(2) == 0 ? adding with { Least = new(-_random.Next(500)), Most = new(sum.Hundredths + _random.Next(300)) } : adding;
        }

        _lines[at] = _lines[at] with { Maximum = sum, Adding = adding };
        return sum;
    }

    private Points Base(string code, string parent, CriterionKind kind)
    {
        var maximum = new Points(_random.Next(100, 3_000));
        var line = new Criterion(code, parent, "Tiêu chí", kind, maximum);
        line = kind switch
        {
            CriterionKind.Count => line with { Each = new(_random.Next(1, 100)) },
            CriterionKind.NestedPercentage => line with { Nested = new(Percent.FromDecimal(_random.Next(1, 101)), new(_random.NextInt64(maximum.Hundredths + 1)), Percent.FromDecimal(_random.Next(1, 101))) },
            CriterionKind.Choice => line with { Options = Options(maximum) },
            CriterionKind.Measure => line with { Measure = Measure(maximum) },
            _ => line,
        };
        line = line.Measure?.Formula == MeasureFormula.Recorded ? line with { Maximum = Points.Zero } : line;
        _lines.Add(line);
        return line.Maximum;
    }

    /// <summary>A bonus or a penalty: typed, counted, chosen, measured, or a bonus without a cap.</summary>
    private void Beside(string code, string? parent, CriterionKind kind)
    {
        var maximum = new Points(_random.Next(100, 1_000));
        var line = new Criterion(code, parent, "Thưởng, trừ", kind, maximum);
        _lines.Add(_random.Next(5) switch
        {
            0 => line with { Each = new(_random.Next(1, 100)) },
            1 => line with { Options = Options(maximum) },
            2 => line with { Measure = new(MeasureFormula.Steps, MayExceed: true, Steps: new(_random.Next(150), _random.Next(1, 20), new(_random.Next(1, 100)), new(_random.Next(100)))) },
            3 when kind == CriterionKind.Bonus => line with { Maximum = Points.Zero, IsUncapped = true },
            _ => line,
        });
    }

    private List<Option> Options(Points maximum) =>
        [new("a", maximum, "Tốt"), .. Enumerable.Range(0, _random.Next(3)).Select(index => new Option($"b{index}", new(_random.NextInt64(maximum.Hundredths + 1)), "Khác"))];

    private MeasureRule Measure(Points maximum)
    {
        var bound = _random.Next(1, 100);
        return (MeasureFormula)_random.Next(5) switch
        {
            MeasureFormula.Linear => new(MeasureFormula.Linear, MayExceed: _random.Next(2) == 0, Target: Percent.FromDecimal(_random.Next(1, 101))),
            MeasureFormula.AllOrNothing => new(MeasureFormula.AllOrNothing, _random.Next(2) == 0 ? MeasureOf.Share : MeasureOf.Value, Target: Percent.FromDecimal(_random.Next(1, 101))),
            MeasureFormula.Steps => new(MeasureFormula.Steps, Steps: new(bound, _random.Next(1, 10), new(_random.Next(1, 200)), new(_random.NextInt64(maximum.Hundredths + 1)))),
            MeasureFormula.Recorded => new(MeasureFormula.Recorded, _random.Next(2) == 0 ? MeasureOf.Share : MeasureOf.Value),
            _ => new(
                MeasureFormula.Ladder,
                MeasureOf.Value,
                Ladder:
                [
                    new(maximum, new(To: bound), new(To: 50, ToIncluded: false)), new(new(_random.NextInt64(maximum.Hundredths + 1)), new(bound, false), new(To: 50, ToIncluded: false)),
                    new(new(_random.NextInt64(maximum.Hundredths + 1)), new(), new(50)),
                ]),
        };
    }
}
