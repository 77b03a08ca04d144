using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Appraisals;

[JsonConverter(typeof(CamelCaseEnum<RoundState>))]
internal enum RoundState
{
    Upcoming,
    Open,
    Closed,
}

/// <param name="Round">Counted from 1.</param>
/// <param name="State">Rounds are closed in order; one at most is open, and none before the time of appraisal.</param>
/// <param name="MayExplain">Whether units may explain the points of this round now.</param>
/// <param name="ExplanationsETag">What the next <c>ExplainScores</c> of this round carries in <c>If-Match</c>; null while nothing is explained, or for who may not see it.</param>
internal sealed record RoundView(int Round, RoundState State, bool MayExplain, string? ExplanationsETag)
{
    public static RoundView Of(int round, BlocRecord record, SchemeTree tree, bool hasBegun = true, string? explanationsETag = null) => new(
        round,
        round <= record.ClosedRounds ? RoundState.Closed : hasBegun && round == record.OpenRound(tree) && !record.IsSettled ? RoundState.Open : RoundState.Upcoming,
        AppraisalTimes.MayExplain(round, record, tree),
        explanationsETag);
}

/// <summary>What the rounds of a bloc are at.</summary>
internal sealed record RoundsView(IReadOnlyList<RoundView> Rounds)
{
    public static RoundsView Of(BlocRecord record, SchemeTree tree) =>
        new([.. Enumerable.Range(1, tree.Content.Appraising.Rounds).Select(round => RoundView.Of(round, record, tree))]);
}

/// <param name="Points">The appraiser's.</param>
/// <param name="By">In which office it was recorded.</param>
/// <param name="Reason">Why.</param>
/// <param name="Finding">The finding of a cross-check that it rests on, if any.</param>
/// <param name="At">When.</param>
/// <param name="Explanation">What the unit says to it, if anything.</param>
internal sealed record RoundScore(
    int Round, string Criterion, Points Points, AppraiserOffice By, string Reason, string? Finding, DateTimeOffset At, UnitExplanation? Explanation = null)
{
    public static RoundScore Of(AppraisedScore score, ExplainedScore? explained = null) => new(
        score.Round, score.Criterion, score.Points, score.By, score.Reason, score.Finding, score.At, explained is null ? null : new(explained.Text, explained.At));
}

internal sealed record UnitExplanation(string Text, DateTimeOffset At);

/// <summary>What a save answers: all that the round has of the unit.</summary>
/// <param name="Warnings">What should be looked at in it; none of it stands in the way of anything.</param>
internal sealed record RoundScoresView(int Round, IReadOnlyList<RoundScore> Scores, IReadOnlyList<WarningView> Warnings)
{
    public static RoundScoresView Of(int round, SchemeTree tree, IEnumerable<AppraisedScore> scores, Language language)
    {
        List<AppraisedScore> own = [.. scores.Where(score => score.Round == round).OrderBy(score => score.Criterion, StringComparer.Ordinal)];
        return new(round, [.. own.Select(score => RoundScore.Of(score))], WarningView.Of(Reckoning.Warnings.OfAppraisal(tree, own), language));
    }
}

/// <summary>All that a unit has said to a round.</summary>
internal sealed record ExplanationsView(int Round, IReadOnlyList<ExplanationEntry> Explanations)
{
    public static ExplanationsView Of(int round, IEnumerable<ExplainedScore> explained) => new(
        round, [.. explained.OrderBy(one => one.Criterion, StringComparer.Ordinal).Select(one => new ExplanationEntry(one.Criterion, one.Text))]);
}

/// <param name="Criterion">Its code; title and place stand in the scheme.</param>
/// <param name="Entered">What the unit entered: points, counts, an option or what was measured; null where it entered nothing.</param>
/// <param name="Own">What that comes to, or what is computed; whatever conditions take away.</param>
/// <param name="Peers">The average of its peers, without its own share; null where there is none, or the caller may not see it.</param>
/// <param name="Rounds">What appraisers recorded, round by round, as far as the caller may see it.</param>
/// <param name="Official">What counts by now; null where the caller may not see it.</param>
internal sealed record AppraisedCriterion(
    string Criterion, EnteredScore? Entered, NodeScore Own, NodeScore? Peers, IReadOnlyList<RoundScore> Rounds, NodeScore? Official);

