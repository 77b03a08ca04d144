using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>Schemes that also choose, measure, cap, net, rescale and ask for conditions, and what units enter in them.</summary>
internal static class RandomParts
{
    public static SchemeContent Make(Random random)
    {
        var plain = RandomSchemes.MakeAny(random);
        List<Criterion> lines = [.. plain.Criteria.Select(line => Changed(random, line))];
        for (var at = 0; at < lines.Count; at++)
        {
            if (lines[at].Kind == CriterionKind.Group && random.Next(2) == 0)
            {
                lines[at] = lines[at] with { Adding = Adding(random, lines, lines[at]) };
            }
        }

        return plain with
        {
            Criteria = lines,
            Conditions = [.. Enumerable.Range(0, random.Next(4)).Select(number => Condition(random, lines, number))],
            TieBreaks = [.. plain.TieBreaks, new(TieBreakKind.HigherBonus), new(TieBreakKind.Ballot)],
        };
    }

    public static SheetContent MakeSheet(Random random, SchemeTree tree) => SheetContent.Of([.. tree.Leaves.Select(leaf => MakeEntry(random, leaf.Criterion))]);

    public static ScoreEntry MakeEntry(Random random, Criterion criterion) => criterion.Form switch
    {
        EntryForm.Option => new(criterion.Code, Option: criterion.Options![random.Next(criterion.Options.Count)].Code),
        EntryForm.Measure => new(criterion.Code, Measure: new(random.Next(120), criterion.Measure!.NeedsWhole ? random.Next(120, 200) : null)),
        EntryForm.Points when criterion.IsUncapped => new(criterion.Code, new Points(random.Next(10_000))),
        _ => RandomSchemes.MakeEntry(random, criterion),
    };

    public static IReadOnlyDictionary<string, bool> MakeFacts(Random random, SchemeContent content) =>
        (content.Conditions ?? []).Where(_ => random.Next(3) > 0).ToDictionary(condition => condition.Code, _ => random.Next(2) == 0, StringComparer.Ordinal);

    private static Criterion Changed(Random random, Criterion line) => line.Kind switch
    {
        CriterionKind.Direct when random.Next(2) == 0 => random.Next(2) == 0
            ? line with { Kind = CriterionKind.Choice, Options = Options(random, line) }
            : line with { Kind = CriterionKind.Measure, Measure = Measure(random, line) },
        CriterionKind.Bonus or CriterionKind.Penalty when line.Each is null && random.Next(2) == 0 => line with { Options = Options(random, line) },
        CriterionKind.Bonus when line.Each is null && random.Next(3) == 0 => line with { IsUncapped = true, Maximum = Points.Zero },
        _ => line,
    };

    private static List<Option> Options(Random random, Criterion line) =>
    [
        new("a", line.Maximum, "Tốt"),
        .. Enumerable.Range(1, random.Next(1, 4)).Select(number => new Option($"m{number}", new(random.NextInt64(line.Maximum.Hundredths + 1)), $"Mức {number}")),
    ];

    private static MeasureRule Measure(Random random, Criterion line)
    {
        var bound = random.Next(10, 90);
        var half = new Points(line.Maximum.Hundredths / 2);
        return random.Next(4) switch
        {
            0 => new(MeasureFormula.Linear, MayExceed: true, Target: random.Next(2) == 0 ? Percent.FromDecimal(bound) : null),
            1 => new(MeasureFormula.AllOrNothing, Target: Percent.FromDecimal(bound)),
            2 => new(MeasureFormula.Steps, MeasureOf.Value, Steps: new(bound, random.Next(1, 9), new(random.Next(1, 50)))),
            _ => new(MeasureFormula.Ladder, Ladder:
            [
                new(Points.Zero, new(To: bound, ToIncluded: false)), new(half, new(bound, true, bound + 5)), new(line.Maximum, new(bound + 5, false)),
            ]),
        };
    }

    private static Adding? Adding(Random random, List<Criterion> lines, Criterion group)
    {
        var below = lines.Where(line => line.Code.StartsWith($"{group.Code}.", StringComparison.Ordinal)).Select(line => line.Kind).ToHashSet();
        var (hasBonus, hasPenalty) = (below.Contains(CriterionKind.Bonus), below.Contains(CriterionKind.Penalty));
        return new(
            IsNet: (hasBonus || hasPenalty) && random.Next(2) == 0,
            BonusCap: hasBonus && random.Next(2) == 0 ? new(random.Next(1, 1_000)) : null,
            PenaltyCap: hasPenalty && random.Next(2) == 0 ? new(random.Next(1, 1_000)) : null,
            IsRescaled: random.Next(3) == 0);
    }

    private static Condition Condition(Random random, List<Criterion> lines, int number)
    {
        var line = lines[random.Next(lines.Count)];
        var effect = random.Next(5) switch
        {
            0 => new ConditionEffect(EffectKind.LowestClass, random.Next(2) == 0),
            1 => new ConditionEffect(EffectKind.CapClass, random.Next(2) == 0, Class: "K"),
            _ => line.Kind switch
            {
                CriterionKind.Bonus => new ConditionEffect(random.Next(2) == 0 ? EffectKind.AllowBonus : EffectKind.ForbidBonus, Criterion: line.Code),
                CriterionKind.Penalty => new ConditionEffect(EffectKind.WaivePenalty, Criterion: line.Code),
                _ => new ConditionEffect(EffectKind.Zero, random.Next(2) == 0, Criterion: line.Code),
            },
        };
        return new($"k{number}", $"Điều kiện {number}", [effect], [ConditionParty.Unit], Unless: number > 0 && random.Next(3) == 0 ? [$"k{random.Next(number)}"] : null);
    }
}
