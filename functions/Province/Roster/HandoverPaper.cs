using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;

namespace EmulationFunctions.Province.Roster;

/// <summary>
/// The record of a handover (biên bản bàn giao): the chair of the bloc, the rotating flag and what else goes from one unit to another. Two sign it, and a witness
/// where one was recorded. After "Biên bản bàn giao" as blocs write it, in the form of Decree 30/2020.
/// </summary>
/// <param name="BlocName">What people call the bloc.</param>
/// <param name="Handover">What was recorded.</param>
/// <param name="Before">Who led in the year that ended; null where that is not known.</param>
/// <param name="After">Who leads in the year after; null where nobody is confirmed.</param>
/// <param name="Meeting">The meeting at which it was; null where none was recorded.</param>
/// <param name="Names">What people call units.</param>
internal sealed record HandoverPaper(string BlocName, Handover Handover, Term? Before, Term? After, RecordedMeeting? Meeting, UnitNames Names)
{
    private int Next => Handover.Year + 1;

    private bool HasFlag => Handover.FlagFrom is not null || Handover.FlagTo is not null;

    public Paper Compose() => new(
        new(BlocName, "Biên bản", $"Bàn giao nhiệm vụ {OfficeOf(After)}{(HasFlag ? " và Cờ luân lưu" : "")} năm {Next}")
        {
            BodyAbove = PaperHead.UnknownBody,
            Number = null,
            Day = Handover.Day,
        },
        [
            new PaperParagraph($"Thời gian: {Day}."),
            new PaperParagraph($"Địa điểm: {(Meeting?.Place).OrGap("địa điểm bàn giao")}."),
            .. Meeting is { } meeting ? [new PaperParagraph($"Bàn giao tại: {meeting.Title}.")] : Array.Empty<PaperBlock>(),
            new PaperHeading(1, "I. THÀNH PHẦN"),
            new PaperParagraph($"1. Bên giao: {Unit(Before?.Leader, "đơn vị bàn giao")}, {OfficeOf(Before)} năm {Handover.Year}."),
            new PaperParagraph($"Đại diện: {Person(Handover.GivenBy, "người đại diện bên giao")}."),
            new PaperParagraph($"2. Bên nhận: {Unit(After?.Leader, "đơn vị nhận bàn giao")}, {OfficeOf(After)} năm {Next}."),
            new PaperParagraph($"Đại diện: {Person(Handover.ReceivedBy, "người đại diện bên nhận")}."),
            .. Handover.Witness is { } witness ? [new PaperParagraph($"3. Người chứng kiến: {Person(witness, "người chứng kiến")}.")] : Array.Empty<PaperBlock>(),
            new PaperHeading(1, "II. NỘI DUNG BÀN GIAO"),
            new PaperParagraph($"1. Nhiệm vụ: bên giao bàn giao, bên nhận tiếp nhận nhiệm vụ {OfficeOf(After)} của {BlocName} năm {Next}{Since()}. Khối phó năm {Next}: {Unit(After?.Deputy, $"Khối phó năm {Text(Next)}")}."),
            new PaperParagraph(HasFlag
                ? (PaperText)$"2. Cờ luân lưu: {Unit(Handover.FlagFrom, "đơn vị trao Cờ luân lưu")} trao Cờ luân lưu của khối cho {Unit(Handover.FlagTo, "đơn vị nhận Cờ luân lưu")}."
                : (PaperText)$"2. Cờ luân lưu: {PaperText.Gap("việc trao Cờ luân lưu")}."),
            new PaperParagraph(Handover.Items.Count > 0 ? "3. Hồ sơ, tài liệu và nội dung khác:" : (PaperText)$"3. Hồ sơ, tài liệu và nội dung khác: {PaperText.Gap("hồ sơ, tài liệu bàn giao")}."),
            .. Handover.Items.Count > 0 ? [new PaperList([.. Handover.Items.Select((item, index) => ((PaperText)item).EndingWith(index < Handover.Items.Count - 1 ? ";" : "."))])] : Array.Empty<PaperBlock>(),
            new PaperParagraph($"Hai bên thống nhất nội dung bàn giao nêu trên. Biên bản được lập thành {PaperText.Gap("số bản")} bản có giá trị như nhau."),
        ])
    {
        HasEndMark = false,
        Signatures =
        [
            Signature(Handover.GivenBy, "người ký bên giao", "Đại diện bên giao"),
            .. Handover.Witness is { } seen ? [Signature(seen, "người chứng kiến", "Người chứng kiến")] : Array.Empty<PaperSignature>(),
            Signature(Handover.ReceivedBy, "người ký bên nhận", "Đại diện bên nhận"),
        ],
    };

    private PaperText Day => Handover.Day is { } day ? (PaperText)$"ngày {day}"
        : Handover.DaySaid is { } said ? (PaperText)$"{PaperText.Gap("ngày bàn giao")} ({said})"
        : PaperText.Gap("ngày bàn giao");

    /// <summary>Name and post; what was not recorded is a gap.</summary>
    private static PaperText Person(NamedPerson? person, string who) => person is { Name: null, Post: null } or null
        ? PaperText.Gap($"họ tên, chức vụ {who}")
        : (PaperText)$"{person.Name.OrGap($"họ tên {who}")}{(person.Post is { } post ? $", {post}" : "")}";

    private static PaperSignature Signature(NamedPerson? person, string who, string capacity) =>
        new((person?.Post).OrGap($"chức vụ {who}"), (person?.Name).OrGap($"họ và tên {who}")) { Capacity = capacity };

    private PaperText Since() => Handover.Day is { } day ? (PaperText)$", kể từ ngày {day}" : "";

    private PaperText Unit(string? unit, string what) => unit is null ? PaperText.Gap(what) : Names[unit];

    /// <summary>Some blocs name a standing unit in place of a head.</summary>
    private static string OfficeOf(Term? term) => term is { Head: null, StandingUnit: not null } ? "Đơn vị thường trực" : "Khối trưởng";

    private static string Text(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
