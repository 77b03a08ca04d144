namespace EmulationFunctions.Province.Calendar;

/// <summary>
/// What the timer <c>AdvanceStages</c> does for a room above this one, once an hour: above all to finish what a killed process
/// left unfinished. Registered by that room; safe to run twice, late, or on two machines at once. One that fails stops no other.
/// </summary>
/// <param name="Name">Named in the log when it fails.</param>
/// <param name="RunAsync">Does what is due and returns one sentence for each thing it did, with ids and no names.</param>
internal sealed record HourlyWork(string Name, Func<CancellationToken, Task<IReadOnlyList<string>>> RunAsync);
