using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Province.Awards;

namespace EmulationFunctions.Year.Nominations;

/// <summary>How a condition stands, and where that comes from.</summary>
/// <param name="Condition">The condition.</param>
/// <param name="State">How it stands.</param>
/// <param name="Why">In a sentence, with where it comes from.</param>
/// <param name="IsConfidential">Whether why is for the unit itself and those who oversee alone.</param>
internal sealed record CheckedCondition(AwardCondition Condition, EligibilityState State, Words Why, bool IsConfidential = false);

[JsonConverter(typeof(CamelCaseEnum<EligibilityState>))]
internal enum EligibilityState
{
    Met,
    NotMet,

    /// <summary>Something that it rests on was not put down, or not published: nothing is put in its place.</summary>
    NotKnown,
}

/// <summary>What is known of a unit, for an award in a year.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Year">The year.</param>
/// <param name="Results">Its published results of whole years, of units whose tasks it took over too.</param>
/// <param name="Standing">Its result in this year and bloc; null while that is not published.</param>
/// <param name="Titles">The titles of years up to this one.</param>
/// <param name="Figures">What was counted in it; null where nothing was put down.</param>
/// <param name="Statements">What was said of conditions that no figure shows.</param>
/// <param name="Lists">The year's lists of outside bodies.</param>
/// <param name="PenaltyEnds">The last day of the latest penalty in which a suspension of this year or the one before ended; null where none did.</param>
internal sealed record UnitFacts(
    string Unit,
    int Year,
    IReadOnlyList<YearResult> Results,
    YearStanding? Standing,
    IReadOnlyList<HeldTitle> Titles,
    NominationFigures? Figures,
    IReadOnlyList<ConditionStatement> Statements,
    IReadOnlyList<OutsideList> Lists,
    DateOnly? PenaltyEnds);

/// <param name="Year">Which.</param>
/// <param name="Class">The code of the class; null where it reached none.</param>
/// <param name="ClassTitle">The class in words.</param>
internal sealed record YearResult(int Year, string? Class, string? ClassTitle);

/// <param name="Rank">The place; null where it has none.</param>
/// <param name="Ranked">How many have one.</param>
/// <param name="Value">What it is ranked by; null where it has no place, and in a ranking by measures alone.</param>
/// <param name="WhyApart">Why it has no place.</param>
/// <param name="Published">The day of the publication.</param>
internal sealed record YearStanding(int? Rank, int? Ranked, Points? Value, string? WhyApart, DateOnly Published);
