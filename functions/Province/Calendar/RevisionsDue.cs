namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// Which of these units have been asked to revise their sheets of a period, and by which day. A delegate, as <see cref="SubmittedUnits"/> is.
/// </summary>
internal delegate Task<IReadOnlyDictionary<string, DateOnly>> RevisionsDue(
    int year, string period, string bloc, IReadOnlyList<string> units, CancellationToken cancellationToken);
