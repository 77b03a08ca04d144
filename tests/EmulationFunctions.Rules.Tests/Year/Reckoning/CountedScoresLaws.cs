using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Rules.Tests.Year.Standings;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;
using EmulationFunctions.Year.Standings;

namespace EmulationFunctions.Rules.Tests.Year.Reckoning;

/// <summary>What must hold of official scores, whatever peers gave and appraisers recorded.</summary>
public sealed class CountedScoresLaws
{
    [Fact]
    public void At_every_node_and_in_every_step_the_points_are_the_sum_of_the_leaves_below() => Law.HoldsForEverySeed(random =>
    {
        var bloc = RandomBloc.MakeAny(random);
        return bloc.Scores.Values.All(unit => unit.Peers.Values.Append(unit.Self).Append(unit.Averaged).Append(unit.Official).All(scores =>
            bloc.Tree.Nodes.Where(node => !node.IsLeaf).All(node => Parts(scores[node]) == Sum(scores, leaf => IsBelow(leaf, node)))
            && (scores.Base, scores.Assigned) == (Sum(scores, _ => true).Points, Sum(scores, _ => true).Assigned)));
    });

    [Fact]
    public void A_trace_adds_up_from_the_leaves_to_the_total_and_each_leaf_is_what_its_last_step_says() => Law.HoldsForEverySeed(random =>
    {
        var bloc = RandomBloc.MakeAny(random);
        var standings = new ComputedStandings(new(new(2026, "nam", "khoi"), "Khối", bloc.Tree, []), bloc.Record, bloc.Entrants, bloc.Placements);
        return bloc.Sheets.Keys.All(unit =>
        {
            var trace = Trace.Of(standings, unit, StandingsState.Preview, published: null, Language.English);
            var leaves = trace.Criteria.Where(node => node.Steps is not null).ToList();
            return trace.Criteria.Where(node => node.Steps is null).All(group => Told(group) == Total(trace.Criteria.Where(node => node.Parent == group.Criterion)))
                && trace.Totals.Base == Points.Sum(leaves.Select(leaf => leaf.Points))
                && trace.Totals.Bonus == Capped(leaves.Select(leaf => leaf.Bonus), trace.Caps.Bonus)
                && trace.Totals.Penalty == Capped(leaves.Select(leaf => leaf.Penalty), trace.Caps.Penalty)
                && trace.Totals.Total == Points.Max(Points.Zero, trace.Totals.Base + trace.Totals.Bonus - trace.Totals.Penalty)
                && leaves.Where(leaf => leaf.State == NodeState.Scored).All(leaf => leaf.Points + leaf.Bonus + leaf.Penalty == LastStep(leaf.Steps!));
        });

        static Points? LastStep(TraceSteps steps) =>
            steps.CountedRound is { } round ? steps.Appraised.Single(one => one.Round == round).Points : steps.Averaged;

        static (Points, Points, Points, Points) Told(TraceNode node) => (node.Points, node.Assigned, node.Bonus, node.Penalty);

        static (Points, Points, Points, Points) Total(IEnumerable<TraceNode> nodes) => nodes.Select(Told)
            .Aggregate((default(Points), default(Points), default(Points), default(Points)), (sum, one) =>
                (sum.Item1 + one.Item1, sum.Item2 + one.Item2, sum.Item3 + one.Item3, sum.Item4 + one.Item4));

        static Points Capped(IEnumerable<Points> points, Points? cap) => cap is { } most ? Points.Min(most, Points.Sum(points)) : Points.Sum(points);
    });

    [Fact]
    public void In_whatever_order_sheets_peers_and_appraisals_come_nothing_changes() => Law.HoldsForEverySeed(random =>
    {
        var bloc = RandomBloc.MakeAny(random);
        var shuffled = bloc with
        {
            Sheets = Shuffled(bloc.Sheets).ToDictionary(one => one.Key, one => one.Value with
            {
                Content = one.Value.Content with { Entries = [.. Shuffled(one.Value.Content.Entries)] },
            }),
            Record = bloc.Record with
            {
                Figures = [.. Shuffled(bloc.Record.Figures)],
                Panel = [.. Shuffled(bloc.Record.Panel)],
                Given = [.. Shuffled(bloc.Record.Given)],
                Appraised = [.. Shuffled(bloc.Record.Appraised)],
            },
        };
        var (one, two) = (bloc.Placements, shuffled.Placements);
        return one.Places.SequenceEqual(two.Places)
            && one.Apart.SequenceEqual(two.Apart)
            && one.Totals.All(unit => unit.Value.ToText() == two.Totals[unit.Key].ToText());

        IEnumerable<T> Shuffled<T>(IEnumerable<T> items) => items.OrderBy(_ => random.Next());
    });

    [Fact]
    public void Raising_one_own_score_lowers_neither_the_unit_s_total_nor_its_rank() => Law.HoldsForEverySeed(random =>
    {
        var bloc = RandomBloc.MakeSimple(random);
        var unit = bloc.Sheets.Keys.ElementAt(random.Next(bloc.Sheets.Count));
        return HasNotFallen(unit, bloc, bloc.With(unit, ScoringLaws.Raise(random, bloc.Tree, bloc.Sheets[unit].Content).Raised));
    });

