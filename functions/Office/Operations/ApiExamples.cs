using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Office.Operations;

/// <summary>What the members of bodies look like in a real bloc, for the API's description.</summary>
internal static class ApiExamples
{
    public static void AddApiExamples(this FunctionsApplicationBuilder builder) => builder.Services.AddSingleton(new ExampleValues(new Dictionary<string, string>
    {
        ["year"] = "2026",
        ["years"] = "[2026]",
        ["period"] = "\"nam\"",
        ["bloc"] = "\"khoi-kinh-te\"",
        ["confirmation"] = "\"khoi-kinh-te\"",
        ["blocName"] = "\"Khối thi đua Kinh tế - Kỹ thuật\"",
        ["unit"] = "\"so-tai-chinh\"",
        ["scorer"] = "\"so-xay-dung\"",
        ["head"] = "\"so-cong-thuong\"",
        ["deputy"] = "\"so-xay-dung\"",
        ["standingUnit"] = "null",
        ["team"] = "[\"so-xay-dung\", \"so-cong-thuong\"]",
        ["scheme"] = "\"bang-diem-so-nganh\"",
        ["to"] = "\"bang-diem-so-nganh-2027\"",
        ["inspection"] = "\"kiem-tra-1\"",
        ["report"] = "\"so-ket-6-thang\"",
        ["model"] = "\"guong-1\"",
        ["activity"] = "\"ung-ho-1\"",
        ["officer"] = "\"2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11\"",
        ["criterion"] = "\"II.1\"",
        ["code"] = "\"II.1\"",
        ["name"] = "\"Sở Tài chính\"",
        ["title"] = "\"Hoàn thành chỉ tiêu kế hoạch\"",
        ["contacts"] = "[\"vanphong@example.vn\"]",
        ["decision"] = "\"12/QĐ-UBND\"",
        ["endDecision"] = "\"45/QĐ-UBND\"",
        ["authority"] = "\"12/QĐ-UBND\"",
        ["reason"] = "\"Theo đề nghị của đơn vị.\"",
        ["explanation"] = "\"Hoàn thành 12/12 chỉ tiêu.\"",
        ["comment"] = "\"Hồ sơ đầy đủ.\"",
        ["text"] = "\"Chưa có kế hoạch kiểm tra nội bộ.\"",
        ["finding"] = "\"kiem-tra-1/1\"",
        ["stage"] = "\"self-score\"",
        ["sha256"] = "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"",
        ["sheetHash"] = "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"",
        ["hash"] = "\"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"",
        ["seed"] = "20261212",
        ["target"] = "120",
        ["actual"] = "150",
        ["percentage"] = "97.5",
        ["value"] = "97.5",
        ["began"] = "\"14:05\"",
        ["ended"] = "\"16:40\"",
        ["continuation"] = "null",
    }, ApiBodies.BySchema));
}
