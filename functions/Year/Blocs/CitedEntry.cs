using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>An entry of the unit's own in a register of its bloc's year, which it cites as evidence.</summary>
/// <param name="Register">In which register it stands.</param>
/// <param name="Id">Its id among the unit's.</param>
internal sealed record CitedEntry(RegisterKind Register, [property: Slug] string Id);

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<RegisterKind>))]
internal enum RegisterKind
{
    RoleModels,
    Activities,
}
