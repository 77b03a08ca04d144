using System.Globalization;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Meetings;

/// <summary>Papers of a meeting, from what was written down of it. What was not is a gap.</summary>
/// <param name="BlocName">What people call the bloc.</param>
/// <param name="Record">The meeting with all that was written down of it.</param>
/// <param name="Members">The members on the day; empty where they are not known.</param>
/// <param name="Present">How many of them were there; null where nobody recorded it.</param>
/// <param name="All">Of how many; null where that is not known.</param>
/// <param name="Names">What people call units.</param>
internal sealed record MeetingPaper(string BlocName, MeetingRecord Record, IReadOnlyList<string> Members, int? Present, int? All, UnitNames Names)
{
    /// <summary>A cluster has another head than a bloc.</summary>
    public BlocKind Kind { get; init; }

    /// <summary>The unit that stands in for the head; null where there is none. It signs the invitations to what it is the host of.</summary>
    public string? Deputy { get; init; }

    private MeetingContent Content => Record.Meeting.Content;

    private static readonly PaperText UnknownBody = PaperText.Gap("cơ quan chủ quản");

    private static readonly PaperText UnknownSigner = PaperText.Gap("họ và tên người ký");

    /// <summary>The letter that invites (giấy mời).</summary>
    public Paper Invitation() => new(
        new(BlocName, "Giấy mời", Content.Title) { BodyAbove = UnknownBody, To = [.. Invited().Select(unit => (PaperText)unit)] },
        [
            new PaperParagraph($"{BlocName} trân trọng kính mời đại diện lãnh đạo đơn vị dự: {Content.Title}."),
            new PaperParagraph($"1. Thời gian: {When()}."),
            new PaperParagraph($"2. Địa điểm: {Place()}."),
            .. Content.Link is { } link ? [new PaperParagraph($"Phòng họp trực tuyến: {link}.")] : Array.Empty<PaperBlock>(),
            new PaperParagraph($"3. Chủ trì: {Chairs()}."),
            new PaperParagraph(Content.Agenda.Count == 0 ? (PaperText)$"4. Nội dung: {PaperText.Gap("nội dung cuộc họp")}." : "4. Nội dung:"),
            .. AgendaBlocks(),
            new PaperParagraph("Rất mong đại biểu dự họp đầy đủ, đúng thành phần."),
        ])
    {
        Signatures = [BlocWords.Signed(Kind, UnknownSigner, isDeputy: Deputy is not null && Content.Host == Deputy)],
        Recipients = ["Như trên", "Lưu: VT"],
    };

