using System.Collections.Frozen;

namespace EmulationFunctions.Year.Blocs;

/// <summary>All that one unit, or one who scores it, has put down against a scheme.</summary>
/// <param name="NotApplicable">Codes not assigned to the unit; with a group, all below it.</param>
/// <param name="Evidence">The files behind the scores.</param>
internal sealed record SheetContent(
    IReadOnlyList<ScoreEntry> Entries,
    IReadOnlySet<string> NotApplicable,
    IReadOnlyList<EvidenceMark> Evidence)
{
    /// <summary>The papers that the unit cites behind its scores; none in a sheet of before.</summary>
    public IReadOnlyList<CitedPaper> Papers { get; init; } = [];

    /// <summary>What units that ended bring into its total; mostly none.</summary>
    public IReadOnlyList<PriorPart> Parts { get; init; } = [];

    public static SheetContent Of(params IReadOnlyList<ScoreEntry> entries) => new(entries, FrozenSet<string>.Empty, []);
}

/// <summary>A file behind a criterion, known by the hash of its content in lower-case hexadecimal.</summary>
/// <param name="Id">By which it is downloaded.</param>
/// <param name="Name">As its sender named it.</param>
internal sealed record EvidenceMark(string Criterion, string Sha256, string? Id = null, string? Name = null, long? Bytes = null);
