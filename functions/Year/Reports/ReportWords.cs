namespace EmulationFunctions.Year.Reports;

/// <summary>What stands in the paper.</summary>
internal static class ReportWords
{
#pragma warning disable CS8524 // No number that is no chapter is written.
    public static string Title(this ReportChapter chapter) => chapter switch
    {
        ReportChapter.Results => "I. KẾT QUẢ ĐẠT ĐƯỢC",
        ReportChapter.Shortcomings => "II. TỒN TẠI, HẠN CHẾ VÀ NGUYÊN NHÂN",
        ReportChapter.Tasks => "III. PHƯƠNG HƯỚNG, NHIỆM VỤ",
        ReportChapter.Proposals => "IV. ĐỀ XUẤT, KIẾN NGHỊ",
    };
#pragma warning restore CS8524
}
