namespace EmulationFunctions.Province.Rights;

/// <summary>Whether there is such a unit. A delegate, as <see cref="LeadersLookup"/>: the room that keeps the units registers it.</summary>
internal delegate Task<bool> UnitExists(string unit, CancellationToken cancellationToken);
