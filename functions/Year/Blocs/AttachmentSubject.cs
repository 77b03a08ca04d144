using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What of a bloc's year a file belongs to.</summary>
[JsonConverter(typeof(CamelCaseEnum<AttachmentSubject>))]
internal enum AttachmentSubject
{
    Plan,

    /// <summary>A version of the regulation.</summary>
    Regulation,
    Pact,

    /// <summary>A unit's signature under the pact, such as its scan.</summary>
    PactSignature,
    Movement,

    /// <summary>What a unit answered to a movement.</summary>
    MovementAnswer,
    Meeting,
    Report,

    /// <summary>A unit's part of a report.</summary>
    ReportPart,
    Handover,

    /// <summary>A unit's dossier for an award, by the award's code.</summary>
    Dossier,
}

/// <summary>Whether there is what a file is put to. Each room of the year registers one for what it keeps.</summary>
/// <param name="Kind">Which kind of thing.</param>
/// <param name="ExistsAsync">Whether the bloc's year has it; of what there are several, the one of that id.</param>
internal sealed record AttachmentHome(AttachmentSubject Kind, Func<YearOfBloc, string?, CancellationToken, Task<bool>> ExistsAsync);
