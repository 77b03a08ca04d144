namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Which of a bloc's units have submitted their sheets of a period. A delegate, because this room lies below the one that keeps
/// the sheets: that one registers it.
/// </summary>
internal delegate Task<IReadOnlySet<string>> SubmittedUnits(int year, string period, string bloc, IReadOnlyList<string> members, CancellationToken cancellationToken);
