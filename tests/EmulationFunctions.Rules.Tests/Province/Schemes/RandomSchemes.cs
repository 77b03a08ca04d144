using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Rules.Tests.Province.Schemes;

/// <summary>Schemes and sheets of any shape, built from a random source.</summary>
internal static class RandomSchemes
{
    private static readonly CriterionKind[] Simple = [CriterionKind.Direct, CriterionKind.PassFail];

    private static readonly CriterionKind[] Every =
    [
        CriterionKind.Direct, CriterionKind.PassFail, CriterionKind.Count, CriterionKind.NestedPercentage, CriterionKind.Bonus, CriterionKind.Penalty,
    ];

    /// <summary>Direct and pass/fail leaves only.</summary>
    public static SchemeContent MakeSimple(Random random) => Make(random, Simple);

    /// <summary>Leaves of every kind that a sheet holds by itself.</summary>
    public static SchemeContent MakeAny(Random random) => Make(random, Every);

    public static SheetContent MakeSheet(Random random, SchemeTree tree, bool isComplete = false) => SheetContent.Of(
        [.. tree.Leaves.Where(_ => isComplete || random.Next(5) > 0).Select(leaf => MakeEntry(random, leaf.Criterion))]);

    public static ScoreEntry MakeEntry(Random random, Criterion criterion) => criterion switch
    {
        { Each: not null } => new(criterion.Code, Count: random.Next(10)),
        { Kind: CriterionKind.PassFail } => new(criterion.Code, random.Next(2) == 0 ? Points.Zero : criterion.Maximum),
        { Kind: CriterionKind.NestedPercentage } => MakeCounts(random, criterion.Code),
        _ => new(criterion.Code, new Points(random.NextInt64(criterion.Maximum.Hundredths + 1))),
    };

    private static ScoreEntry MakeCounts(Random random, string code)
    {
        var all = random.Next(1, 50);
        var outer = random.Next(all + 1);
        return new(code, Counts: new(all, outer, random.Next(outer + 1)));
    }

    private static SchemeContent Make(Random random, CriterionKind[] kinds)
    {
        var lines = new List<Criterion>();
        var maximum = Children(null, 1);
        var content = new SchemeContent(
            "Bảng điểm",
            maximum,
            lines,
            [
                new("T", "Tốt", new(maximum.Hundredths * 3 / 4), true, null, false, Percent.FromDecimal(random.Next(1, 90))),
                new("K", "Khá", new(maximum.Hundredths / 2), false, new(maximum.Hundredths * 3 / 4), false, random.Next(2) == 0 ? null : Percent.FromDecimal(random.Next(1, 50))),
                new("Y", "Yếu", null, false, new(maximum.Hundredths / 2), true),
            ],
            [new(TieBreakKind.MoreSectionsAtMaximum), new(TieBreakKind.HigherPointsIn, lines[0].Code), new(TieBreakKind.FewerDeductions)],
            FloorsOn: random.Next(2) == 0 ? FloorScope.Sections : FloorScope.Leaves);

        // Lines may come in any order that a person typed them in.
        return random.Next(2) == 0 ? content : content with { Criteria = [.. lines.OrderBy(_ => random.Next())] };

        Points Children(string? parent, int depth)
        {
            var sum = Points.Zero;
            var count = random.Next(1, 5);
            for (var number = 1; number <= count; number++)
            {
                var code = parent is null ? $"{number}" : $"{parent}.{number}";

                // The first line is a base leaf, so that no scheme is worth nothing and a tie-break can name it.
                var line = (parent, number) == (null, 1) ? Leaf(code, parent, Simple)
                    : depth < 5 && random.Next(3) == 0 ? Group(code, parent, depth)
                    : Leaf(code, parent, kinds);
                sum += line.IsBase ? line.Maximum : Points.Zero;
            }

            return sum;
        }

        Criterion Group(string code, string? parent, int depth)
        {
            var index = lines.Count;
            lines.Add(SchemeSamples.Group(code, parent, 0));
            return lines[index] = lines[index] with { Maximum = Children(code, depth + 1) };
        }

        Criterion Leaf(string code, string? parent, CriterionKind[] of)
        {
            var kind = of[random.Next(of.Length)];
            var maximum = new Points(random.Next(100, 5_000));
            var leaf = new Criterion(
                code,
                parent,
                "Tiêu chí",
                kind,
                maximum,
                Each: kind == CriterionKind.Count || (kind is CriterionKind.Bonus or CriterionKind.Penalty && random.Next(2) == 0) ? new(random.Next(1, 100)) : null,
                Nested: kind == CriterionKind.NestedPercentage
                    ? new(Percent.FromDecimal(random.Next(1, 101)), new(random.NextInt64(maximum.Hundredths + 1)), Percent.FromDecimal(random.Next(1, 101)))
                    : null);
            lines.Add(leaf);
            return leaf;
        }
    }
}
