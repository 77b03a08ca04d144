using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>In which office somebody appraises. Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<AppraiserOffice>))]
internal enum AppraiserOffice
{
    Head,
    Deputy,

    /// <summary>The emulation office, or an appraisal team that works for it.</summary>
    Office,

    /// <summary>The body to which the scheme gives the criterion.</summary>
    Specialist,
}
