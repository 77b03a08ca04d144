using Azure.Data.Tables;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Plans;

/// <summary>What rows and the trail hold of what a bloc adopts.</summary>
internal static class AdoptedTexts
{
    public static void PutAdoption(this TableEntity row, Adoption? adoption)
    {
        row["AdoptedOn"] = RowDay.Of(adoption?.Day);
        row["AdoptedSaid"] = adoption?.Said;
        row["AdoptedMeeting"] = adoption?.Meeting;
        row["AdoptedMeetingYear"] = adoption?.MeetingYear;
    }

    public static Adoption? Adoption(this TableEntity row) =>
        new Adoption(row.DayOf("AdoptedOn"), row.GetString("AdoptedSaid"), row.GetString("AdoptedMeeting"), row.GetInt32("AdoptedMeetingYear")) is var adoption
        && adoption != new Adoption() ? adoption : null;

    /// <summary>For the trail, which says all of it or refuses it.</summary>
    public static PiecedText Describe<T>(T written) =>
        RowText.PiecesOf(written) is { Length: <= AuditRow.LongestText } text
            ? text
            : throw Refusal.BadInput("$", new("Nội dung quá dài.", "It has too much text."));
}
