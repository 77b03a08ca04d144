using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text.Json.Serialization;
using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Meetings;

/// <summary>What a meeting is held for; one may be held for several.</summary>
[JsonConverter(typeof(CamelCaseEnum<MeetingKind>))]
internal enum MeetingKind
{
    /// <summary>Launches the year (triển khai, phát động).</summary>
    Launch,

    /// <summary>Signs the pact (ký kết giao ước).</summary>
    PactSigning,

    /// <summary>Looks back on the first half of the year (sơ kết).</summary>
    HalfYear,

    /// <summary>Prepares or closes the cross-check (kiểm tra chéo).</summary>
    CrossCheck,

    /// <summary>Looks back on the year (tổng kết).</summary>
    YearEnd,

    /// <summary>Hands over to next year's head, with the rotating flag (bàn giao, trao cờ luân lưu).</summary>
    Handover,

    /// <summary>About one matter (chuyên đề).</summary>
    Topic,
}

[JsonConverter(typeof(CamelCaseEnum<MeetingMode>))]
internal enum MeetingMode
{
    InRoom,
    Online,
    Both,
}

/// <summary>In which office a unit's person takes the chair.</summary>
[JsonConverter(typeof(CamelCaseEnum<ChairOffice>))]
internal enum ChairOffice
{
    Head,
    Deputy,

    /// <summary>The standing unit, which some blocs have in place of a head.</summary>
    StandingUnit,

    Member,
}

[JsonConverter(typeof(CamelCaseEnum<MeetingState>))]
internal enum MeetingState
{
    /// <summary>Planned or held; everything may still be written down.</summary>
    Open,

    Cancelled,

    /// <summary>The minutes are adopted: nothing of it changes but what becomes of its conclusions, and its photographs.</summary>
    Adopted,
}

/// <summary>When it is or was, as far as anybody knows. Days and hours are those of Vietnam.</summary>
/// <param name="Day">The day; null where it is not known, and then it is said in words.</param>
/// <param name="From">The hour at which it begins (24 hours, such as 14:00); null where it is not known.</param>
/// <param name="To">The hour at which it ends.</param>
/// <param name="Said">How the source says it, such as "Vừa qua" or "Chiều 16/01".</param>
internal sealed record MeetingTime(
    DateOnly? Day = null,
    [property: RegularExpression(HourText.Pattern)] string? From = null,
    [property: RegularExpression(HourText.Pattern)] string? To = null,
    [property: StringLength(MeetingTime.LongestSaid, MinimumLength = 1)] string? Said = null)
{
    public const int LongestSaid = 200;
}

/// <summary>The years it deals with, which need not be the one it belongs to.</summary>
/// <param name="Reviewed">The year on which it looks back.</param>
/// <param name="Pact">The year of the pact that it deals with.</param>
/// <param name="Plan">The year of the plan that it deals with.</param>
internal sealed record MeetingYears(
    [property: Range(2000, 2100)] int? Reviewed = null,
    [property: Range(2000, 2100)] int? Pact = null,
    [property: Range(2000, 2100)] int? Plan = null)
{
    public static readonly MeetingYears None = new();
}

/// <param name="Text">What is dealt with.</param>
/// <param name="At">At which hour; null where the agenda does not say.</param>
/// <param name="Unit">Who presents it; null where it does not say.</param>
internal sealed record AgendaItem(
    [property: StringLength(AgendaItem.LongestText, MinimumLength = 1)] string Text,
    [property: RegularExpression(HourText.Pattern)] string? At = null,
    [property: Slug] string? Unit = null)
{
    public const int LongestText = 500;
}

/// <param name="Unit">The unit in whose name the chair is taken.</param>
/// <param name="As">In which office; null where nobody said.</param>
/// <param name="Person">Who, or at least by which post; null where nobody said.</param>
internal sealed record MeetingChair(string Unit, ChairOffice? As, NamedPerson? Person);

/// <summary>Somebody from outside the bloc, such as from the council: speaks, and does not vote.</summary>
/// <param name="Body">The body that sent the guest.</param>
/// <param name="Person">Who, or at least by which post.</param>
internal sealed record MeetingGuest(string Body, NamedPerson? Person);

/// <param name="Unit">The unit that keeps the minutes.</param>
/// <param name="Person">Who, or at least by which post.</param>
internal sealed record MeetingSecretary(string Unit, NamedPerson? Person);

/// <param name="Caption">What stands under it, as it was written; kept also where it contradicts the meeting.</param>
/// <param name="Attachment">The id of the picture among the bloc's attachments; null while there is none.</param>
internal sealed record MeetingPhotograph(
    [property: StringLength(MeetingPhotograph.LongestCaption, MinimumLength = 1)] string Caption,
    [property: Slug] string? Attachment = null)
{
    public const int LongestCaption = 500;
}

