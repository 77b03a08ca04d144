using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>A paper, or an entry of a register, behind a criterion, as the unit cites it: evidence whether or not its file is there.</summary>
/// <param name="Id">The unit's own id for it.</param>
/// <param name="Paper">The paper; of an entry its words as they were when it was cited.</param>
/// <param name="File">The id of the file behind the same criterion that is this paper; null where there is none.</param>
/// <param name="Entry">Which entry it is; null for a paper.</param>
internal sealed record CitedPaper(string Id, string Criterion, PaperReference Paper, string? File = null, CitedEntry? Entry = null);
