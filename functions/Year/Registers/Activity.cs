using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Registers;

/// <summary>What a unit did beside its work: culture, sport, social contributions.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Id">Its id among the unit's.</param>
/// <param name="Kind">What kind it is.</param>
/// <param name="Title">What was done, such as "Giải bóng bàn của khối" or "Ủng hộ Quỹ Vì người nghèo".</param>
/// <param name="When">When.</param>
/// <param name="Amount">What was given, in đồng; null where nothing was, or nobody put it down.</param>
/// <param name="AmountSaid">The amount as it was said, where that is not exact, such as "gần 50 triệu đồng".</param>
/// <param name="Participants">How many people took part; null where nobody put it down.</param>
/// <param name="ParticipantsSaid">The number as it was said, where that is not exact.</param>
/// <param name="Source">The paper that says so; null where nobody said.</param>
internal sealed record Activity(
    string Unit,
    string Id,
    ActivityKind Kind,
    string Title,
    SaidDay When,
    long? Amount,
    string? AmountSaid,
    int? Participants,
    string? ParticipantsSaid,
    PaperReference? Source)
{
    public const int LongestTitle = 500;
    public const int LongestSaid = 200;
    public const long GreatestAmount = 1_000_000_000_000_000;
    public const int MostParticipants = 10_000_000;
}

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<ActivityKind>))]
internal enum ActivityKind
{
    Culture,
    Sport,
    Contribution,
}
