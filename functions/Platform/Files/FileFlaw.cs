using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Files;

/// <summary>Why a file cannot be evidence.</summary>
internal enum FileFlaw
{
    Empty,
    TooLarge,

    /// <summary>It would become too much where it is opened (<see cref="FileLimits"/>).</summary>
    HoldsTooMuch,

    /// <summary>The end is missing.</summary>
    CutShort,

    /// <summary>It says what it is, and its parts do not fit together.</summary>
    Damaged,
    Executable,
    Archive,
    Macros,

    /// <summary>It does not open without a password or a certificate.</summary>
    Encrypted,

    /// <summary>A document with a file of any kind attached to it, which runs on a double click.</summary>
    Attachment,

    /// <summary>A document that loads its template, and the macros in it, from another machine.</summary>
    RemoteTemplate,

    /// <summary>Word and Excel files of before 2007.</summary>
    OldOffice,
    BinaryWorkbook,
    Presentation,
    Template,

    /// <summary>Drawings and what else lies in packages of the office kind.</summary>
    OtherOffice,
    OpenText,
    OpenSheet,
    OpenPresentation,
    OpenOther,

    /// <summary>Pages, Numbers, Keynote.</summary>
    AppleOffice,
    RichText,
    Heic,
    Avif,
    Webp,
    Tiff,
    Gif,
    Bmp,
    Unknown,

    /// <summary>A kind we know, and the settings do not take.</summary>
    NotAllowed,
}

internal static class FileFlaws
{
    /// <summary>The answer to whoever sent it: 413 for what is too much, 415 for a kind that is not taken, 400 for a file that is not whole.</summary>
    /// <param name="flaw">What is wrong.</param>
    /// <param name="allowed">The kinds that are taken, for the sentence.</param>
    /// <param name="maximumBytes">The largest size, for the sentence.</param>
    public static Refusal ToRefusal(this FileFlaw flaw, IReadOnlyList<FileType> allowed, long maximumBytes)
    {
        var megabytes = maximumBytes / (1024 * 1024);
        return flaw switch
        {
            FileFlaw.Empty => Broken("file-empty", "Tệp rỗng.", "The file is empty."),
            FileFlaw.CutShort => Broken(
                "file-cut-short", "Tệp bị cắt cụt, thiếu phần cuối. Hãy gửi lại.", "The file is cut short: its end is missing. Send it again."),
            FileFlaw.Damaged => Broken(
                "file-damaged", "Tệp bị hỏng. Hãy mở thử trên máy, lưu lại rồi gửi lại.", "The file is damaged. Open it, save it again and send that."),
            FileFlaw.TooLarge => new(StatusCodes.Status413PayloadTooLarge, "too-large", new(
                $"Tệp lớn quá {megabytes} MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp.",
                $"The file is larger than {megabytes} MB. Make it smaller or split it.")),
            FileFlaw.HoldsTooMuch => TooMuch(FileLimits.Default),
            _ => NotTaken(flaw, allowed),
        };
    }

    private static Refusal Broken(string slug, string vietnamese, string english) => new(StatusCodes.Status400BadRequest, slug, new(vietnamese, english));

    private static Refusal TooMuch(FileLimits limits)
    {
        var (megabytes, megapixels, parts) = (limits.Unpacked / (1024 * 1024), limits.Pixels / 1_000_000, ZipPackage.MostParts);
        return new(StatusCodes.Status413PayloadTooLarge, "file-holds-too-much", new(
            $"Nội dung tệp khi mở ra quá lớn (hơn {megabytes} MB sau khi giải nén, {parts} phần, {megapixels} triệu điểm ảnh hoặc {limits.Pieces} đoạn). Hãy giảm ảnh hoặc lưu lại dạng PDF.",
            $"What the file holds is too much once it is opened (more than {megabytes} MB unpacked, {parts} parts, {megapixels} million pixels or {limits.Pieces} pieces). Make its pictures smaller or save it as PDF."));
    }

    private static Refusal NotTaken(FileFlaw flaw, IReadOnlyList<FileType> allowed)
    {
        var (words, kinds) = (Reason(flaw), string.Join(", ", allowed.Select(type => type.Title())));
        var slug = flaw switch
        {
            FileFlaw.Macros => "file-has-macros",
            FileFlaw.Encrypted => "file-encrypted",
            FileFlaw.Attachment => "file-has-attachment",
            FileFlaw.RemoteTemplate => "file-loads-template",
            _ => "file-type-refused",
        };
        return new(StatusCodes.Status415UnsupportedMediaType, slug, new($"{words.Vi}. Các loại được nhận: {kinds}.", $"{words.En}. Taken are: {kinds}."));
    }

