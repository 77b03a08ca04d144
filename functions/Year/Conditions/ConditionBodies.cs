using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Conditions;

/// <summary>The body of <c>DeclareCondition</c>.</summary>
/// <param name="IsSo">Whether it is so.</param>
/// <param name="Reason">Why, or what happened.</param>
/// <param name="Paper">The paper that shows it: number, day, issuer. Needed where the scheme asks for evidence.</param>
internal sealed record DeclarationBody(
    bool IsSo,
    [property: StringLength(ReasonText.Longest, MinimumLength = 1)] string Reason,
    [property: StringLength(DeclarationBody.LongestPaper, MinimumLength = 1)] string? Paper = null)
{
    public const int LongestPaper = 300;
}

/// <summary>The body of <c>RecordStaff</c>.</summary>
/// <param name="All">How many people the unit has.</param>
/// <param name="Women">How many of them are women.</param>
/// <param name="AsOf">The day of the count, in Vietnam.</param>
/// <param name="Source">Where the figures come from.</param>
internal sealed record StaffBody(
    [property: Range(1, StaffBody.MostPeople)] int All,
    [property: Range(0, StaffBody.MostPeople)] int Women,
    DateOnly AsOf,
    [property: StringLength(300, MinimumLength = 1)] string Source)
{
    public const int MostPeople = 1_000_000;
}
