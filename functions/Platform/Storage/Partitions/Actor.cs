namespace EmulationFunctions.Platform.Storage.Partitions;

/// <summary>Who changed something: never a name or an address.</summary>
/// <param name="Key"><c>tid:oid</c> of a person or an application, or <c>system</c> for a timer.</param>
/// <param name="Unit">The unit for which it was done, if any.</param>
internal sealed record Actor(string Key, string? Unit)
{
    public static readonly Actor System = new("system", null);
}
