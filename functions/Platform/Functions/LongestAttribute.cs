namespace EmulationFunctions.Platform.Functions;

/// <summary>How long a text may be, for the API's description, where a rule of the room checks it and not the reading of the body.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class LongestAttribute(int letters) : Attribute
{
    public int Letters { get; } = letters;
}
