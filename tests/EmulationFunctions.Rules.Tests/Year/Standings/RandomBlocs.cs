using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Rules.Tests.Year.Standings;

/// <summary>Blocs with everything that counts: own scores, targets and results, what peers gave, and appraisals of closed and open rounds.</summary>
internal sealed record RandomBloc(SchemeTree Tree, BlocRecord Record, IReadOnlyDictionary<string, StoredSheet> Sheets)
{
    public static readonly DateTimeOffset At = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    public IReadOnlyDictionary<string, UnitScores> Scores => CountedScores.Of(Tree, Record, Sheets);

    public IReadOnlyList<Entrant> Entrants =>
        [.. Sheets.Select(one => new Entrant(one.Key, $"Sở {one.Key}", one.Value, CountedScores.WhyNot(one.Key, one.Value.Head, Tree.Scheme, Record)))];

    public Placements Placements => Placements.Of(Tree, Record, Entrants);

    /// <summary>Direct and pass/fail leaves only.</summary>
    public static RandomBloc MakeSimple(Random random) => Make(random, RandomSchemes.MakeSimple(random));

    public static RandomBloc MakeAny(Random random)
    {
        var scheme = RandomSchemes.MakeAny(random);
        var computed = new Criterion("Q", null, "Chỉ tiêu định lượng", CriterionKind.Quantitative, new(random.Next(100, 5_000)));
        return Make(random, scheme with
        {
            Criteria = [.. scheme.Criteria, computed],
            Maximum = scheme.Maximum + computed.Maximum,
            BonusCap = random.Next(2) == 0 ? null : new(random.Next(1, 2_000)),
            PenaltyCap = random.Next(2) == 0 ? null : new(random.Next(1, 2_000)),
            Basis = random.Next(2) == 0 ? ScoreBasis.Points : ScoreBasis.PercentOfAssigned,
        });
    }

    public RandomBloc With(string unit, SheetContent content) =>
        this with { Sheets = Sheets.ToDictionary(one => one.Key, one => one.Key == unit ? one.Value with { Content = content } : one.Value) };

    private static RandomBloc Make(Random random, SchemeContent scheme)
    {
        var tree = (random.Next(3) == 0 ? scheme : scheme with
        {
            CrossScoring = new(null, (PeerAverage)random.Next(3), Percent.FromDecimal(random.Next(0, 101)), 1),
        }).Tree();
        string[] units = [.. Enumerable.Range(1, random.Next(2, 7)).Select(number => $"u{number}")];
        var head = new SheetHead(SheetState.Submitted, "mau", 1, "hash", At);
        var sheets = units.ToDictionary(unit => unit, unit => new StoredSheet(head, RandomSchemes.MakeSheet(random, tree, isComplete: true)));
        foreach (var (unit, sheet) in sheets.Where(_ => random.Next(4) == 0).ToList())
        {
            sheets[unit] = sheet with { Content = sheet.Content with { NotApplicable = new HashSet<string> { tree.Leaves[random.Next(tree.Leaves.Count)].Code } } };
        }

        var panel = (from scored in units from scorer in units where scorer != scored && random.Next(4) > 0 select new CrossPair(scorer, scored)).ToList();
        var record = BlocRecord.Empty with
        {
            Figures = [.. units.Select(unit => new Figure("Q", unit, random.Next(3) == 0 ? null : random.Next(1, 100), random.Next(4) == 0 ? null : random.Next(0, 200)))],
            Panel = panel,
            Given = [.. panel.Where(_ => random.Next(5) > 0).Select(pair => new PeerScores(pair.Scored, pair.Scorer, Points(random, tree, 1), null, random.Next(5) > 0 ? At : null, 1))],
            Appraised = [.. from round in new[] { 1, 2 }
                            from unit in units
                            from one in Points(random, tree, 4)
                            select new AppraisedScore(round, unit, one.Key, one.Value, AppraiserOffice.Head, "Lý do", null, At, 1)],
            ClosedRounds = random.Next(3),
        };
        return new(tree, record, sheets);
    }

    /// <summary>For one in so many of the leaves that somebody gives points to.</summary>
    private static Dictionary<string, Points> Points(Random random, SchemeTree tree, int oneIn) => tree.Leaves
        .Where(leaf => leaf.Criterion.Kind != CriterionKind.Quantitative && random.Next(oneIn) == 0)
        .ToDictionary(leaf => leaf.Code, leaf => leaf.Criterion.Kind == CriterionKind.PassFail
            ? random.Next(2) == 0 ? default : leaf.Criterion.Maximum
            : new Points(random.NextInt64(leaf.Criterion.Maximum.Hundredths + 1)));
}
