namespace EmulationFunctions.Identity;

/// <summary>
/// The unit that leads a bloc in a year, if its term has not ended. A delegate, because this room knows no other: the room that
/// keeps the terms registers it.
/// </summary>
internal delegate Task<string?> HeadLookup(string bloc, int year, CancellationToken cancellationToken);
