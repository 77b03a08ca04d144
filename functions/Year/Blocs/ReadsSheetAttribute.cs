using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Blocs;

/// <summary>A function that looks at the whole sheet of its address first: it is read while the caller's right is looked up.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ReadsSheetAttribute : Attribute
{
    /// <summary>What is behind <see cref="Province.Rights.ReadAhead"/>.</summary>
    public static void ReadAhead(PartitionStore partitions, FunctionMethod function, RouteValueDictionary address, CancellationToken cancellationToken)
    {
        if (function.Attribute<ReadsSheetAttribute>() is not null)
        {
            partitions.BeginRead(SheetId.Of(address).Address, SheetKeys.Everything, cancellationToken);
        }
    }
}
