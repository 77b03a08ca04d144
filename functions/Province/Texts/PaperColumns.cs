using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Province.Texts;

/// <summary>How a paper that is cited lies in a row: a property for each of its parts.</summary>
internal static class PaperColumns
{
    public static void PutPaper(this TableEntity row, PaperReference paper)
    {
        row["PaperKind"] = paper.Kind;
        row["Number"] = paper.Number;
        row["Day"] = RowDay.Of(paper.Day);
        row["Issuer"] = paper.Issuer;
        row["Subject"] = paper.Subject;
    }

    public static PaperReference Paper(this TableEntity row) =>
        new(row.GetString("PaperKind") ?? "", row.GetString("Number") ?? "", row.DayOf("Day"), row.GetString("Issuer"), row.GetString("Subject"));
}
