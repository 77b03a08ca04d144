using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace EmulationFunctions.Platform.Functions;

/// <summary>On a list of a request body: how many items it has. Stands for <see cref="LengthAttribute"/>, which trimming warns of.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
internal sealed class ItemsAttribute : LengthAttribute
{
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Items are counted in the JSON (JsonFaults), never by reflection.")]
    public ItemsAttribute(int least, int most)
        : base(least, most)
    {
    }
}
