using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Standings;

/// <summary>The body of <c>DecideTie</c>.</summary>
/// <param name="Kind">Whether the bloc voted (<c>ballot</c>) or a competent body decided (<c>decision</c>); the scheme must name it among its tie-breaks.</param>
/// <param name="Units">Exactly the units that share a rank, the one that stands first at the head.</param>
/// <param name="Authority">Who settled it: the minutes of the ballot or the decision, with number. It stands in the standings.</param>
/// <param name="Reason">Why so. It stands in the standings.</param>
/// <param name="Day">The day of the ballot or the decision, in Vietnam; needed for a ballot.</param>
/// <param name="Result">What the ballot came to, in words, such as the count of votes; needed for a ballot, and only there.</param>
internal sealed record TieBody(
    TieBreakKind Kind,
    [property: Items(2, Bloc.MostMembers), Slug] IReadOnlyList<string> Units,
    [property: StringLength(TieBody.LongestAuthority, MinimumLength = 1)] string Authority,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason,
    DateOnly? Day = null,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string? Result = null)
{
    public const int LongestAuthority = 300;
}

/// <summary>The body of <c>TakeBackTieDecision</c>.</summary>
/// <param name="Units">The units of the decision, in any order.</param>
/// <param name="Reason">Why; kept in the trail of changes.</param>
internal sealed record TieWithdrawalBody(
    [property: Items(2, Bloc.MostMembers), Slug] IReadOnlyList<string> Units,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason);
