using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Awards;

/// <summary>What separates those who are equal at the last place of a quota.</summary>
/// <param name="Kind">What is compared, or who separates them.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Criterion">Of <see cref="AwardTieBreakKind.Criterion"/>: the criterion or section of the scheme whose points are compared.</param>
internal sealed record AwardTieBreak(
    AwardTieBreakKind Kind, AwardSource Source, [property: StringLength(AwardTieBreak.LongestCriterion, MinimumLength = 1)] string? Criterion = null)
{
    public const int LongestCriterion = 64;

    /// <summary>A collective with at least this share of women goes before one with less (Decree 152/2025, article 4(6)).</summary>
    public static readonly Share ShareOfWomen = new(70, 100);

    /// <summary>Settled by people: nothing is computed from here on.</summary>
    [JsonIgnore]
    public bool IsDecided => Kind is AwardTieBreakKind.Ballot or AwardTieBreakKind.CompetentPerson;
}

/// <summary>The closed set of tie-breaks.</summary>
[JsonConverter(typeof(CamelCaseEnum<AwardTieBreakKind>))]
internal enum AwardTieBreakKind
{
    /// <summary>More points in the standings.</summary>
    Points,

    /// <summary>More points in a declared criterion or section.</summary>
    Criterion,

    /// <summary>At least 70 % women (Decree 152/2025, article 4(6)).</summary>
    ShareOfWomen,

    /// <summary>Another ballot.</summary>
    Ballot,

    /// <summary>The competent person.</summary>
    CompetentPerson,
}
