using System.Globalization;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>
/// The keys of a sheet's partition (<see cref="SheetId.Address"/>), of all rooms, in their order. Evidence, what is not assigned, papers that are cited,
/// the entries and the sheet's own row are read by one query; what an upload leaves behind lies after them.
/// </summary>
internal static class SheetKeys
{
    public const string EvidencePrefix = "evidence|";
    public const string NotApplicablePrefix = "na|";
    public const string PaperPrefix = "paper|";

    /// <summary>What units that ended bring into its total.</summary>
    public const string PartPrefix = "part|";
    public const string ScoresPrefix = "scores|";

    /// <summary>Of rows of one entry each, as they were written before entries lay together (docs/decisions/0021).</summary>
    public const string EntryPrefix = "self|";

    public const string Head = "sheet";

    /// <summary>Remembers an Idempotency-Key.</summary>
    private const string UploadPrefix = "upload|";

    /// <summary>A property of an evidence row: the partition of the sheet under which the file's content lies, where it is another.</summary>
    public const string EvidenceHeldBy = "HeldBy";

    public static readonly KeyRange Everything = new(EvidencePrefix, Head + "~");

    /// <summary>Files and papers behind the scores, and what lies between them.</summary>
    public static readonly KeyRange Proofs = new(EvidencePrefix, KeyRange.Prefix(PaperPrefix).To);

    /// <summary>The sheet's own row alone.</summary>
    public static readonly KeyRange Own = new(Head, Head + "~");

    public static string Evidence(string id) => EvidencePrefix + id;

    public static string NotApplicable(string criterion) => NotApplicablePrefix + criterion;

    public static string Paper(string reference) => PaperPrefix + reference;

    /// <param name="bloc">The bloc of the sheet that was closed.</param>
    /// <param name="unit">Its unit.</param>
    public static string Part(string bloc, string unit) => $"{PartPrefix}{bloc}|{unit}";

    public static string Scores(int number) => ScoresPrefix + number.ToString("D2", CultureInfo.InvariantCulture);

    public static int ScoresNumber(string key) => int.Parse(key.AsSpan(ScoresPrefix.Length), CultureInfo.InvariantCulture);

    public static string Upload(string key) => UploadPrefix + key;
}
