using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What was entered for one leaf. Which value it carries follows from the leaf's kind; an explanation may stand alone.</summary>
/// <param name="Points">Of direct and pass/fail, and of a bonus or penalty that is typed.</param>
/// <param name="Count">How many times, where the scheme says what one time is worth.</param>
/// <param name="Counts">Of a nested percentage.</param>
internal sealed record ScoreEntry(
    [property: Longest(SchemeRules.LongestCode)] string Criterion,
    Points? Points = null,
    long? Count = null,
    NestedCounts? Counts = null,
    [property: Longest(ScoreEntry.LongestExplanation)] string? Explanation = null)
{
    public const int LongestExplanation = 4_000;
}

/// <summary>How many there are, how many of them count, and how many of those count twice (100 % complete, of whom 15 % excellent).</summary>
internal sealed record NestedCounts(long All, long Outer, long Inner);
