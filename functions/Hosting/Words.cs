namespace EmulationFunctions.Hosting;

/// <summary>A sentence that people read: Vietnamese, and English on request.</summary>
internal sealed record Words(string Vi, string En);