    private static Words Reason(FileFlaw flaw) => flaw switch
    {
        FileFlaw.Executable => new("Đây là tệp chương trình, không phải tài liệu", "This is a program, not a document"),
        FileFlaw.Archive => new("Không nhận tệp nén. Hãy gửi từng tệp bên trong", "Archives are not taken. Send the files one by one"),
        FileFlaw.Macros => new("Tệp có chứa macro. Hãy lưu lại không kèm macro", "The file holds macros. Save it without them"),
        FileFlaw.Encrypted => new("Tệp được đặt mật khẩu. Hãy bỏ mật khẩu", "The file has a password. Take the password away"),
        FileFlaw.Attachment => new(
            "Trong tài liệu có đính kèm một tệp khác (đối tượng Package). Hãy xóa đối tượng đó và gửi riêng tệp ấy",
            "Another file is attached in the document (an object of the kind Package). Remove it, and send that file by itself"),
        FileFlaw.RemoteTemplate => new(
            "Văn bản tải mẫu (template) từ máy khác. Trong Word hãy đổi mẫu về Normal, hoặc lưu lại dạng PDF",
            "The document loads its template from another machine. Set the template to Normal in Word, or save it as PDF"),
        FileFlaw.OldOffice => new("Tệp Word, Excel kiểu cũ. Hãy lưu lại dạng DOCX, XLSX hoặc PDF", "An old Word or Excel file. Save it as DOCX, XLSX or PDF"),
        FileFlaw.BinaryWorkbook => Other("bảng tính nhị phân XLSB", "a binary workbook (XLSB)", "XLSX hoặc PDF", "XLSX or PDF"),
        FileFlaw.Presentation => Other("tệp trình chiếu (PPTX)", "a presentation (PPTX)", "PDF", "PDF"),
        FileFlaw.Template => Other("tệp mẫu (DOTX, XLTX)", "a template (DOTX, XLTX)", "DOCX, XLSX hoặc PDF", "DOCX, XLSX or PDF"),
        FileFlaw.OtherOffice => new("Loại tệp văn phòng này không được nhận. Hãy lưu lại dạng PDF", "This kind of office file is not taken. Save it as PDF"),
        FileFlaw.OpenText => Other("văn bản OpenDocument (ODT)", "an OpenDocument text (ODT)", "DOCX hoặc PDF", "DOCX or PDF"),
        FileFlaw.OpenSheet => Other("bảng tính OpenDocument (ODS)", "an OpenDocument spreadsheet (ODS)", "XLSX hoặc PDF", "XLSX or PDF"),
        FileFlaw.OpenPresentation => Other("tệp trình chiếu OpenDocument (ODP)", "an OpenDocument presentation (ODP)", "PDF", "PDF"),
        FileFlaw.OpenOther => Other("tệp OpenDocument", "an OpenDocument file", "PDF", "PDF"),
        FileFlaw.AppleOffice => Other("tệp Pages, Numbers hoặc Keynote", "a file of Pages, Numbers or Keynote", "PDF, DOCX hoặc XLSX", "PDF, DOCX or XLSX"),
        FileFlaw.RichText => Other("văn bản RTF", "an RTF document", "DOCX hoặc PDF", "DOCX or PDF"),
        FileFlaw.Heic => Picture("HEIC"),
        FileFlaw.Avif => Picture("AVIF"),
        FileFlaw.Webp => Picture("WEBP"),
        FileFlaw.Tiff => Picture("TIFF"),
        FileFlaw.Gif => Picture("GIF"),
        FileFlaw.Bmp => Picture("BMP"),
        _ => new("Nội dung tệp không thuộc loại được nhận", "The file's content is not of a kind that is taken"),
    };

    private static Words Picture(string kind) => Other($"ảnh {kind}", $"a picture of the kind {kind}", "JPEG hoặc PNG", "JPEG or PNG");

    private static Words Other(string what, string whatEnglish, string to, string toEnglish) =>
        new($"Đây là {what}. Hãy lưu lại dạng {to}", $"This is {whatEnglish}. Save it as {toEnglish}");
}
