using System.Text.Json.Serialization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Schemes;

/// <summary>
/// How sheets are appraised after units and peers have scored: in rounds, between which the unit explains. Nobody overwrites
/// anybody's points: each round stands beside the unit's own, and the last closed one counts.
/// </summary>
/// <param name="Rounds">How many rounds there are at most, so that the last cannot ask for more (1 to 5).</param>
/// <param name="Revisions">How often a sheet may be sent back for revision (0 to 9).</param>
/// <param name="Head">What the head may do.</param>
/// <param name="Deputy">What the deputy may do.</param>
/// <param name="Office">What the emulation office may do.</param>
/// <param name="Specialists">Bodies that own a criterion, such as the Department of Home Affairs administrative reform; null for none.</param>
internal sealed record Appraisal(
    int Rounds = 2,
    int Revisions = 2,
    AppraisalPower Head = AppraisalPower.Score,
    AppraisalPower Deputy = AppraisalPower.Score,
    AppraisalPower Office = AppraisalPower.Score,
    IReadOnlyList<SpecialistBody>? Specialists = null)
{
    /// <summary>Where a scheme says nothing: two rounds, and everyone records its own points (configurable default).</summary>
    public static readonly Appraisal Default = new();

    /// <summary>The unit that owns a criterion, or the nearest group above it; null where nobody does.</summary>
    public string? OwnerOf(SchemeNode node) =>
        Specialists?.FirstOrDefault(body => body.Criterion == node.Code)?.Unit ?? (node.Parent is { } parent ? OwnerOf(parent) : null);
}

/// <param name="Criterion">A criterion or a group; with a group, all below it.</param>
/// <param name="Unit">The unit that scores it, and nobody else does.</param>
internal sealed record SpecialistBody([property: Longest(SchemeRules.LongestCode)] string Criterion, [property: Longest(Slug.MaximumLength)] string Unit);

[JsonConverter(typeof(CamelCaseEnum<AppraisalPower>))]
internal enum AppraisalPower
{
    /// <summary>Records its own points beside the unit's, and may send back.</summary>
    Score,

    /// <summary>Asks for revision, and records no points.</summary>
    SendBack,
}
