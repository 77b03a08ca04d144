using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Files;

/// <summary>Why a file cannot be evidence.</summary>
internal enum FileFlaw
{
    Empty,
    TooLarge,

    /// <summary>The end is missing.</summary>
    CutShort,

    /// <summary>It says what it is, and its parts do not fit together.</summary>
    Damaged,
    Executable,
    Archive,
    Macros,
    Encrypted,

    /// <summary>Word and Excel files of before 2007.</summary>
    OldOffice,

    /// <summary>Presentations, templates, binary workbooks.</summary>
    OtherOffice,
    Unknown,

    /// <summary>A kind we know, and the settings do not take.</summary>
    NotAllowed,
}

internal static class FileFlaws
{
    /// <summary>The answer to whoever sent it: 413, 415 for a kind that is not taken, 400 for a file that is not whole.</summary>
    /// <param name="flaw">What is wrong.</param>
    /// <param name="allowed">The kinds that are taken, for the sentence.</param>
    /// <param name="maximumBytes">The largest size, for the sentence.</param>
    public static Refusal ToRefusal(this FileFlaw flaw, IReadOnlyList<FileType> allowed, long maximumBytes)
    {
        var kinds = string.Join(", ", allowed.Select(type => type.Title()));
        var megabytes = maximumBytes / (1024 * 1024);
        return flaw switch
        {
            FileFlaw.Empty => Broken(flaw, "Tệp rỗng.", "The file is empty."),
            FileFlaw.TooLarge => new(StatusCodes.Status413PayloadTooLarge, "too-large", new(
                $"Tệp lớn quá {megabytes} MB. Hãy giảm dung lượng hoặc tách thành nhiều tệp.",
                $"The file is larger than {megabytes} MB. Make it smaller or split it.")),
            FileFlaw.CutShort => Broken(
                flaw, "Tệp bị cắt cụt, thiếu phần cuối. Hãy gửi lại.", "The file is cut short: its end is missing. Send it again."),
            FileFlaw.Damaged => Broken(
                flaw, "Tệp bị hỏng. Hãy mở thử trên máy, lưu lại rồi gửi lại.", "The file is damaged. Open it, save it again and send that."),
            FileFlaw.Executable => NotTaken(flaw, "Đây là tệp chương trình, không phải tài liệu", "This is a program, not a document", kinds),
            FileFlaw.Archive => NotTaken(flaw, "Không nhận tệp nén. Hãy gửi từng tệp bên trong", "Archives are not taken. Send the files one by one", kinds),
            FileFlaw.Macros => NotTaken(flaw, "Tệp có chứa macro. Hãy lưu lại không kèm macro", "The file holds macros. Save it without them", kinds),
            FileFlaw.Encrypted => NotTaken(flaw, "Tệp được đặt mật khẩu. Hãy bỏ mật khẩu", "The file has a password. Take the password away", kinds),
            FileFlaw.OldOffice => NotTaken(
                flaw, "Tệp Word, Excel kiểu cũ. Hãy lưu lại dạng DOCX, XLSX hoặc PDF", "An old Word or Excel file. Save it as DOCX, XLSX or PDF", kinds),
            FileFlaw.OtherOffice => NotTaken(
                flaw, "Loại tệp văn phòng này không được nhận. Hãy lưu lại dạng PDF", "This kind of office file is not taken. Save it as PDF", kinds),
            _ => NotTaken(flaw, "Nội dung tệp không thuộc loại được nhận", "The file's content is not of a kind that is taken", kinds),
        };
    }

    private static Refusal Broken(FileFlaw flaw, string vietnamese, string english) =>
        new(StatusCodes.Status400BadRequest, Slug(flaw), new(vietnamese, english));

    private static Refusal NotTaken(FileFlaw flaw, string vietnamese, string english, string kinds) => new(
        StatusCodes.Status415UnsupportedMediaType, Slug(flaw), new($"{vietnamese}. Các loại được nhận: {kinds}.", $"{english}. Taken are: {kinds}."));

    private static string Slug(FileFlaw flaw) => flaw switch
    {
        FileFlaw.Empty => "file-empty",
        FileFlaw.CutShort => "file-cut-short",
        FileFlaw.Damaged => "file-damaged",
        FileFlaw.Macros => "file-has-macros",
        FileFlaw.Encrypted => "file-encrypted",
        _ => "file-type-refused",
    };
}
