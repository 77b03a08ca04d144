using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>A unit with a place.</summary>
/// <param name="Value">What it is ranked by.</param>
/// <param name="Class">None where the scheme does not classify.</param>
/// <param name="SheetHash">Of exactly the sheet that its place rests on.</param>
/// <param name="DecidedBy">A ballot or a decision, where that put it before or after units that are equal in everything else; mostly null.</param>
/// <param name="Measures">Of a ranking by measures alone: what it is ranked by; else null.</param>
internal sealed record PlacedUnit(
    string Unit,
    string Name,
    int Rank,
    bool IsShared,
    Points Value,
    Points Total,
    Points Base,
    Points Assigned,
    Points Bonus,
    Points Penalty,
    Percent? Percentage,
    ReachedClass? Class,
    Words ClassExplanation,
    Words Explanation,
    string SheetHash,
    DateTimeOffset? SubmittedAt,
    TieBreakKind? DecidedBy = null,
    Words? Measures = null);

internal sealed record ReachedClass(string Code, string Title);

/// <summary>A unit without a place, and why.</summary>
/// <param name="Class">The lowest one, where a condition gives it; else null.</param>
/// <param name="ClassExplanation">By which condition; null without a class.</param>
internal sealed record UnitApart(string Unit, string Name, Words Reason, ReachedClass? Class = null, Words? ClassExplanation = null);
