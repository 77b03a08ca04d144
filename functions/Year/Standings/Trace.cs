using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>Lays out how one unit came by its total.</summary>
internal static class Trace
{
    /// <param name="published">What was published of the unit; null while nothing is.</param>
    public static TraceView Of(ComputedStandings standings, string unit, StandingsState state, PublishedUnit? published, Language language)
    {
        var (bloc, record, entrants, reckoning) = standings;
        var entrant = entrants.FirstOrDefault(one => one.Unit == unit) ?? throw SheetTerms.NoSuchMember();
        var scores = reckoning.Scores[unit];
        var (tree, official) = (bloc.Tree, scores.Official);
        var names = entrants.ToDictionary(one => one.Unit, one => one.Name, StringComparer.Ordinal);
        return new(
            bloc.Id.Year,
            bloc.Id.Period,
            bloc.Id.Bloc,
            unit,
            entrant.Name,
            state,
            tree.Scheme.Id,
            tree.Scheme.Version,
            entrant.Sheet.Head?.Hash,
            reckoning.Ranking.Places.FirstOrDefault(place => place.Unit == unit) is { } place ? Place(place, language) : null,
            reckoning.Ranking.Unranked.FirstOrDefault(one => one.Unit == unit)?.Reason.In(language),
            SheetTotals.Of(official),
            official.Parts.Count == 0 ? null : Shared(official, entrant),
            new(tree.Content.BonusCap, tree.Content.PenaltyCap, tree.Content.ClassificationCap),
            published?.Agrees(tree, entrant, reckoning),
            [.. official.Held.States.Select(state => Condition(state, official.Held, record, unit, language))],
            [.. tree.Nodes.Select(node => Node(node, official, node.IsLeaf ? Steps(tree, node, record, entrant, scores, names, language) : null, language))]);
    }

    private static TraceProRata Shared(ScoreTable official, Entrant entrant)
    {
        var shares = YearShares.Of(official.Parts);
        return new(
            official.Total,
            [
                .. official.Parts.Zip(shares.Parts, (part, share) => new TraceShare(part.Unit, part.Name, part.Day, Share(share), part.Total, part.Ranked)),
                new(entrant.Unit, entrant.Name, Until: null, Share(shares.Own), official.OwnTotal, official.OwnRankedValue),
            ]);

        decimal Share(System.Numerics.BigInteger share) => (decimal)(share * 1_000_000 / shares.Whole) / 10_000;
    }

    private static TracePlace Place(Place place, Language language) => new(
        place.Rank,
        place.IsShared,
        place.Scores.Tree.Content.Basis == ScoreBasis.Measures ? null : place.Value,
        place.Scores.ClassifiedValue,
        place.Classification.Rung is { } rung ? new(rung.Code, rung.Title) : null,
        place.Classification.Explanation.In(language),
        [.. place.Classification.Failures.Select(failure => new TraceFloor(failure.Rung.Code, failure.Criterion.Code, failure.Points, failure.Assigned, failure.Floor))],
        [.. place.TieBreaks
            .Where(value => !value.TieBreak.IsDecided)
            .Select(value => new TraceTieBreak(value.TieBreak.Kind, value.TieBreak.Criterion, value.TieBreak.Criteria, value.Order.ToDecimal()))],
        place.Explanation.In(language));

    private static TraceCondition Condition(ConditionState state, HeldConditions held, BlocRecord record, string unit, Language language)
    {
        var declared = record.Conditions.FirstOrDefault(one => one.Unit == unit && one.Condition == state.Condition.Code);
        return new(
            state.Condition.Code,
            state.Condition.Title,
            state.IsSo,
            state.IsDeclared,
            state.LiftedBy,
            declared?.Reason,
            declared?.Paper,
            [.. held.Effects.Where(one => one.Condition == state.Condition).Select(one => ConditionWords.Of(one.Effect).In(language))]);
    }

