using EmulationFunctions.Common;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Attachments;

/// <summary>What a file may belong to, who may put it there, and who reads it.</summary>
internal static class AttachmentRules
{
    /// <summary>Faults of what is said beside a file.</summary>
    /// <param name="to">What it is to belong to.</param>
    /// <param name="caption">What it shows.</param>
    /// <param name="has">Whether a unit is in the bloc at some time of the year.</param>
    public static List<Fault> Check(AttachedTo to, string? caption, Func<string, bool> has)
    {
        var faults = new List<Fault>();
        CheckItem(to, faults);
        if (to.Unit is null == IsOfUnit(to.Kind))
        {
            faults.Add("unit", IsOfUnit(to.Kind) ? "Cần mã đơn vị." : "Tệp này của cả khối, không ghi mã đơn vị.", IsOfUnit(to.Kind) ? "The unit's id is needed." : "It is the bloc's, so no unit is named.");
        }
        else if (to.Unit is { } unit && !has(unit))
        {
            faults.Add("unit", $"'{unit}' không thuộc khối.", $"'{unit}' is not in the bloc.");
        }

        if (caption is not null && (caption.Length is 0 or > Attachment.LongestCaption || caption.Any(char.IsControl)))
        {
            faults.Add("caption", $"Chú thích gồm 1 đến {Attachment.LongestCaption} ký tự trên một dòng.", $"A caption has 1 to {Attachment.LongestCaption} characters on one line.");
        }

        return faults;
    }

    /// <summary>Those who lead the bloc and the office whatever it is; a unit what is its own.</summary>
    public static bool MayWrite(Caller caller, Leaders leaders, AttachedTo to) =>
        RightRules.Allows(Right.RunBloc, caller, new(to.Unit, IsYearOver: false, leaders)) || (to.Unit is { } unit && caller.Units.Contains(unit));

    /// <summary>The whole bloc reads what is the bloc's; what is a unit's own it reads itself, with those who lead the bloc and who oversee all.</summary>
    public static bool MayRead(Caller caller, Leaders leaders, AttachedTo to) =>
        to.Unit is not { } owner || caller.Oversees || caller.Units.Any(unit => unit == owner || unit == leaders.Head || unit == leaders.Deputy);

    public static Refusal NotYours() => Refusal.Forbidden(new(
        "Khối trưởng, Khối phó, cơ quan thường trực, hoặc đơn vị đối với tệp của chính mình", "the bloc's head and deputy, the office, or a unit of what is its own"));

    /// <param name="use">What rests on the file.</param>
    public static Refusal InUse(Words use) => Refusal.Rule("attachment-in-use", use);

    public static Refusal Held() => Refusal.Rule("attachment-in-use", new(
        "Tệp vừa được giao ước, một chữ ký trên bản giấy, một cuộc họp hoặc một hồ sơ dùng đến. Hãy thử lại sau ít phút.",
        "The pact, a signature on paper, a meeting or a dossier is just being written down with this file. Try again in some minutes."));

    /// <summary>What is not there has no files.</summary>
    public static Fault NotThere(AttachedTo to) => to.Item is { } item
        ? new("item", new($"Khối không có nội dung '{item}' thuộc loại này trong năm.", $"The bloc's year has nothing of that kind with the id '{item}'."))
        : new("subject", new("Khối chưa có nội dung này trong năm; hãy ghi nội dung trước rồi gửi tệp.", "The bloc's year has none of it yet; write it down first, then send the file."));

    private static void CheckItem(AttachedTo to, List<Fault> faults)
    {
        if (to.Item is null == IsOneOfSeveral(to.Kind))
        {
            faults.Add("item", IsOneOfSeveral(to.Kind) ? "Cần mã của nội dung mà tệp thuộc về." : "Mỗi năm chỉ có một, không ghi mã.", IsOneOfSeveral(to.Kind) ? "The id of what it belongs to is needed." : "The year has one of it, so no id is named.");
        }
        else if (to.Item is { } item && !Slug.IsValid(item))
        {
            faults.Add("item", "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối.", "An id has only lower-case letters without marks, digits and hyphens.");
        }
    }

    private static bool IsOfUnit(AttachmentSubject kind) => kind is AttachmentSubject.PactSignature or AttachmentSubject.MovementAnswer or AttachmentSubject.ReportPart or AttachmentSubject.Dossier;

    private static bool IsOneOfSeveral(AttachmentSubject kind) =>
        kind is AttachmentSubject.Regulation or AttachmentSubject.Movement or AttachmentSubject.MovementAnswer or AttachmentSubject.Meeting or AttachmentSubject.Report or AttachmentSubject.ReportPart
            or AttachmentSubject.Dossier;
}
