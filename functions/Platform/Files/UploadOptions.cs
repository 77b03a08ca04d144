using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Files;

/// <summary>Which files are taken, whatever they belong to, and how they are kept. Bound from the section <c>Evidence</c>, for that is what came first.</summary>
internal sealed class UploadOptions
{
    public const string Section = "Evidence";

    /// <summary>The platform holds a request's whole body in memory, about three times.</summary>
    private const long MostBytes = 25L * 1024 * 1024;

    /// <summary>The largest file.</summary>
    public long MaximumBytes { get; set; } = 20L * 1024 * 1024;

    /// <summary>How many files one instance takes at a time; the next one is asked to come again.</summary>
    public int MaximumUploadsInFlight { get; set; } = 8;

    /// <summary>The kinds that are taken, with commas between them. Kinds: pdf, docx, xlsx, jpeg, png, zip.</summary>
    public string AllowedTypes { get; set; } = "pdf,docx,xlsx,jpeg,png";

    /// <summary>How many days the files of a submitted sheet cannot be changed or deleted by anybody; 0 for no such policy.</summary>
    public int ImmutabilityDays { get; set; }

    /// <summary>Whether the storage account scans files for malware: then a file is offered only once its scan says clean.</summary>
    public bool MalwareScanning { get; set; }

    /// <summary><see cref="AllowedTypes"/> as values.</summary>
    public IReadOnlyList<FileType> Types() =>
        [.. AllowedTypes.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Type).Distinct()];

    /// <exception cref="SettingException">A value is malformed.</exception>
    public void Check()
    {
        Require(MaximumBytes is > 0 and <= MostBytes, nameof(MaximumBytes), $"must be from 1 to {MostBytes}.");
        Require(MaximumUploadsInFlight is > 0 and <= 100, nameof(MaximumUploadsInFlight), "must be from 1 to 100.");
        Require(ImmutabilityDays is >= 0 and <= 146_000, nameof(ImmutabilityDays), "must be from 0 to 146000.");
        Require(Types().Count > 0, nameof(AllowedTypes), "must name at least one kind of file.");
    }

    private static FileType Type(string name) =>
        Enum.TryParse<FileType>(name, ignoreCase: true, out var type) && Enum.IsDefined(type) && !char.IsAsciiDigit(name[0])
            ? type
            : throw new SettingException($"{Section}:{nameof(AllowedTypes)}", $"names '{name}'; it may name pdf, docx, xlsx, jpeg, png and zip.");

    private static void Require(bool holds, string name, string sentence)
    {
        if (!holds)
        {
            throw new SettingException($"{Section}:{name}", sentence);
        }
    }
}
