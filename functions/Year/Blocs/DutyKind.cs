using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Blocs;

/// <summary>What a duty of the year is done with: by it a button leads to the place where that is done. What is a step as a whole, such as scoring oneself, has none.</summary>
[JsonConverter(typeof(CamelCaseEnum<DutyKind>))]
internal enum DutyKind
{
    /// <summary>The bloc's plan is adopted.</summary>
    Plan,

    /// <summary>The bloc's regulation is adopted.</summary>
    Regulation,

    /// <summary>The pact is put up for signing.</summary>
    Pact,

    /// <summary>A unit signs the pact.</summary>
    Signature,

    /// <summary>A unit reports how far the pact's targets are.</summary>
    Progress,

    /// <summary>A unit registers titles and targets.</summary>
    Registration,

    /// <summary>A unit answers a movement; the item is its id.</summary>
    Movement,

    /// <summary>A meeting is planned, held, or its minutes are adopted.</summary>
    Meeting,

    /// <summary>A conclusion of a meeting is carried out.</summary>
    Conclusion,

    /// <summary>A unit sends its part of a report; the item is the report's id.</summary>
    ReportPart,

    /// <summary>It is confirmed who leads next year.</summary>
    Leadership,

    /// <summary>The bloc votes on who is proposed for an award; the item is the award's code.</summary>
    Ballot,

    /// <summary>A unit votes; the item is the ballot's id.</summary>
    Vote,

    /// <summary>A ballot whose last day is over is counted; the item is its id.</summary>
    Count,

    /// <summary>A dossier is sent; the item is its year and the award's code, such as "2026/co-thi-dua-tinh".</summary>
    Dossier,

    /// <summary>A unit mends what a cross-check found; the item is the period, the visit's id and the finding's number, such as "nam/kiem-tra-1/2".</summary>
    Finding,

    /// <summary>A unit gives back what goes with a title that was taken back; the item is the id of the decision that gave it.</summary>
    GiveBack,
}
