namespace EmulationFunctions.Common;

/// <summary>An hour as papers write it, of 24 and in Vietnam: 14:00. Sorted as text they are sorted in time.</summary>
internal static class HourText
{
    public const string Pattern = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    /// <summary>Something ends after it has begun.</summary>
    public static bool IsOrdered(string? from, string? to) => from is null || to is null || string.CompareOrdinal(from, to) < 0;
}
