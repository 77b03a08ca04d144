using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether a leaf needs evidence, or an explanation in its place, before a sheet is submitted.</summary>
[JsonConverter(typeof(CamelCaseEnum<EvidenceRule>))]
internal enum EvidenceRule
{
    NotNeeded,

    /// <summary>Needed once more than nothing is claimed.</summary>
    WhenClaimed,

    Always,
}
