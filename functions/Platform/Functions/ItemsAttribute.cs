using System.ComponentModel.DataAnnotations;

namespace EmulationFunctions.Platform.Functions;

/// <summary>On a list of a request body: how many items it has. Stands for <see cref="LengthAttribute"/>, which trimming warns of.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class ItemsAttribute(int least, int most) : LengthAttribute(least, most);
