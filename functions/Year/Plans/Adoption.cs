using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Plans;

/// <summary>When a bloc adopted something, as far as anybody put it down. Nothing of it is ever guessed.</summary>
/// <param name="Day">The day; null where only words are known.</param>
/// <param name="Said">The day as it was said, such as "ngay từ đầu năm"; null where the day itself is known.</param>
/// <param name="Meeting">The id of the meeting at which it was; null where it was at none, or at one that nobody put down.</param>
/// <param name="MeetingYear">The year among whose meetings that one is, where it is not this year: a year-end meeting often adopts for the next.</param>
internal sealed record Adoption(
    DateOnly? Day = null,
    [property: StringLength(Adoption.LongestSaid, MinimumLength = 1)] string? Said = null,
    [property: Slug] string? Meeting = null,
    int? MeetingYear = null)
{
    public const int LongestSaid = 200;
}
