namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Whether there is such a version of a scheme, by which a bloc could be scored. A delegate, because this room lies below the one
/// that keeps the schemes: that one registers it.
/// </summary>
internal delegate Task<bool> SchemeExists(string scheme, int version, CancellationToken cancellationToken);