    [Fact]
    public void Raising_what_one_peer_gave_or_one_appraiser_recorded_lowers_neither_the_unit_s_total_nor_its_rank() => Law.HoldsForEverySeed(random =>
    {
        var bloc = RandomBloc.MakeSimple(random);
        var record = bloc.Record;
        var (given, appraised) = (At(record.Given), At(record.Appraised));
        var raisedByPeer = given < 0 || record.Given[given].Points.Count == 0 ? record : record with { Given = Replaced(record.Given, given, Raised(record.Given[given])) };
        var raisedByAppraiser = appraised < 0 ? record : record with
        {
            Appraised = Replaced(record.Appraised, appraised, record.Appraised[appraised] with { Points = Maximum(record.Appraised[appraised].Criterion) }),
        };
        return (given < 0 || HasNotFallen(record.Given[given].Unit, bloc, bloc with { Record = raisedByPeer }))
            && (appraised < 0 || HasNotFallen(record.Appraised[appraised].Unit, bloc, bloc with { Record = raisedByAppraiser }));

        PeerScores Raised(PeerScores peer)
        {
            var code = peer.Points.Keys.ElementAt(random.Next(peer.Points.Count));
            return peer with { Points = new Dictionary<string, Points>(peer.Points) { [code] = Maximum(code) } };
        }

        Points Maximum(string code) => bloc.Tree.Find(code)!.Criterion.Maximum;

        int At<T>(IReadOnlyList<T> items) => items.Count == 0 ? -1 : random.Next(items.Count);

        static IReadOnlyList<T> Replaced<T>(IReadOnlyList<T> items, int at, T by) => [.. items.Select((item, index) => index == at ? by : item)];
    });

    [Fact]
    public void Whatever_anybody_says_of_a_leaf_that_is_not_applicable_changes_nothing_of_the_unit() => Law.HoldsForEverySeed(random =>
    {
        var any = RandomBloc.MakeAny(random);
        var unit = any.Sheets.Keys.ElementAt(random.Next(any.Sheets.Count));
        var leaf = any.Tree.Leaves[random.Next(any.Tree.Leaves.Count)];
        var bloc = any.With(unit, any.Sheets[unit].Content with { NotApplicable = new HashSet<string> { leaf.Code } });
        var content = bloc.Sheets[unit].Content;
        var silent = bloc.With(unit, content with { Entries = [.. content.Entries.Where(entry => entry.Criterion != leaf.Code)] }) with
        {
            Record = bloc.Record with
            {
                Figures = [.. bloc.Record.Figures.Where(figure => (figure.Unit, figure.Criterion) != (unit, leaf.Code))],
                Given = [.. bloc.Record.Given.Select(given => given.Unit != unit ? given : given with
                {
                    Points = given.Points.Where(one => one.Key != leaf.Code).ToDictionary(one => one.Key, one => one.Value),
                })],
                Appraised = [.. bloc.Record.Appraised.Where(score => (score.Unit, score.Criterion) != (unit, leaf.Code))],
            },
        };
        var (one, two) = (bloc.Scores, silent.Scores);
        return one[unit].Official.Percentage == two[unit].Official.Percentage
            && one.All(each => NodeTotals.Of(each.Value.Official).ToText() == NodeTotals.Of(two[each.Key].Official).ToText());
    });

    private static bool HasNotFallen(string unit, RandomBloc before, RandomBloc after)
    {
        if (after.Scores[unit].Official.Total < before.Scores[unit].Official.Total)
        {
            return false;
        }

        var (one, two) = (before.Placements.Places.FirstOrDefault(Own), after.Placements.Places.FirstOrDefault(Own));
        return one is null ? two is null : two is not null && two.Rank <= one.Rank;

        bool Own(PlacedUnit place) => place.Unit == unit;
    }

    private static (Points Points, Points Assigned, Points Bonus, Points Penalty) Parts(NodeScore score) => (score.Points, score.Assigned, score.Bonus, score.Penalty);

    private static (Points Points, Points Assigned, Points Bonus, Points Penalty) Sum(ScoreTable scores, Func<SchemeNode, bool> which)
    {
        var leaves = scores.Tree.Leaves.Where(which).Select(leaf => scores[leaf]).ToList();
        return (
            Points.Sum(leaves.Select(leaf => leaf.Points)),
            Points.Sum(leaves.Select(leaf => leaf.Assigned)),
            Points.Sum(leaves.Select(leaf => leaf.Bonus)),
            Points.Sum(leaves.Select(leaf => leaf.Penalty)));
    }

    private static bool IsBelow(SchemeNode leaf, SchemeNode node)
    {
        var at = leaf.Parent;
        while (at is not null && at != node)
        {
            at = at.Parent;
        }

        return at is not null;
    }
}
