using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Pacts;

/// <summary>Targets as papers say them.</summary>
internal static class TargetWords
{
    /// <summary>"100% công chức hoàn thành nhiệm vụ", "Cơ quan: Công sở văn hóa".</summary>
    public static string Of(PactTarget target) => Of(target, target.What);

    /// <summary>How much, for the column of a table: "100%", "3 sáng kiến".</summary>
    public static string Amount(PactTarget target) => Of(target, "").Trim();

    private static string Of(PactTarget target, string what)
    {
        var most = target.IsAtMost ? "không quá " : "";
#pragma warning disable CS8524 // What is read from a row is one of the names.
        return target.Kind switch
        {
            TargetKind.Number => what.Length == 0 ? $"{most}{Number(target.Number!.Value)} {target.Unit}" : $"{what}: {most}{Number(target.Number!.Value)} {target.Unit}",
            TargetKind.Percentage => $"{most}{target.Percent!.Value.InVietnamese()}% {what}",
            TargetKind.Title => what.Length == 0 ? Titles(target) : $"{what}: {Titles(target)}",
            TargetKind.Words => what,
        };
#pragma warning restore CS8524
    }

    private static string Titles(PactTarget target) => string.Join(" hoặc ", target.Titles.Select(title => $"“{title}”"));

    private static string Number(decimal number) => number.ToString("#,##0.####", Hundredths.Vietnamese);
}
