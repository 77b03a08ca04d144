using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Texts;

/// <summary>A legal text that papers cite, and for how long it holds: as a whole, and provision by provision where they differ.</summary>
/// <param name="Id">Its id in the register.</param>
/// <param name="Paper">Kind, number, day, issuer and subject.</param>
/// <param name="From">Its first day in force; null where it holds from its own day, or where that is not known either.</param>
/// <param name="Until">Its last day in force; null while no end is known.</param>
/// <param name="ReplacedBy">The id of the text that replaced it.</param>
/// <param name="Provisions">Those whose time is another than that of the whole, in the order given.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record LegalText(
    string Id, PaperReference Paper, DateOnly? From, DateOnly? Until, string? ReplacedBy, IReadOnlyList<Provision> Provisions, long Version = 0)
{
    public const int MostProvisions = 200;

    public bool Says(LegalText other) =>
        (Paper, From, Until, ReplacedBy) == (other.Paper, other.From, other.Until, other.ReplacedBy) && Provisions.SequenceEqual(other.Provisions);
}

/// <summary>A part of a text with a time of its own.</summary>
/// <param name="Name">As a citation names it, such as "khoản 4 Điều 33".</param>
/// <param name="From">Its first day in force; null for that of the text.</param>
/// <param name="Until">Its last day in force; null for that of the text.</param>
/// <param name="ReplacedBy">The id of the text that replaced it.</param>
internal sealed record Provision(
    [property: StringLength(Provision.LongestName, MinimumLength = 1)] string Name,
    DateOnly? From = null,
    DateOnly? Until = null,
    [property: Slug] string? ReplacedBy = null)
{
    public const int LongestName = 200;
}

/// <summary>How a text, or a part of it, stands on a day.</summary>
[JsonConverter(typeof(CamelCaseEnum<Validity>))]
internal enum Validity
{
    InForce,

    /// <summary>Some of it is, some of it is not.</summary>
    InPart,
    NotYet,
    Ended,

    /// <summary>Nobody has put down from when it holds.</summary>
    Unknown,
}
