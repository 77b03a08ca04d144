namespace EmulationFunctions.Province.Roster;

/// <summary>What people call units; one without a name in the roster stands for itself.</summary>
/// <param name="units">The units as they are now.</param>
/// <param name="others">What some of them were called on another day; null for what they are called now.</param>
internal sealed class UnitNames(IReadOnlyDictionary<string, Unit> units, IReadOnlyDictionary<string, string>? others = null)
{
    public string this[string unit] => others?.GetValueOrDefault(unit) ?? units.GetValueOrDefault(unit)?.Name ?? unit;

    /// <summary>Whether it only stands for a unit of which nothing is known but that there is one.</summary>
    public bool IsPlaceholder(string unit) => units.GetValueOrDefault(unit) is { IsPlaceholder: true };
}
