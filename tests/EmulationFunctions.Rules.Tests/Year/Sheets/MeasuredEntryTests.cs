using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.CrossScores;
using EmulationFunctions.Year.Reckoning;
using static EmulationFunctions.Rules.Tests.Province.Schemes.SchemeSamples;

namespace EmulationFunctions.Rules.Tests.Year.Sheets;

/// <summary>What is chosen and measured, from the entry to the points, and what others give beside it.</summary>
public sealed class MeasuredEntryTests
{
    private static readonly SchemeTree Tree = MeasuredForm.Content.Tree();

    private static readonly HashSet<string> Everything = [];

    private static readonly SheetContent Sheet = SheetContent.Of(MeasuredForm.Entries);

    [Fact]
    public void The_form_has_no_fault_and_neither_have_its_entries()
    {
        Assert.Empty(SchemeRules.Check(MeasuredForm.Content));
        Assert.Empty(EntryRules.Check(Tree, MeasuredForm.Entries, Everything));
    }

    [Fact]
    public void A_net_item_counts_its_lines_inside_it_up_to_its_cap_and_the_sheet_counts_it_once()
    {
        var scores = SheetScores.Compute(Tree, Sheet);

        Assert.Equal((P(20), P(30), P(0), P(0)), Parts("I"));
        Assert.Equal(((P(0), P(0), P(1), P(0)), (P(0), P(0), P(0), P(6)), (P(0), P(0), P(0), P(3))), (Parts("I.T"), Parts("I.P"), Parts("I.Q")));
        Assert.Equal([P(30), P(25), P(3), P(0)], new[] { "II.1", "II.2", "II.3", "G" }.Select(code => scores[Tree.Find(code)!].Points));
        Assert.Equal((P(78), P(100), P(0.3m), P(0), P(78.3m)), (scores.Base, scores.Assigned, scores.Bonus, scores.Penalty, scores.Total));

        (Points, Points, Points, Points) Parts(string code)
        {
            var score = scores[Tree.Find(code)!];
            return (score.Points, score.Assigned, score.Bonus, score.Penalty);
        }
    }

    [Fact]
    public void Every_fault_of_what_is_chosen_or_measured_is_told_at_once_at_its_path_with_what_would_be_right()
    {
        (ScoreEntry Entry, string Path, string Vi, string En)[] sentences =
        [
            (new("I.2", Option: "c"), "option", "Tiêu chí I.2 không có mức c; các mức là a, b.", "Criterion I.2 has no option c; they are a, b."),
            (new("I.1", Option: "a"), "option", "Tiêu chí I.1 không chấm theo mức.", "Criterion I.1 is not scored by options."),
            (new("I.2", P(5)), "points", "Điểm tiêu chí I.2 được tính từ mức được chọn, không nhập trực tiếp.", "The points of criterion I.2 are computed from the option that is chosen, not entered."),
            (new("II.1", P(5)), "points", "Điểm tiêu chí II.1 được tính từ số đo a và b, không nhập trực tiếp.", "The points of criterion II.1 are computed from what was measured (a and b), not entered."),
            (new("I.1", Measure: new(1, 2)), "measure", "Tiêu chí I.1 không chấm theo số đo.", "Criterion I.1 is not scored by a measure."),
            (new("II.1", Measure: new(5)), "measure.whole", "Có b thì phải có a.", "With b there must be a."),
            (new("II.1", Measure: new(0, 0)), "measure.whole",
                "a phải lớn hơn 0; nếu không có gì được giao thì đề nghị không áp dụng tiêu chí.", "a must be above 0; where nothing is assigned, the criterion is not applicable."),
            (new("II.1", Measure: new(201, 200)), "measure.part", "b không được lớn hơn a ở tiêu chí II.1.", "b must not be more than a in criterion II.1."),
            (new("II.2", Measure: new(1.00001m, 1)), "measure.part",
                "Số phải từ 0 đến 1.000.000.000.000 và có tối đa 4 chữ số thập phân.", "The number must lie between 0 and 1,000,000,000,000 and have at most 4 decimals."),
            (new("II.2", Measure: new(1, -1)), "measure.whole",
                "Số phải từ 0 đến 1.000.000.000.000 và có tối đa 4 chữ số thập phân.", "The number must lie between 0 and 1,000,000,000,000 and have at most 4 decimals."),
            (new("I.Q", Measure: new(1, 3)), "measure.whole", "Tiêu chí I.Q chỉ cần b, không cần a.", "Criterion I.Q needs b only, not a."),
            (new("I.P", Option: "1"), "option", "Tiêu chí I.P không chấm theo mức.", "Criterion I.P is not scored by options."),
            (new("II.3", Count: 1), "count", "Tiêu chí II.3 không chấm theo số lần.", "Criterion II.3 is not scored by a count."),
        ];

        Assert.All(sentences, one => Assert.Equal(
            [($"$.scores[0].{one.Path}", one.Vi, one.En)], EntryRules.Check(Tree, [one.Entry], Everything).Select(fault => (fault.Path, fault.Words.Vi, fault.Words.En))));
        Assert.Equal(
            ["$.scores[0].points", "$.scores[0].count", "$.scores[0].counts", "$.scores[0].option", "$.scores[0].measure.part", "$.scores[0].measure.whole", "$.scores[1].option"],
            EntryRules.Check(Tree, [new("II.1", P(1), 1, new(1, 1, 1), null, "a", new(-1)), new("I.2", Option: "c")], Everything).Select(fault => fault.Path));
    }

