using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Schemes;

/// <summary>Whether what a unit that ended had reached may count for its part of the year in the total of the unit that took over, and in what the year is parted. None is the configurable default.</summary>
[JsonConverter(typeof(CamelCaseEnum<ProRata>))]
internal enum ProRata
{
    /// <summary>It may not.</summary>
    None,

    /// <summary>The days before the succession's day, of all days of the year.</summary>
    Days,

    /// <summary>The whole months before it, of twelve: the month of the day is the other's.</summary>
    Months,
}
