using EmulationFunctions.Storage.Tables;

namespace EmulationFunctions.Scoring;

/// <summary>What the row <c>sheet</c> says: written with every change of the scores, so that its version is the scores' version.</summary>
/// <param name="Scheme">The id of the scheme it is scored by.</param>
/// <param name="SchemeVersion">The scheme's version: frozen, so the maxima stay what they were.</param>
/// <param name="Hash">Of exactly what was submitted (<see cref="SheetHash"/>); stays when the sheet is returned, until the next submission.</param>
/// <param name="SubmittedAt">When it was last submitted.</param>
/// <param name="ReturnReason">Why the head gave it back; gone with the next submission.</param>
/// <param name="Publication">The publication of standings that locked it.</param>
/// <param name="Version">The number of the change that last wrote it; 0 before the first.</param>
internal sealed record SheetHead(
    SheetState State,
    string Scheme,
    int SchemeVersion,
    string? Hash = null,
    DateTimeOffset? SubmittedAt = null,
    string? ReturnReason = null,
    string? Publication = null,
    long Version = 0)
{
    public const string Key = "sheet";

    /// <summary>Whether it was submitted and not given back.</summary>
    public bool IsSubmitted => SubmittedAt is not null && State is SheetState.Submitted or SheetState.Locked && Hash is not null;

    public TableEntity ToEntity(string partition) => new(partition, Key)
    {
        ["State"] = State.ToString(),
        ["Scheme"] = Scheme,
        ["SchemeVersion"] = SchemeVersion,
        ["Hash"] = Hash,
        ["SubmittedAt"] = SubmittedAt,
        ["ReturnReason"] = ReturnReason,
        ["Publication"] = Publication,
    };

    public static SheetHead From(TableEntity row) => new(
        Enum.Parse<SheetState>(row.GetString("State")!),
        row.GetString("Scheme")!,
        row.GetInt32("SchemeVersion")!.Value,
        row.GetString("Hash"),
        row.GetDateTimeOffset("SubmittedAt"),
        row.GetString("ReturnReason"),
        row.GetString("Publication"),
        row.GetInt64("Seq") ?? 0);
}
