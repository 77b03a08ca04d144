namespace EmulationFunctions.Year.Blocs;

// What rooms of this floor ask of each other. Delegates, because they do not know each other: the room that has the answer registers it.

/// <summary>What the bloc's regulation of the year settles, by the version that was adopted last; null where none was.</summary>
internal delegate Task<RegulationSettings?> AdoptedRegulation(YearOfBloc id, CancellationToken cancellationToken);
