using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What the row <c>sheet</c> says: written with every change of the scores, so that its version is the scores' version.</summary>
/// <param name="Scheme">The id of the scheme it is scored by.</param>
/// <param name="SchemeVersion">The scheme's version, which is frozen: so the maxima stay what they were.</param>
/// <param name="Hash">Of exactly what was submitted; null while it is not submitted.</param>
/// <param name="SubmittedAt">When it was submitted; null while it is not.</param>
/// <param name="ReturnReason">Why it was given or sent back; gone with the next submission.</param>
/// <param name="Publication">The publication of standings that locked it.</param>
/// <param name="LockedFrom">What it was before it was locked.</param>
/// <param name="LockedAt">When it was locked: what is declared void later is not void here.</param>
/// <param name="RevisionDue">Until when the revision that was asked for is to be handed in.</param>
/// <param name="RevisionCriteria">What alone may change in it, groups with all below them; null for everything.</param>
/// <param name="Revisions">How often a revision was asked for.</param>
/// <param name="Version">The number of the change that last wrote it; 0 before the first.</param>
/// <param name="HashForm">By which form the hash was made; null while it is not submitted.</param>
/// <param name="SubmittedFigures">The unit's targets and results that the hash covers, as they were then.</param>
/// <param name="ClosedBy">The succession of units that closed it.</param>
/// <param name="CarriedFrom">The partition of the sheet from which it goes on, by a succession of units.</param>
/// <param name="CarriedTo">Of a sheet that was closed to be carried or to count pro rata: the partition of the sheet that goes on from it, or in whose total it counts; null of those that earlier builds closed.</param>
internal sealed record SheetHead(
    SheetState State,
    string Scheme,
    int SchemeVersion,
    string? Hash = null,
    DateTimeOffset? SubmittedAt = null,
    string? ReturnReason = null,
    string? Publication = null,
    SheetState? LockedFrom = null,
    DateTimeOffset? LockedAt = null,
    DateOnly? RevisionDue = null,
    IReadOnlyList<string>? RevisionCriteria = null,
    int Revisions = 0,
    long Version = 0,
    int? HashForm = null,
    string? SubmittedFigures = null,
    string? ClosedBy = null,
    string? CarriedFrom = null,
    string? CarriedTo = null)
{
    /// <summary>Whether it was submitted and not given back.</summary>
    public bool IsSubmitted => (LockedFrom ?? State) == SheetState.Submitted;

    /// <summary>Handed in, with the hash of exactly what was.</summary>
    public SheetHead Submitted(string hash, int form, string figures, DateTimeOffset at) => this with
    {
        State = SheetState.Submitted,
        Hash = hash,
        HashForm = form,
        SubmittedFigures = figures.Length > 0 ? figures : null,
        SubmittedAt = at,
        ReturnReason = null,
        RevisionDue = null,
        RevisionCriteria = null,
    };

    /// <summary>Given back: nothing of it is handed in any more.</summary>
    public SheetHead GivenBack(SheetState state, string reason) => this with
    {
        State = state,
        Hash = null,
        HashForm = null,
        SubmittedFigures = null,
        SubmittedAt = null,
        ReturnReason = reason,
    };

    public bool IsBy(Scheme scheme) => (Scheme, SchemeVersion) == (scheme.Id, scheme.Version);

    /// <summary>Whether a revision was asked for that does not reach the criterion.</summary>
    public bool IsOutsideRevision(SchemeTree tree, string criterion)
    {
        if (State != SheetState.RevisionRequested || RevisionCriteria is null)
        {
            return false;
        }

        for (var node = tree.Find(criterion); node is not null; node = node.Parent)
        {
            if (RevisionCriteria.Contains(node.Code, StringComparer.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public TableEntity ToEntity(string partition) => new(partition, SheetKeys.Head)
    {
        ["State"] = State.ToString(),
        ["Scheme"] = Scheme,
        ["SchemeVersion"] = SchemeVersion,
        ["Hash"] = Hash,
        ["SubmittedAt"] = SubmittedAt,
        ["ReturnReason"] = ReturnReason,
        ["Publication"] = Publication,
        ["LockedFrom"] = LockedFrom?.ToString(),
        ["LockedAt"] = LockedAt,
        ["RevisionDue"] = RevisionDue?.ToString("O", CultureInfo.InvariantCulture),
        ["RevisionCriteria"] = RevisionCriteria is null ? null : string.Join(' ', RevisionCriteria),
        ["Revisions"] = Revisions,
        ["HashForm"] = HashForm,
        ["SubmittedFigures"] = SubmittedFigures,
        ["ClosedBy"] = ClosedBy,
        ["CarriedFrom"] = CarriedFrom,
        ["CarriedTo"] = CarriedTo,
    };

    public static SheetHead From(TableEntity row) => new(
        Enum.Parse<SheetState>(row.GetString("State")!),
        row.GetString("Scheme")!,
        row.GetInt32("SchemeVersion")!.Value,
        row.GetString("Hash"),
        row.GetDateTimeOffset("SubmittedAt"),
        row.GetString("ReturnReason"),
        row.GetString("Publication"),
        row.GetString("LockedFrom") is { } state ? Enum.Parse<SheetState>(state) : null,
        row.GetDateTimeOffset("LockedAt"),
        row.GetString("RevisionDue") is { } due ? DateOnly.ParseExact(due, "O", CultureInfo.InvariantCulture) : null,
        row.GetString("RevisionCriteria")?.Split(' '),
        row.GetInt32("Revisions") ?? 0,
        row.GetInt64("Seq") ?? 0,
        row.GetInt32("HashForm") ?? (row.GetString("Hash") is null ? null : 1),
        row.GetString("SubmittedFigures"),
        row.GetString("ClosedBy"),
        row.GetString("CarriedFrom"),
        row.GetString("CarriedTo"));
}

/// <summary>A sheet as of one moment.</summary>
/// <param name="Head">Null before the first save.</param>
internal sealed record StoredSheet(SheetHead? Head, SheetContent Content)
{
    public SheetState State => Head?.State ?? SheetState.NotStarted;

    /// <summary>What a change of it must have read.</summary>
    public long Version => Head?.Version ?? 0;
}
