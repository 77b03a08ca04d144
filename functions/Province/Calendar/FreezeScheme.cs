namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Freezes the version of a scheme that a bloc is about to be scored by, so that it never changes again; false when there is no
/// such version. A delegate, because this room lies below the one that keeps the schemes: that one registers it.
/// </summary>
internal delegate Task<bool> FreezeScheme(string scheme, int version, CancellationToken cancellationToken);
