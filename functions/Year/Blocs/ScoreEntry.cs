using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What was entered for one leaf. Which value it carries follows from the leaf's kind; an explanation may stand alone.</summary>
/// <param name="Points">Of direct and pass/fail, and of a bonus or penalty that is typed.</param>
/// <param name="Count">How many times, where the scheme says what one time is worth.</param>
/// <param name="Counts">Of a nested percentage.</param>
/// <param name="Option">Of a choice: the code of the answer that holds.</param>
/// <param name="Measure">Of a measure.</param>
internal sealed record ScoreEntry(
    [property: Longest(SchemeRules.LongestCode)] string Criterion,
    Points? Points = null,
    long? Count = null,
    NestedCounts? Counts = null,
    [property: Longest(ScoreEntry.LongestExplanation)] string? Explanation = null,
    [property: Longest(SchemeRules.LongestCode)] string? Option = null,
    Measured? Measure = null)
{
    public const int LongestExplanation = 4_000;

    /// <summary>Whether it says nothing, so that what was entered is cleared.</summary>
    public bool IsEmpty() => this == new ScoreEntry(Criterion);
}

/// <summary>How many there are, how many of them count, and how many of those count twice (100 % complete, of whom 15 % excellent).</summary>
internal sealed record NestedCounts(long All, long Outer, long Inner);

/// <summary>What was measured, with at most four decimals each: the a and b of the formula.</summary>
/// <param name="Part">b: what was done.</param>
/// <param name="Whole">a: what was assigned, or how many there are; above 0. Left out where the formula looks at b alone.</param>
internal sealed record Measured(decimal Part, decimal? Whole = null);
