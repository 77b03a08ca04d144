namespace EmulationFunctions.Common;

/// <summary>Collects the faults of a body, so that all are told at once.</summary>
internal static class FaultList
{
    public static void Add(this ICollection<Fault> faults, string path, string vietnamese, string english) =>
        faults.Add(new Fault(path, new Words(vietnamese, english)));
}
