using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Reckoning;

namespace EmulationFunctions.Year.Standings;

/// <summary>What published standings say of one unit.</summary>
/// <param name="Place">Null where it has none.</param>
/// <param name="Apart">Null where it has a place.</param>
/// <param name="Totals">Its points at every criterion; null where it was left out.</param>
internal sealed record PublishedUnit(PlacedUnit? Place, UnitApart? Apart, NodeTotals? Totals)
{
    public static PublishedUnit Of(BlocStandings published, string unit, NodeTotals? totals) =>
        new(published.Places.FirstOrDefault(place => place.Unit == unit), published.Apart.FirstOrDefault(one => one.Unit == unit), totals);

    /// <summary>Whether the locked sheets still are what was submitted, and still come to this.</summary>
    public bool Agrees(SchemeTree tree, Entrant entrant, Placements reckoning)
    {
        var computed = reckoning.Places.FirstOrDefault(place => place.Unit == entrant.Unit);
        if (Place is null || computed is null)
        {
            return Place is null && computed is null && reckoning.Apart.FirstOrDefault(one => one.Unit == entrant.Unit)?.Class == Apart?.Class;
        }

        // The sentences are cut in their rows; what they explain is compared itself.
        return computed == Place with { ClassExplanation = computed.ClassExplanation, Explanation = computed.Explanation, Measures = computed.Measures }
            && SheetHash.Of(tree.Scheme, entrant.Sheet) == Place.SheetHash
            && Totals is not null
            && tree.Nodes.All(node => Totals[node] == reckoning.Scores[entrant.Unit].Official[node]);
    }
}
