namespace EmulationFunctions.Year.Blocs;

/// <summary>One unit that scores another.</summary>
internal sealed record CrossPair(string Scorer, string Scored);
