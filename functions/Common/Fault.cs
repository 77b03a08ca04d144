namespace EmulationFunctions.Common;

/// <summary>One fault of what was sent: where (a JSON path, or the name of a route or query value) and what.</summary>
internal sealed record Fault(string Path, Words Words);
