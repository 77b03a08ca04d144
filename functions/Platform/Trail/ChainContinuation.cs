using System.Globalization;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Platform.Trail;

/// <summary>Where the check of a long chain goes on; the row that it names must be there.</summary>
internal static class ChainContinuation
{
    public static string Write(ChainPoint point) => $"{point.Seq.ToString(CultureInfo.InvariantCulture)}-{point.Hash}";

    public static ChainPoint Read(string text) =>
        text.Split('-') is [var seq, { Length: 64 } hash] && long.TryParse(seq, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? new(number, hash)
            : throw Page.BadContinuation();
}
