namespace EmulationFunctions.Year.Blocs;

/// <summary>Whether the bloc's year has a file of that id. The room that keeps the files registers it.</summary>
internal delegate Task<bool> AttachmentExists(YearOfBloc id, string attachment, CancellationToken cancellationToken);