    /// <summary>The minutes (biên bản), in the form of annex III of Decree 30/2020/NĐ-CP.</summary>
    public Paper Minutes()
    {
        var minutes = Record.Minutes;
        return new(
            new(BlocName, "Biên bản", Content.Title) { BodyAbove = UnknownBody, Number = null, Day = Content.When.Day },
            [
                new PaperParagraph($"Thời gian bắt đầu: {(minutes?.Began).OrGap("giờ bắt đầu")}, {Day()}."),
                new PaperParagraph($"Địa điểm: {Place()}."),
                .. Modes().Select(mode => new PaperParagraph($"Hình thức: {mode}.")),
                new PaperHeading(1, "I. THÀNH PHẦN"),
                new PaperParagraph($"1. Chủ trì: {Chairs()}."),
                new PaperParagraph($"2. Thư ký: {Secretary()}."),
                new PaperParagraph($"3. Thành viên dự họp: {Present.OrGap("số thành viên dự họp")}/{All.OrGap("số thành viên của khối")}."),
                .. Attending(),
                new PaperParagraph($"4. Khách mời: {(Record.Attendance?.Guests).OrGap("số khách mời")}."),
                .. Content.Guests.Count > 0 ? [Listed(Content.Guests.Select(guest => Person(guest.Person, guest.Body)))] : Array.Empty<PaperBlock>(),
                new PaperHeading(1, "II. NỘI DUNG, DIỄN BIẾN"),
                .. minutes is { Proceedings.Count: > 0 }
                    ? minutes.Proceedings.Select(PaperBlock (one) => new PaperParagraph(((PaperText)$"{(one.Unit is { } unit ? $"{Names[unit]}: " : "")}{one.Text}").Stopped()))
                    : [new PaperParagraph(PaperText.Gap("nội dung, diễn biến cuộc họp"))],
                .. Told("Ý kiến của khách mời:", [.. (minutes?.Instructions ?? []).Select(one => (PaperText)$"{(one.From != GuestInstruction.ErasedFrom ? one.From : PaperText.Gap("khách mời nêu ý kiến"))}: {one.Text}")]),
                new PaperHeading(1, "III. BIỂU QUYẾT"),
                .. minutes is { Decisions.Count: > 0 } ? minutes.Decisions.Select(PaperBlock (one) => new PaperParagraph(Decision(one))) : [new PaperParagraph("Không có nội dung biểu quyết được ghi.")],
                new PaperHeading(1, "IV. KẾT LUẬN"),
                .. Record.Conclusions.Count > 0
                    ? Record.Conclusions.SelectMany(Conclusion)
                    : [new PaperParagraph(PaperText.Gap("kết luận cuộc họp"))],
                new PaperParagraph($"Cuộc họp kết thúc vào {(minutes?.Ended).OrGap("giờ kết thúc")}, {Day()}{Adopted()}."),
            ])
        {
            HasEndMark = false,
            Signatures =
            [
                new("Thư ký", (Content.Secretary?.Person?.Name).OrGap("họ và tên thư ký")),
                .. ChairsSign(),
            ],
            Recipients = ["Các đơn vị thành viên", "Lưu: VT"],
        };
    }

    /// <summary>The count of the open votes.</summary>
    public Paper Votes() => new(
        new(BlocName, "Biên bản", $"Kết quả biểu quyết tại {Content.Title}") { BodyAbove = UnknownBody, Number = null, Day = Content.When.Day },
        [
            new PaperParagraph($"Thời gian: {Held()}."),
            new PaperParagraph($"Địa điểm: {Place()}."),
            new PaperParagraph($"Thành viên dự họp: {Present.OrGap("số thành viên dự họp")}/{All.OrGap("số thành viên của khối")}. Khách mời không biểu quyết. Hình thức biểu quyết: {PaperText.Gap("hình thức biểu quyết")}."),
            new PaperGrid(
                [
                    new("STT", 12, PaperAlign.Centre), new("Nội dung biểu quyết", 56), new("Tán thành", 16, PaperAlign.Centre), new("Không tán thành", 16, PaperAlign.Centre),
                    new("Ý kiến khác", 16, PaperAlign.Centre), new("Kết quả", 24),
                ],
                [.. (Record.Minutes?.Decisions ?? []).Select(one => PaperRow.Of(
                [
                    (PaperText)$"{one.Number}",
                    one.Text,
                    (one.Vote?.For).OrGap($"số phiếu tán thành nội dung {Number(one.Number)}"),
                    (one.Vote?.Against).OrGap($"số phiếu không tán thành nội dung {Number(one.Number)}"),
                    (one.Vote?.Other).OrGap($"số ý kiến khác về nội dung {Number(one.Number)}"),
                    Outcome(one),
                ]))]),
        ])
    {
        HasEndMark = false,
        Signatures =
        [
            new("Thư ký", (Content.Secretary?.Person?.Name).OrGap("họ và tên thư ký")),
            .. ChairsSign(),
        ],
    };

