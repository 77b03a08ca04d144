namespace EmulationFunctions.Common;

/// <summary>A setting that is missing or wrong. It stops the start with a sentence that names the setting.</summary>
internal sealed class SettingException(string name, string what) : Exception($"The setting {name} {what}")
{
    public string Name { get; } = name;
}
