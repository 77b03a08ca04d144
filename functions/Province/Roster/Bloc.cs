using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Roster;

/// <summary>Why its members belong together.</summary>
[JsonConverter(typeof(CamelCaseEnum<BlocKind>))]
internal enum BlocKind
{
    /// <summary>Khối thi đua: similar functions.</summary>
    Bloc,

    /// <summary>Cụm thi đua: similar geography, economy and society.</summary>
    Cluster,
}

/// <summary>A unit is in one bloc of a level at a time.</summary>
[JsonConverter(typeof(CamelCaseEnum<BlocLevel>))]
internal enum BlocLevel
{
    /// <summary>The province divides its units.</summary>
    Province,

    /// <summary>A department divides what is below it.</summary>
    SubDepartment,
}

/// <summary>An emulation bloc or cluster.</summary>
/// <param name="Id">The caller's own id; by convention it begins with the province's.</param>
/// <param name="Name">In composed form (NFC).</param>
/// <param name="Kind">Bloc or cluster.</param>
/// <param name="Level">Which level of blocs it belongs to; never changes.</param>
/// <param name="StatedMemberCount">How many members the decision says it has, which may be known before the list is; else null.</param>
/// <param name="Version">The number of the change that last wrote it.</param>
internal sealed record Bloc(string Id, string Name, BlocKind Kind, BlocLevel Level, int? StatedMemberCount, long Version)
{
    public const int LongestName = 200;
    public const int MostMembers = 500;

    /// <summary>Whether both say the same, whenever they were written.</summary>
    public bool SaysTheSameAs(Bloc other) => this with { Version = 0 } == other with { Version = 0 };
}
