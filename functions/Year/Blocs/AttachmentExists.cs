using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Whether the bloc's year has a file of that id. The room that keeps the files registers it.</summary>
internal delegate Task<bool> AttachmentExists(YearOfBloc id, string attachment, CancellationToken cancellationToken);

/// <summary>The same, and that the file is the bloc's or that unit's: what is another unit's own neither it nor anybody for it names.</summary>
internal delegate Task<bool> AttachmentOfUnit(YearOfBloc id, string attachment, string unit, CancellationToken cancellationToken);

/// <summary>
/// Keeps a file from being taken away for as long as it takes to write down that something rests on it: a removal that comes meanwhile is refused.
/// </summary>
/// <returns>Whether there is such a file.</returns>
internal delegate Task<bool> HoldAttachment(YearOfBloc id, string attachment, Actor actor, CancellationToken cancellationToken);
