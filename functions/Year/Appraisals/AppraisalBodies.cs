using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Appraisals;

/// <summary>The body of <c>SaveAppraisal</c>.</summary>
/// <param name="Scores">Each entry replaces what the round has for its criterion; what is not named stays.</param>
internal sealed record AppraisalBody([property: Items(1, SchemeRules.MaximumCriteria)] IReadOnlyList<AppraisalEntry> Scores);

/// <param name="Criterion">Its code.</param>
/// <param name="Points">The appraiser's own, beside the unit's; null takes back what the round has for the criterion.</param>
/// <param name="Reason">Why: why these points, or why they are taken back.</param>
/// <param name="Finding">The finding of a cross-check visit that they rest on: <c>{inspection}/{number}</c>.</param>
internal sealed record AppraisalEntry(
    [property: Longest(SchemeRules.LongestCode)] string Criterion,
    Points? Points,
    [property: StringLength(AppraisalEntry.LongestReason, MinimumLength = 1)] string Reason,
    [property: Longest(Slug.MaximumLength + 3)] string? Finding = null)
{
    public const int LongestReason = 1000;
}

/// <summary>The body of <c>CloseAppraisalRound</c>.</summary>
/// <param name="Reason">Why now, where it needs saying; kept in the trail of changes.</param>
internal sealed record ClosingBody([property: StringLength(AppraisalEntry.LongestReason, MinimumLength = 1)] string? Reason = null);

/// <summary>The body of <c>ExplainScores</c>.</summary>
/// <param name="Explanations">Each replaces what was said before to its criterion; what is not named stays.</param>
internal sealed record ExplanationsBody([property: Items(1, SchemeRules.MaximumCriteria)] IReadOnlyList<ExplanationEntry> Explanations);

/// <param name="Criterion">Its code.</param>
/// <param name="Text">What the unit says to the points of the round.</param>
internal sealed record ExplanationEntry([property: Longest(SchemeRules.LongestCode)] string Criterion, [property: StringLength(ScoreEntry.LongestExplanation, MinimumLength = 1)] string Text);
