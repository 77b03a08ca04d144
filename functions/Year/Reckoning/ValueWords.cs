using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>A value on a scheme's basis, as people read it.</summary>
internal static class ValueWords
{
    public static Words Of(SchemeContent content, Points value) => content.Basis != ScoreBasis.PercentOfAssigned
        ? new($"{value.InVietnamese()} điểm", $"{value} points")
        : new($"{value.InVietnamese()} %", $"{value} %");
}
