using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Functions;

/// <summary>
/// A body with structural faults of which the rest could be read. The function is asked all the same, so that its rules say what else is
/// wrong: nothing is written meanwhile, and whatever comes of it, the answer is 400 with all faults together.
/// </summary>
internal sealed record UnsoundBody(IReadOnlyList<Fault> Faults)
{
    /// <param name="thrown">How the function ended; null when it found nothing.</param>
    public Refusal Refuse(Exception? thrown) =>
        Refusal.BadInput([.. Faults, .. thrown is Refusal { Type: Refusal.BadInputType } refusal ? refusal.Faults.Where(IsSaidOfSomethingElse) : []]);

    /// <summary>What a rule says of a faulty place, or of all around it, it says of what stands in for it.</summary>
    private bool IsSaidOfSomethingElse(Fault fault) => !Faults.Any(known => IsWithin(known.Path, fault.Path) || IsWithin(fault.Path, known.Path));

    private static bool IsWithin(string path, string outer) =>
        path.StartsWith(outer, StringComparison.Ordinal) && (path.Length == outer.Length || path[outer.Length] is '.' or '[');
}

/// <summary>
/// On a body whose parts refer to each other: what stands in for a part that could not be read would make faults of others that have none, so
/// its rules are asked only where what was meant is known.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class PartsReferAttribute : Attribute;
