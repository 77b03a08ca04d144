using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>Schemes with options, measures, nets, conditions, ties and printed numbers of any shape, without fault.</summary>
internal static class RandomForms
{
    public static SchemeContent Make(Random random)
    {
        var content = RandomSchemes.MakeAny(random);
        var lines = content.Criteria.Select(line => Dressed(random, line)).ToList();
        var withBonus = Above(lines, CriterionKind.Bonus);
        var withPenalty = Above(lines, CriterionKind.Penalty);
        lines = [.. lines.Select(line => line.Kind == CriterionKind.Group && random.Next(2) == 0 ? line with { Adding = Adding(random, line, withBonus.Contains(line.Code), withPenalty.Contains(line.Code)) } : line)];
        return content with
        {
            Criteria = lines,
            Ladder = [.. content.Ladder.Select((rung, index) => index == 0 ? rung with { NoneAtZero = random.Next(2) == 0 } : rung)],
            TieBreaks = [.. content.TieBreaks, .. Ties(random, lines)],
            Conditions = Conditions(random, content, lines),
            FloorsRead = (FloorReading)random.Next(2),
            ProRata = content.Basis == ScoreBasis.Measures ? ProRata.None : (ProRata)random.Next(3),
            IsDraft = random.Next(4) == 0,
        };
    }

    public static SheetContent MakeSheet(Random random, SchemeTree tree) => SheetContent.Of([.. tree.Leaves.Select(leaf => MakeEntry(random, leaf.Criterion))]);

    public static IReadOnlyDictionary<string, bool> MakeFacts(Random random, SchemeContent content) =>
        (content.Conditions ?? []).Where(_ => random.Next(3) > 0).ToDictionary(condition => condition.Code, _ => random.Next(2) == 0, StringComparer.Ordinal);

    private static ScoreEntry MakeEntry(Random random, Criterion criterion) => criterion.Form switch
    {
        EntryForm.Option => new(criterion.Code, Option: criterion.Options![random.Next(criterion.Options.Count)].Code),
        EntryForm.Measure => new(criterion.Code, Measure: new(random.Next(120), criterion.Measure!.NeedsWhole ? random.Next(120, 200) : null)),
        EntryForm.Points when criterion.IsUncapped => new(criterion.Code, new Points(random.Next(10_000))),
        _ => RandomSchemes.MakeEntry(random, criterion),
    };

    private static Criterion Dressed(Random random, Criterion line)
    {
        line = line with
        {
            Step = random.Next(3) == 0 ? new(random.Next(1, 100)) : null,
            Number = random.Next(2) == 0 ? $"{random.Next(1, 9)}.{(char)('a' + random.Next(5))})" : null,
            Basis = random.Next(3) == 0 ? "Báo cáo, văn bản của đơn vị" : null,
            CheckedBy = random.Next(3) == 0 ? "Sở Nội vụ" : null,
        };
        if (line.Kind is not (CriterionKind.Direct or CriterionKind.Bonus or CriterionKind.Penalty) || line.Each is not null)
        {
            return line;
        }

        var isBase = line.Kind == CriterionKind.Direct;
        return random.Next(4) switch
        {
            0 => line with { Kind = isBase ? CriterionKind.Choice : line.Kind, Options = Options(random, line.Maximum) },
            1 => line with { Kind = isBase ? CriterionKind.Measure : line.Kind, Measure = Measure(random, line.Maximum) },
            2 when line.Kind == CriterionKind.Bonus => line with { Maximum = Points.Zero, IsUncapped = true },
            _ => line,
        };
    }

    private static Option[] Options(Random random, Points maximum) =>
        [.. Enumerable.Range(1, random.Next(2, 6)).Select(number => new Option($"m{number}", number == 1 ? maximum : new(random.NextInt64(maximum.Hundredths + 1)), $"Mức {number}"))];

    private static MeasureRule Measure(Random random, Points maximum)
    {
        var of = (MeasureOf)random.Next(2);
        var mayExceed = random.Next(2) == 0;
        return random.Next(4) switch
        {
            0 => new(MeasureFormula.Linear, MayExceed: mayExceed, Target: random.Next(2) == 0 ? Percent.FromDecimal(random.Next(1, 101)) : null),
            1 => new(MeasureFormula.AllOrNothing, of, mayExceed, Percent.FromDecimal(random.Next(1, 101))),
            2 => new(MeasureFormula.Steps, of, mayExceed, Steps: new(
                random.Next(1_000_000) / 10_000m, random.Next(1, 100_000) / 10_000m, new(random.Next(1, 100)), random.Next(2) == 0 ? Some(random, maximum) : null)),
            _ => Ladder(random, of, mayExceed, maximum),
        };
    }

