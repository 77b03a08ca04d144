using EmulationFunctions.Common;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Reckoning;

/// <summary>What a unit's own sheet comes to, with the points of its quantitative criteria as far as they can be known now.</summary>
/// <param name="Scores">The points at every criterion, under the conditions that hold.</param>
/// <param name="Provisional">Quantitative criteria whose points depend on what other units of the bloc reach.</param>
internal sealed record OwnScores(ScoreTable Scores, IReadOnlySet<string> Provisional)
{
    /// <param name="figures">Of the whole bloc; those of a unit to which a criterion is not applicable may be among them, which is why the points are provisional.</param>
    /// <param name="held">The conditions that hold for the unit.</param>
    public static OwnScores Of(SchemeTree tree, string unit, SheetContent content, IReadOnlyList<Figure> figures, HeldConditions held)
    {
        var points = new Dictionary<string, Points>(StringComparer.Ordinal);
        var provisional = new HashSet<string>(StringComparer.Ordinal);
        foreach (var leaf in tree.Leaves.Where(leaf => leaf.Criterion.Kind == CriterionKind.Quantitative && !leaf.IsVoid && leaf.AppliesTo(content.NotApplicable)))
        {
            var units = figures.Where(figure => figure.Criterion == leaf.Code).Select(figure => new TargetAndActual(figure.Unit, figure.Target, figure.Actual));
            var own = QuantitativeScores.Compute(leaf.Criterion.Maximum, units, tree.Content.Rounding).FirstOrDefault(score => score.Unit == unit);
            if (own?.Points is not { } known)
            {
                continue;
            }

            points[leaf.Code] = known;
            if (own.Case is QuantitativeCase.AboveTarget or QuantitativeCase.Leader or QuantitativeCase.WithoutTarget)
            {
                for (var node = leaf; node is not null; node = node.Parent)
                {
                    provisional.Add(node.Code);
                }
            }
        }

        return new(SheetScores.Compute(tree, content, points).Under(held), provisional);
    }
}