    [Fact]
    public void The_ends_of_what_may_be_measured_are_allowed() => Assert.Empty(EntryRules.Check(
        Tree,
        [new("II.1", Measure: new(0, 0.0001m)), new("II.2", Measure: new(1_000_000_000_000m, 0.0001m)), new("II.3", Measure: new(100, 100)), new("G", Measure: new(0)), new("I.Q", Measure: new(0))],
        Everything));

    [Fact]
    public void What_is_not_chosen_or_not_measured_is_missing_and_a_bonus_or_penalty_is_not_claimed()
    {
        var scores = SheetScores.Compute(Tree, SheetContent.Of());

        Assert.Equal(
            ["$.scores['I.1']", "$.scores['I.2']", "$.scores['II.1']", "$.scores['II.2']", "$.scores['II.3']", "$.scores['G']"],
            Completeness.FindMissing(Tree, SheetContent.Of(), []).Select(fault => fault.Path));
        Assert.All(new[] { "I.T", "I.P", "I.Q", "T" }, code => Assert.Equal(NodeState.NotClaimed, scores[Tree.Find(code)!].State));
        Assert.Empty(Completeness.FindMissing(Tree, Sheet, []));
        Assert.Equal(
            ["$.evidence['I.2']"],
            Completeness.FindMissing(Tree, SheetContent.Of([.. MeasuredForm.Entries.Select(entry => entry with { Explanation = null })]), []).Select(fault => fault.Path));
    }

    [Fact]
    public void The_hash_of_a_sheet_covers_what_was_chosen_and_measured()
    {
        var scheme = Tree.Scheme;
        var hash = SheetHash.Of(scheme, Sheet, "");
        ScoreEntry[] others = [new("I.2", Option: "a", Explanation: "Kế hoạch số 12/KH ngày 20/01"), new("II.1", Measure: new(150, 201)), new("II.1", Measure: new(151, 200)), new("G", Measure: new(1_234.4999m))];

        Assert.All(others, other => Assert.NotEqual(hash, SheetHash.Of(scheme, SheetContent.Of([.. MeasuredForm.Entries.Where(entry => entry.Criterion != other.Criterion), other]), "")));
        Assert.Equal(hash, SheetHash.Of(scheme, SheetContent.Of([.. MeasuredForm.Entries.Reverse().Select(entry => entry.Criterion == "II.1" ? new("II.1", Measure: new(150.0m, 200.00m)) : entry)]), ""));
    }

