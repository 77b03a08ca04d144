using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Year.Pacts;

/// <summary>What is to be reached: in a pact by every member, in a registration by one unit.</summary>
/// <param name="Id">By which progress is reported and nested targets refer to it.</param>
/// <param name="Kind">What else is said of it.</param>
/// <param name="What">In words, such as "cán bộ hoàn thành tốt nhiệm vụ trở lên".</param>
/// <param name="Number">Of a number: how many, with at most four decimals.</param>
/// <param name="Unit">Of a number: of what, such as "sáng kiến" or "tỷ đồng".</param>
/// <param name="Percent">Of a percentage.</param>
/// <param name="Within">Of a percentage: the id of an earlier one, of whose share this is a share ("100 %, of whom 15 %").</param>
/// <param name="IsAtMost">Of a number or a percentage: whether it is not to be exceeded, instead of to be reached.</param>
internal sealed record PactTarget(
    [property: Slug] string Id,
    TargetKind Kind,
    [property: StringLength(PactTarget.LongestWhat, MinimumLength = 1)] string What,
    decimal? Number = null,
    [property: StringLength(PactTarget.LongestUnit, MinimumLength = 1)] string? Unit = null,
    Percent? Percent = null,
    [property: Slug] string? Within = null,
    bool IsAtMost = false)
{
    public const int Most = 50;
    public const int LongestWhat = 500;
    public const int LongestUnit = 50;
    public const int MostTitles = 10;
    public const int LongestTitle = 200;

    /// <summary>Of a title: one or more that are awarded elsewhere, such as "Công sở văn hóa"; any of them will do.</summary>
    [Items(0, MostTitles), StringLength(LongestTitle, MinimumLength = 1)]
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Without outer blanks.</summary>
    public PactTarget Trimmed() => this with { What = What.Trim(), Unit = Unit?.Trim(), Titles = [.. Titles.Select(title => title.Trim())] };

    /// <summary>Of all, where it is a share of another target's share: 15 % of 100 % is 15 %. Null for what is no percentage.</summary>
    /// <param name="targets">All, this one among them.</param>
    public Percent? OfAll(IReadOnlyList<PactTarget> targets) =>
        Percent is not { } share ? null
        : targets.TakeWhile(one => one.Id != Id).FirstOrDefault(one => one.Id == Within)?.OfAll(targets) is not { } outer ? share
        : new(Exact.Divide((Int128)outer.Hundredths * share.Hundredths, 100_00, RoundingRule.HalfAwayFromZero));

    /// <summary>Whether that number reaches it; null where a number does not tell.</summary>
    public bool? IsReachedBy(decimal? number) =>
        number is { } reached && (Number ?? Percent?.ToDecimal()) is { } target ? IsAtMost ? reached <= target : reached >= target : null;
}

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<TargetKind>))]
internal enum TargetKind
{
    /// <summary>A number of something.</summary>
    Number,

    /// <summary>A share, of all or of another target's share.</summary>
    Percentage,

    /// <summary>A title that is awarded elsewhere.</summary>
    Title,

    /// <summary>Plain words.</summary>
    Words,
}
