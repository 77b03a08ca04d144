using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Pacts;

/// <summary>One unit's signature under one edition of a pact. It is never taken away: what became void is kept as void.</summary>
/// <param name="Unit">Who signed.</param>
/// <param name="Edition">Which edition of the text.</param>
/// <param name="TextHash">The hash of that text.</param>
/// <param name="Way">How it was given.</param>
/// <param name="Day">On which day; null where only words are known.</param>
/// <param name="DaySaid">When, in the words of the paper, where no day is known.</param>
/// <param name="RecordedAt">When it was put down here.</param>
/// <param name="Signer">Who held the pen; null where nobody recorded it.</param>
/// <param name="Scan">Of a paper: the bloc's file that shows it; null where nobody has it.</param>
/// <param name="Withdrawn">Why and when it was taken back; null unless it was.</param>
/// <param name="Given">The number of the change that gave it; part of its key.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Signature(
    string Unit,
    int Edition,
    string TextHash,
    SignatureWay Way,
    DateOnly? Day,
    string? DaySaid,
    DateTimeOffset RecordedAt,
    NamedPerson? Signer,
    string? Scan,
    Withdrawn? Withdrawn = null,
    long Given = 0,
    long Version = 0)
{
    public const int LongestDaySaid = 200;

    /// <summary>Whether it counts under that edition.</summary>
    public bool IsValidFor(int edition) => Edition == edition && Withdrawn is null;
}

/// <param name="Reason">Why.</param>
/// <param name="At">When.</param>
internal sealed record Withdrawn(string Reason, DateTimeOffset At);

/// <summary>How a signature was given; both count. Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<SignatureWay>))]
internal enum SignatureWay
{
    /// <summary>By the unit's own account.</summary>
    Account,

    /// <summary>On paper, recorded by the head or the office, with a scan where there is one.</summary>
    Paper,
}
