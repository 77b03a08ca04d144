using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Points and percentages in a workbook's cells: a third decimal is a fault, not rounded.</summary>
internal static class ScoreCells
{
    public static Points? Points(this ReadLine line, string heading) =>
        Hundredths(line, heading, line.Number(heading)) is { } hundredths ? new(hundredths) : null;

    public static Points NeededPoints(this ReadLine line, string heading)
    {
        line.DemandFilled(heading);
        return line.Points(heading) ?? default;
    }

    public static Percent? Share(this ReadLine line, string heading) =>
        Hundredths(line, heading, line.Number(heading, mayBePercent: true)) is { } hundredths ? new(hundredths) : null;

    private static long? Hundredths(ReadLine line, string heading, decimal? number)
    {
        if (number is not { } given)
        {
            return null;
        }

        var hundredths = Common.Hundredths.From(given, out var why);
        if (why is not null)
        {
            why = CellWords.Holds(given, why);
            line.Fault(heading, why.Vi, why.En);
        }

        return hundredths;
    }
}
