namespace EmulationFunctions.Province.Awards;

// What this room asks of others. Delegates, because it knows none of them: the room that has the answer registers it.

/// <summary>A title or form that a unit holds, or held.</summary>
/// <param name="Award">Its code.</param>
/// <param name="Year">The year of emulation for which it was given.</param>
/// <param name="Decision">The number of the decision.</param>
/// <param name="Day">The day of the decision.</param>
/// <param name="IsRevoked">Whether it was taken back.</param>
internal sealed record HeldTitle(string Award, int Year, string Decision, DateOnly Day, bool IsRevoked);

/// <summary>What a unit, and the units whose tasks it took over, were given for years up to that one.</summary>
internal delegate Task<IReadOnlyList<HeldTitle>> TitlesOf(string unit, int year, CancellationToken cancellationToken);
