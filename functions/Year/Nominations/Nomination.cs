using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Year.Nominations;

/// <summary>A unit that is proposed for an award in its bloc's year.</summary>
/// <param name="Award">The award's code.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Rules">The version of the rules under which it was opened: it stays under it, whatever becomes of the rules.</param>
/// <param name="OpenedOn">The day on which it was opened: of its version's rules those that held on it are asked.</param>
/// <param name="Figures">What was counted in the unit; null where nothing was put down.</param>
/// <param name="Statements">What was said of conditions that no figure shows.</param>
/// <param name="Withdrawn">Why it was withdrawn; null while it stands.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Nomination(
    string Award,
    string Unit,
    string Rules,
    DateOnly OpenedOn,
    NominationFigures? Figures,
    IReadOnlyList<ConditionStatement> Statements,
    Withdrawal? Withdrawn = null,
    long Version = 0)
{
    /// <summary>In one bloc's year, for all awards together.</summary>
    public const int Most = 1000;

    /// <summary>How it stands; it is told with the unit's suspensions.</summary>
    [JsonIgnore]
    public NominationStatus Status { get; init; } = Withdrawn is null ? NominationStatus.Nominated : NominationStatus.Withdrawn;

    [JsonIgnore]
    public string RulesVersion => Rules;

    [JsonIgnore]
    public int? StaffCount => Figures?.People;

    [JsonIgnore]
    public int? Women => Figures?.Women;

    [JsonIgnore]
    public int? DirectWorkers => Figures?.DirectWorkers;
}

[JsonConverter(typeof(CamelCaseEnum<NominationStatus>))]
internal enum NominationStatus
{
    Nominated,
    Withdrawn,

    /// <summary>The unit is suspended: no award and no proposal meanwhile (Decree 152/2025, article 4(4)). It is not ineligible by that.</summary>
    Suspended,
}

/// <param name="Day">When.</param>
/// <param name="Reason">Why.</param>
internal sealed record Withdrawal(DateOnly Day, string Reason);

/// <summary>What was counted in a unit, on a day, by a source.</summary>
/// <param name="AsOf">The day of the count, in Vietnam.</param>
/// <param name="Source">Where the figures come from, such as a report's number.</param>
/// <param name="People">All its people.</param>
/// <param name="Women">How many of them are women.</param>
/// <param name="DirectWorkers">How many of them work directly.</param>
/// <param name="Collectives">The collectives below it.</param>
/// <param name="SmallCollectives">How many of these are small.</param>
/// <param name="AdvancedWorkers">People with the title "Lao động tiên tiến" of the year.</param>
/// <param name="BaseFighters">People with the title "Chiến sĩ thi đua cơ sở" of the year.</param>
internal sealed record NominationFigures(
    DateOnly AsOf,
    [property: StringLength(NominationFigures.LongestSource, MinimumLength = 1)] string Source,
    [property: Range(0, AwardCondition.MostPeople)] int? People = null,
    [property: Range(0, AwardCondition.MostPeople)] int? Women = null,
    [property: Range(0, AwardCondition.MostPeople)] int? DirectWorkers = null,
    [property: Range(0, AwardCondition.MostPeople)] int? Collectives = null,
    [property: Range(0, AwardCondition.MostPeople)] int? SmallCollectives = null,
    [property: Range(0, AwardCondition.MostPeople)] int? AdvancedWorkers = null,
    [property: Range(0, AwardCondition.MostPeople)] int? BaseFighters = null)
{
    public const int LongestSource = 300;

#pragma warning disable CS8524 // What is read from a row is one of the names.
    public int? Of(AwardFigure figure) => figure switch
    {
        AwardFigure.People => People,
        AwardFigure.Women => Women,
        AwardFigure.DirectWorkers => DirectWorkers,
        AwardFigure.Collectives => Collectives,
        AwardFigure.SmallCollectives => SmallCollectives,
        AwardFigure.AdvancedWorkers => AdvancedWorkers,
        AwardFigure.BaseFighters => BaseFighters,
    };
#pragma warning restore CS8524
}

/// <summary>What is said of a condition that no figure shows.</summary>
/// <param name="Condition">Its code in the award.</param>
/// <param name="IsMet">Whether it is met.</param>
/// <param name="Source">Where that comes from, such as a paper's number.</param>
internal sealed record ConditionStatement(
    [property: Slug] string Condition, bool IsMet, [property: StringLength(NominationFigures.LongestSource, MinimumLength = 1)] string Source);
