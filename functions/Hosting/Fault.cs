namespace EmulationFunctions.Hosting;

/// <summary>One fault of a body, at its JSON path (<c>$.scores[3].points</c>).</summary>
internal sealed record Fault(string Path, Words Words);