/// <param name="Scores">What they sum up to.</param>
/// <param name="IsComplete">Whether every criterion that is assigned has points.</param>
/// <param name="Class">The class these points reach; null while they are not complete, or where the scheme does not classify.</param>
internal sealed record AppraisalTotals(SheetTotals Scores, bool IsComplete, ReachedClass? Class)
{
    public static AppraisalTotals Of(ScoreTable scores) => new(
        SheetTotals.Of(scores), scores.IsComplete, scores.IsComplete && Classification.Of(scores).Rung is { } rung ? new(rung.Code, rung.Title) : null);
}

/// <param name="Scheme">The scheme it is scored by.</param>
/// <param name="SchemeVersion">The scheme's version.</param>
/// <param name="UnitName">What people call the unit.</param>
/// <param name="State">Where the unit's sheet stands.</param>
/// <param name="Rounds">Every round of the scheme.</param>
/// <param name="Own">What the unit's own points come to, under the conditions that hold.</param>
/// <param name="Official">What the points that count by now come to; null where the caller may not see it.</param>
/// <param name="Criteria">Every criterion, in the order of the form.</param>
/// <param name="Warnings">What should be looked at in what the unit entered, and in the rounds that the caller sees.</param>
internal sealed record AppraisalView(
    int Year,
    string Period,
    string Bloc,
    string Unit,
    string UnitName,
    string Scheme,
    int SchemeVersion,
    SheetState State,
    IReadOnlyList<RoundView> Rounds,
    AppraisalTotals Own,
    AppraisalTotals? Official,
    IReadOnlyList<AppraisedCriterion> Criteria,
    IReadOnlyList<WarningView> Warnings)
{
    public static AppraisalView Of(UnitAppraisal appraisal, AppraisalSight sight, Language language)
    {
        var (id, name, tree, record, sheet, scores) = appraisal;
        var explained = record.Explained.Where(one => one.Unit == id.Unit && sight.Explanations).ToList();
        List<AppraisedScore> appraised = [.. record.Appraised.Where(score => score.Unit == id.Unit && score.Round <= sight.Rounds).OrderBy(score => score.Round)];
        var rounds = appraised.ToLookup(
            score => score.Criterion,
            score => RoundScore.Of(score, explained.Find(one => one.Round == score.Round && one.Criterion == score.Criterion)),
            StringComparer.Ordinal);
        var peers = sight.Peers && scores.Peers.Count > 0 ? CrossAverage.OfPeers(scores.Self, [.. scores.Peers.Values], sheet.Content.NotApplicable) : null;
        var entered = EnteredScore.Of(tree, sheet.Content).ToDictionary(one => one.Entry.Criterion, StringComparer.Ordinal);
        return new(
            id.Year,
            id.Period,
            id.Bloc,
            id.Unit,
            name,
            tree.Scheme.Id,
            tree.Scheme.Version,
            sheet.State,
            [.. Enumerable.Range(1, tree.Content.Appraising.Rounds).Select(round => RoundView.Of(round, record, tree, appraisal.HasBegun, ETag(explained.Where(one => one.Round == round))))],
            AppraisalTotals.Of(scores.Self.Under(scores.Official.Held)),
            sight.Official ? AppraisalTotals.Of(scores.Official) : null,
            [.. tree.Nodes.Select(node => new AppraisedCriterion(
                node.Code, entered.GetValueOrDefault(node.Code), scores.Self[node], peers?[node], [.. rounds[node.Code]], sight.Official ? scores.Official[node] : null))],
            WarningView.Of([.. Reckoning.Warnings.OfSheet(tree, sheet.Content, id.Year), .. Reckoning.Warnings.OfAppraisal(tree, appraised)], language));
    }

    private static string? ETag(IEnumerable<ExplainedScore> explained) =>
        AppraisalChanges.VersionOf(explained) is > 0 and var version ? EntityTag.Of(version) : null;
}