    private static TraceNode Node(SchemeNode node, ScoreTable official, TraceSteps? steps, Language language)
    {
        var (criterion, score) = (node.Criterion, official[node]);
        return new(
            node.Code,
            node.Parent?.Code,
            criterion.Number,
            criterion.Title,
            criterion.Kind,
            criterion.Basis,
            criterion.CheckedBy,
            score.State,
            criterion.Maximum,
            score.Points,
            score.Assigned,
            score.Bonus,
            score.Penalty,
            criterion.Adding,
            node.IsLeaf ? [.. official.Held.On(node).Select(held => held.Because.In(language)).Distinct(StringComparer.Ordinal)] : [],
            steps);
    }

    private static TraceSteps Steps(
        SchemeTree tree, SchemeNode leaf, BlocRecord record, Entrant entrant, UnitScores scores, Dictionary<string, string> names, Language language)
    {
        var content = entrant.Sheet.Content;
        var entry = content.Entries.FirstOrDefault(entry => entry.Criterion == leaf.Code);
        return new(
            entry,
            EnteredScore.ChosenOf(leaf.Criterion, entry),
            Value(scores.Self[leaf]),
            entry?.Measure is { } measured && leaf.Criterion.Measure is { } rule && LeafPoints.Fits(rule, measured) ? Measured(leaf.Criterion, rule, measured, tree.Content.Rounding, language) : null,
            scores.Quantitative.TryGetValue(leaf.Code, out var computed) ? Computed(record, entrant.Unit, leaf.Code, computed, language) : null,
            [.. scores.Peers
                .Where(peer => peer.Value[leaf].State == NodeState.Scored)
                .OrderBy(peer => peer.Key, StringComparer.Ordinal)
                .Select(peer => new TracePeer(peer.Key, names.GetValueOrDefault(peer.Key, peer.Key), Value(peer.Value[leaf])!.Value))],
            Value(scores.Averaged[leaf]),
            [.. record.Appraised
                .Where(one => one.Unit == entrant.Unit && one.Criterion == leaf.Code)
                .OrderBy(one => one.Round)
                .Select(one => new TraceRound(one.Round, one.Points, one.By, one.Reason, one.Finding, one.At))],
            [.. record.Explained
                .Where(one => one.Unit == entrant.Unit && one.Criterion == leaf.Code)
                .OrderBy(one => one.Round)
                .Select(one => new TraceExplained(one.Round, one.Text, one.At))],
            scores.Appraised.GetValueOrDefault(leaf.Code)?.Round,
            [.. content.Evidence.Where(mark => mark.Criterion == leaf.Code).Select(mark => new TraceFile(mark.Id, mark.Name, mark.Bytes, mark.Sha256))],
            [.. content.Papers.Where(cited => cited.Criterion == leaf.Code).Select(cited => new TracePaper(cited.Id, cited.Paper, cited.File))]);
    }

    private static TraceMeasured Measured(Criterion criterion, MeasureRule rule, Measured measured, RoundingRule rounding, Language language) => new(
        measured.Part,
        measured.Whole,
        measured.Whole is { } whole ? Fraction.PercentOf(measured.Part, whole).ToDecimal() : null,
        rule.Formula,
        rule.StepOf(measured.Whole, measured.Part) + 1,
        rule.PointsOf(measured.Whole, measured.Part, criterion.Maximum, rounding),
        MeasuredWords.Of(criterion, rule, measured, rounding).In(language));

    private static TraceComputed Computed(BlocRecord record, string unit, string criterion, QuantitativeScore score, Language language)
    {
        var figure = record.Figures.FirstOrDefault(one => one.Unit == unit && one.Criterion == criterion);
        return new(figure?.Target, figure?.Actual, score.Case, score.Explanation.In(language));
    }

    private static Points? Value(NodeScore leaf) => leaf.State == NodeState.Scored ? leaf.Points + leaf.Bonus + leaf.Penalty : null;
}
