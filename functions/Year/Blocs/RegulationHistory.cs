namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// What a bloc's regulation settled on which days of a year. What was done is held to the version of its day: one that was adopted later asks nothing of it.
/// </summary>
/// <param name="Versions">Those that were adopted, first to last.</param>
internal sealed record RegulationHistory(IReadOnlyList<SettledVersion> Versions)
{
    /// <summary>What holds from now on; null where no version was adopted.</summary>
    public RegulationSettings? Last => Versions.Count > 0 ? Versions[^1].Settings : null;

    /// <summary>What held on that day, by the last version that was not adopted after it; null where there was none.</summary>
    public RegulationSettings? On(DateOnly day) => Versions.LastOrDefault(one => !(one.From > day))?.Settings;
}

/// <param name="From">The day on which it was adopted; null where nobody knows it: then it is taken to have held all the time.</param>
/// <param name="Settings">What it settles.</param>
internal sealed record SettledVersion(DateOnly? From, RegulationSettings Settings);