/// <summary>What its planners write down of a meeting. What nobody said is null, and never a default.</summary>
/// <param name="Kinds">What it is held for.</param>
/// <param name="Title">What it is called.</param>
/// <param name="When">When it is or was.</param>
/// <param name="Host">The unit in whose house it is held: the head, the deputy or any other member.</param>
/// <param name="Mode">In a room, online or both.</param>
/// <param name="Place">The room.</param>
/// <param name="Link">The address of the online room.</param>
/// <param name="Years">The years it deals with.</param>
/// <param name="Agenda">In order.</param>
/// <param name="Chairs">Who takes the chair; several may together.</param>
/// <param name="Guests">Who speaks and does not vote.</param>
/// <param name="Secretary">Who keeps the minutes.</param>
/// <param name="Photographs">Pictures with their captions.</param>
internal sealed record MeetingContent(
    IReadOnlyList<MeetingKind> Kinds,
    string Title,
    MeetingTime When,
    string? Host,
    MeetingMode? Mode,
    string? Place,
    string? Link,
    MeetingYears Years,
    IReadOnlyList<AgendaItem> Agenda,
    IReadOnlyList<MeetingChair> Chairs,
    IReadOnlyList<MeetingGuest> Guests,
    MeetingSecretary? Secretary,
    IReadOnlyList<MeetingPhotograph> Photographs)
{
    public const int MostKinds = 7;
    public const int MostAgenda = 50;
    public const int MostChairs = 5;
    public const int MostGuests = 50;
    public const int MostPhotographs = 50;
    public const int LongestTitle = 300;
    public const int LongestPlace = 300;
    public const int LongestLink = 500;
    public const int LongestBody = 200;

    /// <summary>Who writes the news item about it, and took its pictures; null where nobody said.</summary>
    public NamedPerson? Writer { get; init; }

    /// <summary>From where it is known, such as a news item: its publisher, title and day; null where nobody said.</summary>
    public PaperReference? Source { get; init; }

    /// <summary>The same without what belongs to news items alone, which may be added after the minutes are adopted.</summary>
    [JsonIgnore]
    public MeetingContent WithoutNews => this with { Photographs = [], Writer = null, Source = null };

    /// <summary>Everybody it names.</summary>
    [JsonIgnore]
    public IEnumerable<NamedPerson> People =>
        Chairs.Select(chair => chair.Person).Concat(Guests.Select(guest => guest.Person)).Append(Secretary?.Person).Append(Writer).OfType<NamedPerson>();

    /// <summary>Every file it names.</summary>
    [JsonIgnore]
    public IEnumerable<string> Attachments => Photographs.Select(one => one.Attachment).OfType<string>();

    /// <summary>Every unit it names.</summary>
    [JsonIgnore]
    public IEnumerable<string> Units =>
        new[] { Host, Secretary?.Unit }.Concat(Chairs.Select(chair => chair.Unit)).Concat(Agenda.Select(item => item.Unit)).OfType<string>().Distinct(StringComparer.Ordinal);
}

/// <summary>That units were invited by mail.</summary>
/// <param name="Uid">By which calendars know the appointment, whatever becomes of it; drawn when the first were invited.</param>
/// <param name="Sequence">How often what was said to them has changed.</param>
/// <param name="Units">Who was invited.</param>
/// <param name="At">When the first were.</param>
/// <param name="Day">The day that was said to them last, whatever the meeting's own has become; null where that was written down before this was.</param>
internal sealed record MeetingInvitation(string Uid, int Sequence, IReadOnlyList<string> Units, DateTimeOffset At, DateOnly? Day = null);

/// <param name="On">The day on which it was called off.</param>
/// <param name="Reason">Why.</param>
internal sealed record MeetingCancellation(DateOnly On, string Reason);

/// <summary>That the minutes were adopted, with what held then.</summary>
/// <param name="On">The day; null where only words are known.</param>
/// <param name="Quorum">Whether enough members were there.</param>
/// <param name="Present">How many members were there; null where nobody recorded it.</param>
/// <param name="Members">Of how many; null where the bloc's members are not known.</param>
/// <param name="Said">The day as it was said; null where the day itself is known.</param>
internal sealed record MinutesAdoption(DateOnly? On, QuorumState Quorum, int? Present, int? Members, string? Said = null);

/// <summary>A meeting of a bloc.</summary>
/// <param name="Id">Its id within the bloc's year.</param>
/// <param name="Content">What its planners wrote down.</param>
/// <param name="Salt">Drawn for this meeting, so that fingerprints of its texts cannot be guessed.</param>
internal sealed record Meeting(string Id, MeetingContent Content, string Salt)
{
    public static string DrawSalt() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    public MeetingInvitation? Invitation { get; init; }

    public MeetingCancellation? Cancelled { get; init; }

    public MinutesAdoption? Adopted { get; init; }

    /// <summary>The day that stands in the calendars of who was invited.</summary>
    public DateOnly? DayTold => Invitation?.Day ?? Content.When.Day;

    public MeetingState State => Adopted is not null ? MeetingState.Adopted : Cancelled is not null ? MeetingState.Cancelled : MeetingState.Open;
}

/// <summary>A meeting with all that was written down of it.</summary>
/// <param name="Version">The number of the last change of any part of it.</param>
internal sealed record MeetingRecord(
    Meeting Meeting, Attendance? Attendance, MeetingMinutes? Minutes, IReadOnlyList<MeetingConclusion> Conclusions, long Version);
