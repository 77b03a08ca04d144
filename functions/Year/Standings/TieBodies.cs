using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Standings;

/// <summary>The body of <c>DecideTie</c>.</summary>
/// <param name="Kind">A ballot, or a decision of the competent body: whichever the scheme names.</param>
/// <param name="Units">Exactly the units that share the rank, the one that stands first at the head.</param>
/// <param name="Reason">Why so; it stands in the standings.</param>
/// <param name="Authority">Who decided and by which paper, such as a decision's number or a ballot's minutes; it stands in the standings.</param>
/// <param name="Day">The day of the ballot or the decision, in Vietnam; needed for a ballot.</param>
/// <param name="Result">What the ballot came to, in words; only for a ballot, and needed there.</param>
internal sealed record TieBody(
    TieBreakKind Kind,
    [property: Items(2, Bloc.MostMembers), Slug] IReadOnlyList<string> Units,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason,
    [property: StringLength(300, MinimumLength = 1)] string Authority,
    DateOnly? Day = null,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string? Result = null);

/// <summary>The body of <c>TakeBackTieDecision</c>.</summary>
/// <param name="Reason">Why; kept in the trail of changes.</param>
internal sealed record TakingBackBody([property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);

/// <param name="Kind">A ballot, or a decision of the competent body.</param>
/// <param name="Units">The units of the tie, first to last.</param>
/// <param name="Reason">Why so.</param>
/// <param name="Authority">Who decided and by which paper.</param>
/// <param name="Day">The day of the ballot or the decision.</param>
/// <param name="Result">What a ballot came to; null for a decision.</param>
/// <param name="At">When it was entered.</param>
/// <param name="Counts">Whether it separates the units: just these share a rank without it. One that no longer fits counts for nothing.</param>
/// <param name="Version">What If-Match of the next change names.</param>
internal sealed record TieDecisionView(
    TieBreakKind Kind, IReadOnlyList<string> Units, string Reason, string Authority, DateOnly? Day, string? Result, DateTimeOffset At, bool Counts, long Version)
{
    public static TieDecisionView Of(TieDecision one, bool counts) =>
        new(one.Kind, one.Units, one.Reason, one.Authority, one.Day, one.Result, one.At, counts, one.Version);
}
