using System.Globalization;
using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Visits;

/// <summary>How cross-checks lie in the bloc's partition (<see cref="BlocKeys"/>): a row each, its findings, grounds and people as JSON.</summary>
internal static class InspectionRows
{
    public static KeyRange Only(string inspection) => new(BlocKeys.Inspection(inspection), BlocKeys.Inspection(inspection) + " ");

    /// <summary>All that come after this one.</summary>
    public static KeyRange After(string? inspection) => inspection is null ? BlocKeys.Inspections : BlocKeys.Inspections with { From = BlocKeys.Inspection(inspection) + " " };

    public static TableEntity Row(string partition, Inspection one)
    {
        var row = new TableEntity(partition, BlocKeys.Inspection(one.Id))
        {
            ["Unit"] = one.Unit,
            ["PlannedOn"] = Text(one.PlannedOn),
            ["Team"] = string.Join(' ', one.Team),
            ["Plan"] = one.Plan,
            ["VisitedOn"] = one.VisitedOn is { } visited ? Text(visited) : null,
        };
        row.PutText("Findings", Text(one.Findings));
        row["Purpose"] = one.Purpose;
        row["From"] = one.From;
        row["To"] = one.To;
        row["Place"] = one.Place;
        row.PutText("Grounds", one.Grounds.Count == 0 ? null : RowText.Of(one.Grounds));
        row.PutText("People", one.People.Count == 0 ? null : RowText.Of(one.People));
        return row;
    }

    public static Inspection Read(TableEntity row) => new(
        row.RowKey[BlocKeys.InspectionPrefix.Length..],
        row.GetString("Unit")!,
        Day(row.GetString("PlannedOn")!),
        row.GetString("Team")!.Split(' '),
        row.GetString("Plan"),
        row.GetString("VisitedOn") is { } visited ? Day(visited) : null,
        RowText.Read<IReadOnlyList<Finding>>(row.Text("Findings")!),
        row.GetInt64("Seq") ?? 0)
    {
        Purpose = row.GetString("Purpose"),
        From = row.GetString("From"),
        To = row.GetString("To"),
        Place = row.GetString("Place"),
        Grounds = row.Text("Grounds") is { } grounds ? RowText.Read<IReadOnlyList<VisitGround>>(grounds) : [],
        People = row.Text("People") is { } people ? RowText.Read<IReadOnlyList<VisitPerson>>(people) : [],
    };

    /// <summary>Takes the people out of a row; that somebody took part for a unit stays.</summary>
    public static int Erase(TableEntity row)
    {
        var people = Read(row).People;
        var named = people.Count(one => one.Person != NamedPerson.Erased);
        if (named > 0)
        {
            row.PutText("People", RowText.Of(people.Select(one => one with { Person = NamedPerson.Erased })));
        }

        return named;
    }

    public static string Text(IReadOnlyList<Finding> findings) => RowText.Of(findings);

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
