using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Erases the names of people in what a room keeps of a bloc's year: each room that keeps some registers one. Safe to do again.</summary>
/// <param name="Name">Of the room.</param>
/// <param name="EraseAsync">Given the reason and who asked; returns how many people were erased.</param>
internal sealed record PeopleEraser(string Name, Func<YearOfBloc, string, Actor, CancellationToken, Task<int>> EraseAsync);
