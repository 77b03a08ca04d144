namespace EmulationFunctions.Common;

/// <summary>Why somebody does something, in the words that the trail of changes keeps.</summary>
internal static class ReasonText
{
    public const int Longest = 1000;
}
