using System.ComponentModel.DataAnnotations;

namespace EmulationFunctions.Common;

/// <summary>A paper as officials cite it: kind, number and symbol, day, issuer, subject; whether or not anybody has the file.</summary>
/// <param name="Kind">What it is, in the words of the citation, such as "Chỉ thị", "Kế hoạch" or "Báo cáo".</param>
/// <param name="Number">Number and symbol as the issuer writes them, such as "34-CT/TW", "0125/KH-UBND" or "86/2025/QĐ-UBND": text, for every body has its own habit; null where the citation does not say.</param>
/// <param name="Day">The day on it; null where the citation does not say.</param>
/// <param name="Issuer">Who issued it; null where the citation does not say.</param>
/// <param name="Subject">What it is about ("trích yếu"); null where the citation does not say.</param>
internal sealed record PaperReference(
    [property: StringLength(PaperReference.LongestKind, MinimumLength = 1)] string Kind,
    [property: StringLength(PaperReference.LongestNumber, MinimumLength = 1)] string? Number = null,
    DateOnly? Day = null,
    [property: StringLength(PaperReference.LongestIssuer, MinimumLength = 1)] string? Issuer = null,
    [property: StringLength(PaperReference.LongestSubject, MinimumLength = 1)] string? Subject = null)
{
    public const int LongestKind = 100;
    public const int LongestNumber = 100;
    public const int LongestIssuer = 200;
    public const int LongestSubject = 500;

    /// <summary>As a sentence cites it: "Chỉ thị 34-CT/TW ngày 07/04/2014 của Bộ Chính trị về tiếp tục đổi mới công tác thi đua".</summary>
    public string Cited() =>
        $"{Kind}{(Number is null ? "" : $" {Number}")}{(Day is { } day ? $" ngày {VietnamTime.Local(day)}" : "")}{(Issuer is null ? "" : $" của {Issuer}")}{(Subject is null ? "" : $" về {Subject}")}";

    /// <summary>Without outer blanks.</summary>
    public PaperReference Trimmed() => new(Kind.Trim(), Said(Number), Day, Said(Issuer), Said(Subject));

    /// <summary>Faults that its form does not show.</summary>
    /// <param name="path">Where it stands in what was sent.</param>
    public void Check(string path, ICollection<Fault> faults)
    {
        CheckKind(path, faults);
        if (Day is null && Said(Number) is null && Said(Issuer) is null && Said(Subject) is null)
        {
            faults.Add($"{path}.number", "Cần ghi số, ký hiệu, hoặc ngày, cơ quan ban hành hay trích yếu của văn bản.", "The paper's number is needed, or its day, its issuer or what it is about.");
        }
    }

    /// <summary>The same where a paper is known by its number.</summary>
    public void CheckNumbered(string path, ICollection<Fault> faults)
    {
        CheckKind(path, faults);
        if (string.IsNullOrWhiteSpace(Number))
        {
            faults.Add($"{path}.number", "Cần ghi số, ký hiệu văn bản.", "The paper's number is needed.");
        }
    }

    private void CheckKind(string path, ICollection<Fault> faults)
    {
        if (string.IsNullOrWhiteSpace(Kind))
        {
            faults.Add($"{path}.kind", "Cần ghi loại văn bản.", "The kind of paper is needed.");
        }
    }

    private static string? Said(string? text) => text?.Trim() is { Length: > 0 } said ? said : null;
}
