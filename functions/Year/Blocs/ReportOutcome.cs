namespace EmulationFunctions.Year.Blocs;

/// <summary>What the last adopted report of a bloc's year leaves to be carried on.</summary>
/// <param name="Report">The report's id.</param>
/// <param name="Shortcomings">What fell short, and why.</param>
/// <param name="Tasks">What the bloc has set itself.</param>
internal sealed record ReportOutcome(string Report, IReadOnlyList<ReportedShortcoming> Shortcomings, IReadOnlyList<string> Tasks);

/// <param name="Text">What fell short.</param>
/// <param name="Causes">Why; empty where nobody said.</param>
internal sealed record ReportedShortcoming(string Text, IReadOnlyList<string> Causes);

/// <summary>The outcome of the adopted report that covers the latest days of a year; null where none was adopted.</summary>
internal delegate Task<ReportOutcome?> ReportOutcomeLookup(YearOfBloc id, CancellationToken cancellationToken);
