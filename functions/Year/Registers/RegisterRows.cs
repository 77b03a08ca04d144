using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Registers;

/// <summary>How the registers lie in the partition of a bloc's year: a row an entry, and one with the contact persons of a unit.</summary>
internal static class RegisterRows
{
    private const string ModelPrefix = "model|";
    private const string ActivityPrefix = "activity|";
    private const string ContactPrefix = "contact|";

    public static readonly KeyRange Models = KeyRange.Prefix(ModelPrefix);
    public static readonly KeyRange Activities = KeyRange.Prefix(ActivityPrefix);
    public static readonly KeyRange Contacts = KeyRange.Prefix(ContactPrefix);

    /// <summary>All of them: "activity" is the first, "model" the last.</summary>
    public static readonly KeyRange Everything = new(ActivityPrefix, Models.To);

    public static string Model(string unit, string id) => $"{ModelPrefix}{unit}|{id}";

    public static string Activity(string unit, string id) => $"{ActivityPrefix}{unit}|{id}";

    public static string Contact(string unit) => ContactPrefix + unit;

    public static KeyRange Only(string key) => new(key, key + " ");

    public static TableEntity Row(string partition, RoleModel one)
    {
        var row = new TableEntity(partition, Model(one.Unit, one.Id))
        {
            ["Collective"] = one.Collective,
            ["IsPerson"] = one.Person is not null,
            ["Name"] = one.Person?.Name,
            ["Post"] = one.Person?.Post,
            ["Salt"] = one.Person?.Salt,
            ["Achievement"] = one.Achievement,
            ["Step"] = one.Step.ToString(),
        };
        return row.With(one.When, one.Source);
    }

    public static RoleModel ReadModel(TableEntity row) => new(
        Part(row, 1),
        Part(row, 2),
        row.GetString("Collective"),
        row.GetBoolean("IsPerson") is true ? new NamedPerson(row.GetString("Name"), row.GetString("Post"), row.GetString("Salt") ?? "") : null,
        row.GetString("Achievement")!,
        Enum.Parse<RoleModelStep>(row.GetString("Step")!),
        When(row),
        Source(row));

    public static TableEntity Row(string partition, Activity one)
    {
        var row = new TableEntity(partition, Activity(one.Unit, one.Id))
        {
            ["Kind"] = one.Kind.ToString(),
            ["Title"] = one.Title,
            ["Amount"] = one.Amount,
            ["AmountSaid"] = one.AmountSaid,
            ["Participants"] = one.Participants,
            ["ParticipantsSaid"] = one.ParticipantsSaid,
        };
        return row.With(one.When, one.Source);
    }

    public static Activity ReadActivity(TableEntity row) => new(
        Part(row, 1),
        Part(row, 2),
        Enum.Parse<ActivityKind>(row.GetString("Kind")!),
        row.GetString("Title")!,
        When(row),
        row.GetInt64("Amount"),
        row.GetString("AmountSaid"),
        row.GetInt32("Participants"),
        row.GetString("ParticipantsSaid"),
        Source(row));

    public static TableEntity Row(string partition, UnitContacts one) => new(partition, Contact(one.Unit)) { ["Persons"] = RowText.Of(one.Persons) };

    public static UnitContacts ReadContacts(TableEntity row) =>
        new(Part(row, 1), RowText.Read<IReadOnlyList<ContactPerson>>(row.GetString("Persons")!));

    /// <summary>Takes the people out of a row.</summary>
    public static int Erase(TableEntity row)
    {
        if (row.GetBoolean("IsPerson") is true && !string.IsNullOrEmpty(row.GetString("Salt")))
        {
            (row["Name"], row["Post"], row["Salt"]) = (null, null, "");
            return 1;
        }

        var contacts = row.RowKey.StartsWith(ContactPrefix, StringComparison.Ordinal) ? ReadContacts(row).Persons.Count : 0;
        if (contacts > 0)
        {
            row.PutText("Persons", "[]");
        }

        return contacts;
    }

    private static TableEntity With(this TableEntity row, SaidDay when, PaperReference? source)
    {
        row["Day"] = RowDay.Of(when.Day);
        row["DaySaid"] = when.Said;
        row["Source"] = source is null ? null : RowText.Of(source);
        return row;
    }

    private static SaidDay When(TableEntity row) => new(row.DayOf("Day"), row.GetString("DaySaid"));

    private static PaperReference? Source(TableEntity row) => row.GetString("Source") is { } source ? RowText.Read<PaperReference>(source) : null;

    private static string Part(TableEntity row, int index) => row.RowKey.Split('|')[index];
}
