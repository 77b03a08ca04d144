using System.Reflection;

namespace EmulationFunctions.Platform.Functions;

/// <summary>How the program is. Nothing in it helps an attacker: no names, no addresses, no counts of people.</summary>
/// <param name="Status">healthy, degraded or unhealthy.</param>
/// <param name="Version">The program's version with the commit it was built from.</param>
/// <param name="Checks">What was looked at, each with its state and, when it is not well, a sentence.</param>
/// <param name="Timers">When each timer last succeeded.</param>
internal sealed record Health(string Status, string Version, IReadOnlyList<HealthPart> Checks, IReadOnlyList<TimerHealth> Timers)
{
    public const string Unhealthy = "unhealthy";
}

internal sealed record HealthPart(string Name, string Status, string? Detail);

internal sealed record TimerHealth(string Name, string Schedule, DateTimeOffset? LastSucceeded);

/// <summary>Which program this is.</summary>
internal static class ProgramVersion
{
    public static readonly string Text =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0";
}
