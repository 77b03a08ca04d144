using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Year.Meetings;

/// <summary>
/// What the trail of changes holds of meetings: facts about units as they are; names of people, and texts in which people are named, as
/// fingerprints of what was written.
/// </summary>
internal static class MeetingTexts
{
    public static string Of(Meeting meeting)
    {
        var content = meeting.Content;
        return RowText.Of(new
        {
            content.Kinds,
            content.Title,
            content.When,
            content.Host,
            content.Mode,
            content.Place,
            content.Link,
            content.Years,
            Agenda = Print(meeting, content.Agenda),
            Chairs = content.Chairs.Select(chair => new { chair.Unit, chair.As, Person = chair.Person?.Fingerprint }),
            Guests = content.Guests.Select(guest => new { guest.Body, Person = guest.Person?.Fingerprint }),
            Secretary = content.Secretary is { } secretary ? new { secretary.Unit, Person = secretary.Person?.Fingerprint } : null,
            Writer = content.Writer?.Fingerprint,
            Source = content.Source is { } source ? Print(meeting, [source]) : null,
            Photographs = Print(meeting, content.Photographs),
        });
    }

    public static string Of(Meeting meeting, MeetingMinutes minutes) => RowText.Of(new
    {
        minutes.Began,
        minutes.Ended,
        Proceedings = Print(meeting, minutes.Proceedings),
        minutes.Decisions,
        Instructions = Print(meeting, minutes.Instructions),
    });

    public static string Of(Meeting meeting, MeetingConclusion one) => RowText.Of(one with { Source = one.Source is { } source ? Print(meeting, [source]) : null });

    private static string? Print<T>(Meeting meeting, IReadOnlyList<T> said) =>
        said.Count == 0 ? null : $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{meeting.Salt}|{RowText.Of(said)}")))}";
}
