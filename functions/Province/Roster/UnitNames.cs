namespace EmulationFunctions.Province.Roster;

/// <summary>What people call units; one without a name in the roster stands for itself.</summary>
internal sealed class UnitNames(IReadOnlyDictionary<string, Unit> units)
{
    public string this[string unit] => units.GetValueOrDefault(unit)?.Name ?? unit;

    /// <summary>Whether it only stands for a unit of which nothing is known but that there is one.</summary>
    public bool IsPlaceholder(string unit) => units.GetValueOrDefault(unit) is { IsPlaceholder: true };
}
