using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Roster;

namespace EmulationFunctions.Province.Awards;

/// <summary>A title or a form of commendation, and the rules by which somebody is proposed for it.</summary>
/// <param name="Code">By which nominations, ballots and decisions name it; unique in its version, the same in all.</param>
/// <param name="Title">As decisions write it.</param>
/// <param name="Kind">Title or form: for one period a title and a form are both given, of several titles only the highest (Decree 152/2025, article 50).</param>
/// <param name="Level">Who gives it; papers name the higher first (Decree 152/2025, article 29(5)).</param>
/// <param name="Subject">Who gets it.</param>
/// <param name="Source">The provision that makes it.</param>
/// <param name="GrantedBy">The post that grants it, such as "Chủ tịch Ủy ban nhân dân tỉnh"; null where that was not put down.</param>
/// <param name="Kinds">Only units of these kinds may be proposed; null for any.</param>
/// <param name="Blocs">Only units of blocs of this level may be proposed; null for any.</param>
/// <param name="Worth">What goes with it; null where that is not known.</param>
internal sealed record Award(
    [property: Slug] string Code,
    [property: StringLength(Award.LongestTitle, MinimumLength = 1)] string Title,
    AwardKind Kind,
    AwardLevel Level,
    AwardSubject Subject,
    AwardSource Source,
    [property: StringLength(Award.LongestTitle, MinimumLength = 1)] string? GrantedBy = null,
    [property: Items(1, Award.MostKinds)] IReadOnlyList<UnitKind>? Kinds = null,
    BlocLevel? Blocs = null,
    AwardWorth? Worth = null)
{
    public const int LongestTitle = 300;
    public const int MostKinds = 20;
    public const int MostConditions = 30;
    public const int MostQuotas = 5;
    public const int MostTieBreaks = 10;
    public const int MostVotes = 10;

    /// <summary>What somebody must have done or be to be proposed.</summary>
    [Items(0, MostConditions)]
    public IReadOnlyList<AwardCondition> Conditions { get; init; } = [];

    /// <summary>How many may be proposed; several hold at once.</summary>
    [Items(0, MostQuotas)]
    public IReadOnlyList<AwardQuota> Quotas { get; init; } = [];

    /// <summary>How it is voted on, in the bloc and in the council; a body votes one way on any day.</summary>
    [Items(0, MostVotes)]
    public IReadOnlyList<AwardVote> Votes { get; init; } = [];

    /// <summary>What separates those who are equal at the last place of a quota, in this order.</summary>
    [Items(0, MostTieBreaks)]
    public IReadOnlyList<AwardTieBreak> TieBreaks { get; init; } = [];

    /// <summary>How that body votes on it, of an award <see cref="On"/> a day; null where no rule says it.</summary>
    public AwardVote? VoteOf(VotingBody body) => Votes.FirstOrDefault(vote => vote.Body == body);

    /// <summary>It with those of its rules alone that hold on that day.</summary>
    public Award On(DateOnly day) => this with
    {
        Worth = Worth?.Source.HoldsOn(day) is true ? Worth : null,
        Conditions = [.. Conditions.Where(one => one.Source.HoldsOn(day))],
        Quotas = [.. Quotas.Where(one => one.Source.HoldsOn(day))],
        Votes = [.. Votes.Where(one => one.Source.HoldsOn(day))],
        TieBreaks = [.. TieBreaks.Where(one => one.Source.HoldsOn(day))],
    };
}

/// <summary>Rows hold the name; so do all enums of a rule.</summary>
[JsonConverter(typeof(CamelCaseEnum<AwardKind>))]
internal enum AwardKind
{
    /// <summary>Danh hiệu thi đua, a flag too.</summary>
    Title,

    /// <summary>Hình thức khen thưởng.</summary>
    Form,
}

/// <summary>From the highest.</summary>
[JsonConverter(typeof(CamelCaseEnum<AwardLevel>))]
internal enum AwardLevel
{
    /// <summary>Nhà nước, Chính phủ.</summary>
    State,

    /// <summary>Bộ, ngành.</summary>
    Ministry,

    /// <summary>Tỉnh, thành phố.</summary>
    Province,

    /// <summary>Cơ sở.</summary>
    Base,
}

/// <summary>In the order in which papers name them (Decree 152/2025, article 29(5)).</summary>
[JsonConverter(typeof(CamelCaseEnum<AwardSubject>))]
internal enum AwardSubject
{
    /// <summary>A unit of a bloc as a whole.</summary>
    Unit,

    /// <summary>A collective within a unit.</summary>
    Collective,

    /// <summary>A household.</summary>
    Household,

    /// <summary>A person.</summary>
    Person,
}

/// <summary>What goes with an award.</summary>
/// <param name="Coefficient">How often the base salary, with at most two decimals.</param>
/// <param name="Source">Where that is from.</param>
internal sealed record AwardWorth([property: Range(0.01, 1000.0)] decimal Coefficient, AwardSource Source);