    [Fact]
    public void Peers_and_appraisers_give_points_up_to_the_maximum_or_of_an_option_and_may_say_that_none_holds()
    {
        var faults = PeerRules.Check(
            Tree,
            [
                new("II.1", P(29.75m)), new("II.2", P(25)), new("I.Q", P(2.5m)), new("I.2", P(10)), new("I.T", P(0)), // fit
                new("II.3", P(5.01m)), new("I.1", P(20.01m)), new("G", P(0)), new("T", P(0.51m)), new("I.P", P(-1)),
            ],
            Everything);

        Assert.Equal(["$.scores[5].points", "$.scores[6].points", "$.scores[7].criterion", "$.scores[8].points", "$.scores[9].points"], faults.Select(fault => fault.Path));
        Assert.Equal(
            ("Tiêu chí G chỉ ghi số liệu, không có điểm để chấm.", "Criterion G is only recorded; it has no points to give."), (faults[2].Words.Vi, faults[2].Words.En));
        Assert.Equal(
            [("Tiêu chí I.2 chỉ nhận một trong các mức 10; 5 điểm, hoặc 0.", "Criterion I.2 takes one of 10, 5 points only, or 0.")],
            PeerRules.Check(Tree, [new("I.2", P(7))], Everything).Select(fault => (fault.Words.Vi, fault.Words.En)));
        Assert.Equal(["I.1", "I.2", "II.1", "II.2", "II.3"], PeerRules.Missing(Tree, new Dictionary<string, Points>(), Everything));
    }

    [Fact]
    public void What_is_only_recorded_needs_no_peer_to_be_complete()
    {
        var tree = (MeasuredForm.Content with { CrossScoring = new(null, PeerAverage.Mean, Share(50), 1) }).Tree();
        var self = SheetScores.Compute(tree, Sheet);
        var peer = tree.Score(("I.1", 16), ("II.1", 0), ("II.2", 0), ("II.3", 0)).With(new Dictionary<string, Points> { ["I.2"] = P(5), ["II.1"] = P(20), ["II.2"] = P(25), ["II.3"] = P(3) });

        var averaged = CrossAverage.Of(self, [peer], Everything);

        Assert.True(averaged.IsComplete);
        Assert.Equal((P(17), P(25)), (averaged[tree.Find("I.1")!].Points, averaged[tree.Find("II.1")!].Points));
        Assert.True(CrossAverage.OfPeers(self, [peer], Everything).IsComplete);
    }

    [Fact]
    public void Those_who_score_a_unit_see_what_it_chose_and_measured_with_the_words_of_the_option_and_what_it_comes_to()
    {
        var seen = EnteredScore.Of(Tree, Sheet with { NotApplicable = new HashSet<string> { "II.2" } });

        Assert.Equal(["I.1", "I.2", "I.T", "I.P", "I.Q", "II.1", "II.3", "G", "T"], seen.Select(one => one.Entry.Criterion));
        Assert.Equal((new Option("b", P(5), "Sau 15/01"), P(5)), (seen[1].Chosen, seen[1].Points));
        Assert.Equal((new Measured(150, 200), null, P(30)), (seen[5].Entry.Measure, seen[5].Chosen, seen[5].Points));
    }

    [Fact]
    public void A_condition_takes_and_when_it_is_lifted_the_sheet_is_exactly_what_it_was()
    {
        var none = Own([]);
        var published = Own(new() { ["KH"] = true });
        var reprimanded = Own(new() { ["KH"] = true, ["KT"] = true });
        var found = Own(new() { ["KH"] = true, ["KT"] = true, ["TPH"] = true });

        Assert.Equal([P(48.3m), P(78.3m), P(77.3m), P(78.3m)], new[] { none, published, reprimanded, found }.Select(own => own.Scores.Total));
        Assert.Equal((P(0), P(0)), (none.Scores[Tree.Find("II.1")!].Points, reprimanded.Scores[Tree.Find("I.T")!].Bonus));
        Assert.All(Tree.Nodes, node => Assert.Equal(published.Scores[node], found.Scores[node]));
        Assert.Equal(["T"], new[] { reprimanded }.SelectMany(own => own.Scores.Held.Effects).Select(held => held.Effect.Class).OfType<string>());

        static OwnScores Own(Dictionary<string, bool> declared) =>
            OwnScores.Of(Tree, "a", Sheet, [], HeldConditions.Of(Tree.Content, declared, isSelfScoreSent: true));
    }
}
