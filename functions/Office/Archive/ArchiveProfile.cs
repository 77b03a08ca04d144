using System.ComponentModel.DataAnnotations;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Office.Archive;

/// <summary>By which the archive knows who hands over (Decree 30/2020/NĐ-CP, annex VI).</summary>
/// <param name="OrganId">The body's identification code (mã định danh cơ quan).</param>
/// <param name="OrganName">What the body is called.</param>
/// <param name="FilePrefix">What the notations of its files begin with, such as "TDKT-"; they go on with a number.</param>
internal sealed record ArchiveProfile(string OrganId, string OrganName, string FilePrefix)
{
    public const int LongestId = 13;
    public const int LongestName = 200;

    /// <summary>A notation has 20 letters, three of them for the number.</summary>
    public const int LongestPrefix = 17;
}

/// <summary>The body of <c>PutArchiveProfile</c>.</summary>
/// <param name="OrganId">The body's identification code (mã định danh cơ quan).</param>
/// <param name="OrganName">What the body is called.</param>
/// <param name="FilePrefix">What the notations of its files begin with.</param>
internal sealed record ArchiveProfileBody(
    [property: StringLength(ArchiveProfile.LongestId, MinimumLength = 1)] string OrganId,
    [property: StringLength(ArchiveProfile.LongestName, MinimumLength = 1)] string OrganName,
    [property: StringLength(ArchiveProfile.LongestPrefix, MinimumLength = 1)] string FilePrefix);

/// <param name="OrganId">The body's identification code; null until it was put down.</param>
/// <param name="OrganName">What the body is called; null until it was put down.</param>
/// <param name="FilePrefix">What the notations of its files begin with; null until it was put down.</param>
/// <param name="Etag">For If-Match, to change it.</param>
internal sealed record ArchiveProfileView(string? OrganId, string? OrganName, string? FilePrefix, string Etag)
{
    public static ArchiveProfileView Of(ArchiveProfile? profile, long version) => new(profile?.OrganId, profile?.OrganName, profile?.FilePrefix, EntityTag.Of(version));
}