    /// <summary>Stretches that meet, or stretches anywhere with a word on what holds then; perhaps chosen by a.</summary>
    private static MeasureRule Ladder(Random random, MeasureOf of, bool mayExceed, Points maximum)
    {
        var isChosen = random.Next(2) == 0;
        if (random.Next(2) == 0)
        {
            decimal[] cuts = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.Next(1, 1_000_000) / 10_000m).Distinct().Order()];
            bool[] below = [.. cuts.Select(_ => random.Next(2) == 0)];
            return new(MeasureFormula.Ladder, of, mayExceed, Ladder: [.. Enumerable.Range(0, cuts.Length + 1).Select(at => new LadderStep(
                Some(random, maximum),
                new(at == 0 ? null : cuts[at - 1], at == 0 || !below[at - 1], at == cuts.Length ? null : cuts[at], at == cuts.Length || below[at])))]);
        }

        return new(
            MeasureFormula.Ladder,
            of,
            mayExceed,
            Ladder: [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new LadderStep(Some(random, maximum), Stretch(random), isChosen ? Stretch(random) : null))],
            Wins: (Winner)random.Next(2),
            Otherwise: Some(random, maximum));
    }

    private static Bounds Stretch(Random random)
    {
        var from = random.Next(500_000) / 10_000m;
        return new(random.Next(4) == 0 ? null : from, random.Next(2) == 0, random.Next(4) == 0 ? null : from + (random.Next(1, 500_000) / 10_000m), random.Next(2) == 0);
    }

    private static Points Some(Random random, Points maximum) => new(random.NextInt64(maximum.Hundredths + 1));

    private static Adding Adding(Random random, Criterion group, bool hasBonus, bool hasPenalty)
    {
        var isNet = (hasBonus || hasPenalty) && random.Next(2) == 0;
        return new(
            isNet,
            isNet && random.Next(2) == 0 ? new(-random.Next(100)) : null,
            isNet && random.Next(2) == 0 ? group.Maximum + new Points(random.Next(100)) : null,
            hasBonus && random.Next(2) == 0 ? new(random.Next(1_000)) : null,
            hasPenalty && random.Next(2) == 0 ? new(random.Next(1_000)) : null,
            random.Next(2) == 0);
    }

    private static HashSet<string> Above(List<Criterion> lines, CriterionKind kind)
    {
        var byCode = lines.ToDictionary(line => line.Code, StringComparer.Ordinal);
        var above = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in lines.Where(line => line.Kind == kind))
        {
            for (var at = line.Parent; at is not null; at = byCode[at].Parent)
            {
                above.Add(at);
            }
        }

        return above;
    }

    private static IEnumerable<TieBreak> Ties(Random random, List<Criterion> lines)
    {
        if (lines.Where(line => line is { IsBase: true, Parent: null }).Select(line => line.Code).Take(2).ToArray() is { Length: > 0 } several && random.Next(2) == 0)
        {
            yield return new(TieBreakKind.HigherSumOf, Criteria: several);
        }

        if (lines.FirstOrDefault(line => line is { IsBase: true, Form: EntryForm.Measure or EntryForm.Count }) is { } counted)
        {
            yield return new(TieBreakKind.HigherMeasure, Criteria: [counted.Code]);
        }

        if (lines.FirstOrDefault(line => line is { IsBase: true, Measure.NeedsWhole: true }) is { } measured)
        {
            yield return new(TieBreakKind.HigherShare, measured.Code);
        }

        foreach (var kind in new[] { TieBreakKind.HigherBase, TieBreakKind.HigherBonus, TieBreakKind.ShareOfWomen, TieBreakKind.Ballot, TieBreakKind.Decision }.Where(_ => random.Next(2) == 0))
        {
            yield return new(kind);
        }
    }

    private static Condition[]? Conditions(Random random, SchemeContent content, List<Criterion> lines)
    {
        Condition[] conditions = [.. Enumerable.Range(1, random.Next(4)).Select(number => random.Next(4) == 0
            ? new Condition($"K{number}", $"Điều kiện {number}", Effects(random, content, lines), Source: ConditionSource.SelfScoreSent)
            : new Condition(
                $"K{number}",
                $"Điều kiện {number}",
                Effects(random, content, lines),
                [ConditionParty.Unit, .. random.Next(2) == 0 ? new[] { ConditionParty.Office } : []],
                random.Next(3) == 0 ? "thanh-tra" : null,
                number == 1 ? "12-10" : null,
                number == 1 && random.Next(2) == 0,
                (EvidenceRule)random.Next(3),
                Unless: number > 1 && random.Next(2) == 0 ? [.. Enumerable.Range(1, number - 1).Select(earlier => $"K{earlier}")] : null))];
        return conditions.Length > 0 ? conditions : null;
    }

    private static ConditionEffect[] Effects(Random random, SchemeContent content, List<Criterion> lines) =>
    [
        .. lines.Where(_ => random.Next(6) == 0).Select(line => new ConditionEffect(
            line.Kind switch
            {
                CriterionKind.Bonus => random.Next(2) == 0 ? EffectKind.AllowBonus : EffectKind.ForbidBonus,
                CriterionKind.Penalty => EffectKind.WaivePenalty,
                _ => EffectKind.Zero,
            },
            random.Next(2) == 0,
            Criterion: line.Code)),
        .. random.Next(2) == 0 ? new[] { new ConditionEffect(EffectKind.CapClass, Class: content.Ladder[1].Code) } : [],
        .. random.Next(2) == 0 ? new[] { new ConditionEffect(EffectKind.LowestClass, When: false) } : [],
    ];
}
