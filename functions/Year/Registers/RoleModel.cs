using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Registers;

/// <summary>A role model (điển hình tiên tiến) of a unit: a collective or a person.</summary>
/// <param name="Unit">The unit it belongs to.</param>
/// <param name="Id">Its id among the unit's.</param>
/// <param name="Collective">What the collective is called; null for a person.</param>
/// <param name="Person">The person; null for a collective.</param>
/// <param name="Achievement">What it is a model in.</param>
/// <param name="Step">What has become of it.</param>
/// <param name="When">When that was.</param>
/// <param name="Source">Where it is from: the paper that says so; null where nobody said.</param>
internal sealed record RoleModel(
    string Unit, string Id, string? Collective, NamedPerson? Person, string Achievement, RoleModelStep Step, SaidDay When, PaperReference? Source)
{
    public const int LongestName = 300;
    public const int LongestAchievement = 2000;
}

/// <summary>A day, as far as it is known.</summary>
/// <param name="Day">The day; null where it is not known.</param>
/// <param name="Said">What was said of it, such as "vừa qua"; null where the day itself is known, or nothing was said.</param>
internal sealed record SaidDay(DateOnly? Day, string? Said)
{
    public const int Longest = 200;

    /// <summary>Fit for the end of a sentence; empty where nothing is known.</summary>
    public string InVietnamese() => Day is { } day ? $"ngày {VietnamTime.Local(day)}" : Said ?? "";
}

/// <summary>Rows hold the name.</summary>
[JsonConverter(typeof(CamelCaseEnum<RoleModelStep>))]
internal enum RoleModelStep
{
    /// <summary>Phát hiện.</summary>
    Found,

    /// <summary>Bồi dưỡng.</summary>
    Nurtured,

    /// <summary>Nhân rộng.</summary>
    Spread,
}
