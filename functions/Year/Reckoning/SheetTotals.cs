using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What a sheet, or a step of its appraisal, comes to.</summary>
/// <param name="Base">The sum of the leaves, without bonus and penalty.</param>
/// <param name="Assigned">The most the unit could have, without bonus.</param>
/// <param name="Bonus">All bonuses, up to the scheme's cap.</param>
/// <param name="Penalty">All penalties, up to the scheme's cap.</param>
/// <param name="Total">Base and bonus without penalty.</param>
/// <param name="Percentage">The base as a percentage of what is assigned; null where nothing is.</param>
internal sealed record SheetTotals(Points Base, Points Assigned, Points Bonus, Points Penalty, Points Total, Percent? Percentage)
{
    public static SheetTotals Of(ScoreTable scores) => new(scores.Base, scores.Assigned, scores.Bonus, scores.Penalty, scores.OwnTotal, scores.Percentage);
}
