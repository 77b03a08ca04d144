using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What a unit that ended, or left its bloc, brings into the total of the sheet that goes on: never points of a criterion (docs/decisions/0026).</summary>
/// <param name="Bloc">The bloc in which its sheet is.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Name">What it was called then.</param>
/// <param name="Day">The first day on which it was no more.</param>
/// <param name="Before">The days or months of the year before that.</param>
/// <param name="Of">All of the year's.</param>
/// <param name="Total">What its sheet came to.</param>
/// <param name="Ranked">What it would be ranked by: hundredths of points, or of a percentage.</param>
/// <param name="Classified">What its class would be found by, in the same way.</param>
internal sealed record PriorPart(
    string Bloc, string Unit, string Name, DateOnly Day, int Before, int Of, Points Total, Points Ranked, Points Classified)
{
    /// <summary>The days or months of the year before the unit that takes over came into its bloc, at most those before the succession: from then on it counts beside the others.</summary>
    public int HeirSince { get; init; } = Before;
}
