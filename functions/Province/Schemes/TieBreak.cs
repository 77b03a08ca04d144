using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>What separates units of the same value, in the order the scheme declares. What stays equal shares its rank.</summary>
/// <param name="Criterion">Of <see cref="TieBreakKind.HigherPointsIn"/> and <see cref="TieBreakKind.HigherShare"/>: the criterion or section.</param>
/// <param name="Criteria">Of sums: the criteria or sections whose points, or whose b or counts, are added up.</param>
internal sealed record TieBreak(TieBreakKind Kind, [property: Longest(SchemeRules.LongestCode)] string? Criterion = null, [property: Longest(SchemeRules.LongestCode)] IReadOnlyList<string>? Criteria = null)
{
    /// <summary>A collective with this share of women stands before one with less (Decree 152/2025, article 4(6)).</summary>
    public static readonly Percent ShareOfWomen = new(70_00);

    /// <summary>Settled by people: recorded, not computed.</summary>
    [JsonIgnore]
    public bool IsDecided => Kind is TieBreakKind.Ballot or TieBreakKind.Decision;
}

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

    /// <summary>More points in several criteria or sections together.</summary>
    HigherSumOf,

    /// <summary>More of what was measured or counted (b), in several criteria together.</summary>
    HigherMeasure,

    /// <summary>A higher share b/a of one measure.</summary>
    HigherShare,

    /// <summary>A collective with at least 70 % women, where that is recorded (Decree 152/2025, article 4(6)).</summary>
    ShareOfWomen,

    /// <summary>A ballot whose result is recorded by hand.</summary>
    Ballot,

    /// <summary>A decision of the competent body, recorded by hand with reason and authority.</summary>
    Decision,
}
