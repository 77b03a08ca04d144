using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>What separates units of the same value, in the order the scheme declares. What stays equal shares its rank.</summary>
/// <param name="Criterion">Of <see cref="TieBreakKind.HigherPointsIn"/>: the criterion or section.</param>
internal sealed record TieBreak(TieBreakKind Kind, [property: Longest(SchemeRules.LongestCode)] string? Criterion = null);

/// <summary>The closed set of tie-breaks.</summary>
[JsonConverter(typeof(CamelCaseEnum<TieBreakKind>))]
internal enum TieBreakKind
{
    /// <summary>More sections in which every point was reached.</summary>
    MoreSectionsAtMaximum,

    /// <summary>More points in one criterion or section.</summary>
    HigherPointsIn,

    /// <summary>Fewer points taken by penalties.</summary>
    FewerDeductions,

    /// <summary>More points before bonus and penalty.</summary>
    HigherBase,

    /// <summary>More points by bonus.</summary>
    HigherBonus,
}
