using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Awards;

/// <summary>At most how many are proposed: a number, or a part of a base.</summary>
/// <param name="Scope">Among whom it is counted.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Most">The number; null where it is a part.</param>
/// <param name="Share">The part; null where it is a number.</param>
/// <param name="Base">Of what it is a part; null where it is a number.</param>
/// <param name="Classes">Of <see cref="QuotaBase.Classified"/>: the codes of the classes whose units are counted.</param>
/// <param name="Standard">Of <see cref="QuotaBase.LeadersAtStandard"/>: the award whose standard they reach.</param>
/// <param name="Rounding">What becomes of a fraction.</param>
/// <param name="AtLeastOne">Whether one is allowed where the part comes to none and the base is not empty.</param>
/// <param name="Blocks">Whether breaking it is refused; else it only warns, with its source.</param>
internal sealed record AwardQuota(
    QuotaScope Scope,
    AwardSource Source,
    [property: Range(0, 100_000)] int? Most = null,
    Share? Share = null,
    QuotaBase? Base = null,
    [property: Items(1, AwardCondition.MostNamed), StringLength(AwardCondition.LongestClass, MinimumLength = 1)] IReadOnlyList<string>? Classes = null,
    [property: Slug] string? Standard = null,
    QuotaRounding Rounding = QuotaRounding.Down,
    bool AtLeastOne = false,
    bool Blocks = false);

[JsonConverter(typeof(CamelCaseEnum<QuotaScope>))]
internal enum QuotaScope
{
    /// <summary>The nominations of one bloc.</summary>
    Bloc,

    /// <summary>Those of all blocs of the year.</summary>
    Province,
}

/// <summary>Of what a quota is a part. No text says that it is always the same (Decree 152/2025, article 7(1): not the members, not the flags, but the leaders of blocs).</summary>
[JsonConverter(typeof(CamelCaseEnum<QuotaBase>))]
internal enum QuotaBase
{
    /// <summary>The members of the bloc; of the province, of all blocs.</summary>
    Members,

    /// <summary>The members that were present at the vote.</summary>
    Present,

    /// <summary>The members that the published standings put into one of the named classes (Rule 366-QĐ/TW of 2025, article 11: of those graded "good").</summary>
    Classified,

    /// <summary>The units that lead their bloc's standings and are nominated for the award whose standard it is (Decree 152/2025, article 7(1)).</summary>
    LeadersAtStandard,
}

[JsonConverter(typeof(CamelCaseEnum<QuotaRounding>))]
internal enum QuotaRounding
{
    /// <summary>A fraction is nobody: no more pass than the part says.</summary>
    Down,

    /// <summary>Half a one is one.</summary>
    Nearest,

    /// <summary>A fraction is one.</summary>
    Up,
}