    /// <summary>A short news item with its pictures, drafted from what was recorded.</summary>
    /// <param name="pictures">The pictures by the ids of their attachments, PNG or JPEG.</param>
    public Paper News(IReadOnlyDictionary<string, byte[]> pictures) => new(
        new(BlocName, "Tin", Content.Title) { Number = null, Day = Content.When.Day },
        [
            new PaperParagraph(
                $"{(Content.When.Day is { } day ? (PaperText)$"Ngày {day}" : Content.When.Said is { } said ? said : PaperText.Gap("ngày họp"))}, tại {Place()}, {BlocName} tổ chức {Content.Title}."),
            .. Content.Photographs.Take(1).SelectMany(one => Picture(one, 1, pictures)),
            new PaperParagraph($"Chủ trì: {Chairs()}."),
            .. Told("Dự hội nghị có:", [.. Content.Guests.Select(guest => Person(guest.Person, guest.Body))]),
            .. Members.Count > 0 ? [new PaperParagraph($"Khối gồm: {string.Join("; ", Members.Select(unit => Names[unit]))}.")] : Array.Empty<PaperBlock>(),
            .. (Record.Minutes?.Proceedings ?? []).Select(PaperBlock (one) => new PaperParagraph(((PaperText)$"{(one.Unit is { } unit ? $"{Names[unit]}: " : "")}{one.Text}").Stopped())),
            .. Told("Hội nghị đã quyết định:", [.. (Record.Minutes?.Decisions ?? []).Where(one => one.IsAdopted is true).Select(one => (PaperText)one.Text)]),
            .. Told("Ý kiến chỉ đạo:", [.. (Record.Minutes?.Instructions ?? []).Select(one => (PaperText)one.Text)]),
            // The first stands below the opening sentence.
            .. Content.Photographs.Skip(1).SelectMany((one, index) => Picture(one, index + 2, pictures)),
        ])
    {
        HasEndMark = false,
        Signatures = [new("Người viết tin", (Content.Writer?.Name).OrGap("người viết tin, ảnh")) { Note = Content.Writer?.Post is { } post ? (PaperText)$"({post})" : null }],
    };

    private static IEnumerable<PaperBlock> Picture(MeetingPhotograph one, int number, IReadOnlyDictionary<string, byte[]> pictures) =>
        one.Attachment is { } attachment && pictures.TryGetValue(attachment, out var content)
            ? [new PaperPicture(content, one.Caption)]
            : [new PaperParagraph($"{PaperText.Gap($"ảnh {Number(number)}")}: {one.Caption}") { Align = PaperAlign.Centre, IsIndented = false }];

    private IEnumerable<string> Invited() =>
        (Record.Meeting.Invitation?.Units ?? Members).Select(unit => Names[unit]).Concat(Content.Guests.Select(guest => guest.Body)).Order(VietnameseNames.Order).Distinct();

    private IEnumerable<PaperBlock> AgendaBlocks()
    {
        var agenda = MeetingAppointment.Agenda(Content, Names);
        return agenda.Count == 0 ? [] : [Listed(agenda.Select(item => (PaperText)item))];
    }

    private IEnumerable<PaperBlock> Attending() => (Record.Attendance?.Units ?? []).GroupBy(one => one.State).OrderBy(group => group.Key).SelectMany(IEnumerable<PaperBlock> (group) =>
    [
        new PaperParagraph(group.Key switch
        {
            AttendanceState.Present => "Có mặt:",
            AttendanceState.Substitute => "Cử người dự thay:",
            AttendanceState.Excused => "Vắng có lý do:",
            _ => "Vắng:",
        }),
        Listed(group.Select(one => (PaperText)$"{Names[one.Unit]}{(one.Way == AttendanceWay.Online ? " (trực tuyến)" : "")}")),
    ]);

    private static IEnumerable<PaperBlock> Told(string heading, IReadOnlyList<PaperText> lines) => lines.Count == 0 ? [] : [new PaperParagraph(heading) { KeepsWithNext = true }, new PaperList([.. lines.Select(line => line.Stopped())])];

    private static PaperText Decision(MeetingDecision one) => one.Vote is { } vote
        ? (PaperText)$"{one.Number}. {Unended(one.Text)}: tán thành {vote.For}, không tán thành {vote.Against}, ý kiến khác {vote.Other}; {Outcome(one)}."
        : (PaperText)$"{one.Number}. {Unended(one.Text)}: {one.Said.OrGap($"kết quả biểu quyết nội dung {Number(one.Number)}")}; {Outcome(one)}.";

    private static PaperText Outcome(MeetingDecision one) => one.IsAdopted switch
    {
        true => "thông qua",
        false => "không thông qua",
        null => PaperText.Gap($"nội dung {Number(one.Number)} có được thông qua hay không"),
    };

