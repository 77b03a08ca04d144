using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Awards;

/// <summary>What a unit must have done or be to be proposed.</summary>
/// <param name="Code">Unique in its award.</param>
/// <param name="Title">As people read it.</param>
/// <param name="Kind">How it is looked at.</param>
/// <param name="Source">Where it is from.</param>
/// <param name="Classes">Of <see cref="AwardConditionKind.Class"/>: the codes of the classes, in the scheme, of which one is needed.</param>
/// <param name="Awards">Of <see cref="AwardConditionKind.Titles"/>: the awards of which one is needed in each year.</param>
/// <param name="Years">Of classes and titles: in how many years in a row; 1 unless given. Those of titles end with the year before, those of classes with this one.</param>
/// <param name="Place">Of <see cref="AwardConditionKind.Place"/>: this place in the bloc or a better one.</param>
/// <param name="Points">Of <see cref="AwardConditionKind.Points"/>: at least so many, as the bloc's standings rank by them.</param>
/// <param name="Part">Of shares and counts: the figure that is looked at.</param>
/// <param name="Whole">Of shares: the figure of which it is a part.</param>
/// <param name="Share">Of shares: at least this part.</param>
/// <param name="Count">Of counts: at least so many.</param>
/// <param name="Lists">Of <see cref="AwardConditionKind.NotListed"/>: from which bodies' lists, by their code; null for any that came.</param>
internal sealed record AwardCondition(
    [property: Slug] string Code,
    [property: StringLength(AwardCondition.LongestTitle, MinimumLength = 1)] string Title,
    AwardConditionKind Kind,
    AwardSource Source,
    [property: Items(1, AwardCondition.MostNamed), StringLength(AwardCondition.LongestClass, MinimumLength = 1)] IReadOnlyList<string>? Classes = null,
    [property: Items(1, AwardCondition.MostNamed), Slug] IReadOnlyList<string>? Awards = null,
    [property: Range(1, AwardCondition.MostYears)] int? Years = null,
    [property: Range(1, 500)] int? Place = null,
    Points? Points = null,
    AwardFigure? Part = null,
    AwardFigure? Whole = null,
    Share? Share = null,
    [property: Range(1, AwardCondition.MostPeople)] int? Count = null,
    [property: Items(1, AwardCondition.MostNamed), Slug] IReadOnlyList<string>? Lists = null)
{
    public const int LongestTitle = 500;
    public const int LongestClass = 64;
    public const int MostNamed = 20;
    public const int MostYears = 30;
    public const int MostPeople = 1_000_000;
}

/// <summary>The closed set of what is looked at.</summary>
[JsonConverter(typeof(CamelCaseEnum<AwardConditionKind>))]
internal enum AwardConditionKind
{
    /// <summary>The class of completion that the published standings of the whole year give.</summary>
    Class,

    /// <summary>The place in them.</summary>
    Place,

    /// <summary>The points in them.</summary>
    Points,

    /// <summary>Titles of years in a row, by decisions that were not revoked.</summary>
    Titles,

    /// <summary>One figure of the nomination as a part of another.</summary>
    Share,

    /// <summary>A figure of the nomination.</summary>
    Count,

    /// <summary>That the unit stands on no list of the bodies that send one.</summary>
    NotListed,

    /// <summary>What no figure shows: the nomination says it, with its source.</summary>
    Stated,
}

/// <summary>What is counted in a unit, for a nomination.</summary>
[JsonConverter(typeof(CamelCaseEnum<AwardFigure>))]
internal enum AwardFigure
{
    /// <summary>All its people.</summary>
    People,

    Women,

    /// <summary>Người trực tiếp lao động, công tác.</summary>
    DirectWorkers,

    /// <summary>The collectives below it.</summary>
    Collectives,

    /// <summary>Those of them that are small (phòng, tổ, đội and the like).</summary>
    SmallCollectives,

    /// <summary>People with the title "Lao động tiên tiến" of the year.</summary>
    AdvancedWorkers,

    /// <summary>People with the title "Chiến sĩ thi đua cơ sở" of the year.</summary>
    BaseFighters,
}
