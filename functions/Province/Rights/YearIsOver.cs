namespace EmulationFunctions.Province.Rights;

/// <summary>
/// Whether a year's work is over: the calendar says so, not today's date, since January still works on last year. A delegate, as
/// <see cref="LeadersLookup"/>.
/// </summary>
internal delegate Task<bool> YearIsOver(int year, CancellationToken cancellationToken);