    /// <summary>What is to be done on a line with its number, and below it by whom and until when.</summary>
    private IEnumerable<PaperBlock> Conclusion(MeetingConclusion one)
    {
        var owners = one.Owners.Count == 0 ? PaperText.Gap($"đơn vị thực hiện kết luận {Number(one.Number)}", "đơn vị thực hiện") : string.Join("; ", one.Owners.Select(unit => Names[unit]));
        var due = one.Due is { } day ? (PaperText)$"{day}" : one.DueSaid.OrGap($"hạn thực hiện kết luận {Number(one.Number)}", "hạn thực hiện");
        return
        [
            new PaperParagraph($"{one.Number}. {Unended(one.Text)}.") { KeepsWithNext = true },
            new PaperList([$"Đơn vị thực hiện: {owners};", $"Thời hạn: {due}."]),
        ];
    }

    /// <summary>Without the stop at its end: the paper goes on or sets its own.</summary>
    private static string Unended(string text) => text.TrimEnd().TrimEnd('.', ',', ';', ':').TrimEnd();

    private IEnumerable<string> Modes() => Content.Mode switch
    {
        MeetingMode.InRoom => ["trực tiếp"],
        MeetingMode.Online => ["trực tuyến"],
        MeetingMode.Both => ["trực tiếp kết hợp trực tuyến"],
        _ => [],
    };

    private PaperText Chairs() => Content.Chairs.Count == 0 ? PaperText.Gap("người chủ trì") : PaperText.Join("; ", Content.Chairs.Select(chair => Person(chair.Person, Names[chair.Unit])));

    private PaperText Adopted() => Record.Meeting.Adopted is { } adopted
        ? adopted.On is { } on ? (PaperText)$"; nội dung đã được thông qua ngày {on}" : $"; nội dung đã được thông qua ({adopted.Said.OrGap("ngày thông qua biên bản")})"
        : $"; {PaperText.Gap("ngày thông qua biên bản")}";

    private PaperText Secretary() => Content.Secretary is { } secretary ? Person(secretary.Person, Names[secretary.Unit]) : PaperText.Gap("thư ký cuộc họp");

    /// <summary>Name, post, body; the post says the rest where it is all that is known.</summary>
    private static PaperText Person(NamedPerson? person, string body) => $"{(person?.Name).OrGap($"họ và tên ({body})", "họ và tên")}{(person?.Post is { } post ? $", {post}" : "")}, {body}";

    private PaperText Place() => Content.Place is { } place ? place : Content.Mode == MeetingMode.Online ? "họp trực tuyến" : Content.Host is { } host ? Names[host] : PaperText.Gap("địa điểm họp");

    private PaperText Day() => $"ngày {Content.When.Day.OrGap("ngày họp")}";

    private PaperText When() => $"{Content.When.From.OrGap("giờ bắt đầu")}{(Content.When.To is { } to ? $" đến {to}" : "")}, {Day()}";

    /// <summary>When it was held, by the minutes: what was planned is no record of it.</summary>
    private PaperText Held() => Record.Minutes?.Began is { } began
        ? $"{began}{(Record.Minutes.Ended is { } ended ? $" đến {ended}" : "")}, {Day()}"
        : (PaperText)$"{PaperText.Gap("giờ bắt đầu")}, {Day()}";

    /// <summary>Whoever takes the chair signs, several together.</summary>
    private IEnumerable<PaperSignature> ChairsSign() => Content.Chairs.Count == 0
        ? [new PaperSignature("Chủ trì", PaperText.Gap("họ và tên người chủ trì"))]
        : Content.Chairs.Select(chair => new PaperSignature("Chủ trì", (chair.Person?.Name).OrGap("họ và tên người chủ trì")) { Note = Content.Chairs.Count > 1 ? (PaperText)$"({Names[chair.Unit]})" : null });

    /// <summary>What is enumerated, with a semicolon between and a stop at the end.</summary>
    private static PaperList Listed(IEnumerable<PaperText> items)
    {
        List<PaperText> all = [.. items];
        return new([.. all.Select((item, index) => item.EndingWith(index < all.Count - 1 ? ";" : "."))]);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
