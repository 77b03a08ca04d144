using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Province.Awards;

/// <summary>The legal texts that the shipped rules cite: known here even before the office has put them into its register, which comes first.</summary>
internal static class AwardTexts
{
    public const string Decree152 = "nghi-dinh-152-2025";
    public const string Decree98 = "nghi-dinh-98-2023";
    public const string Law2022 = "luat-06-2022";
    public const string BacNinh86 = "quyet-dinh-86-2025-bac-ninh";

    /// <summary>By id. Decree 152/2025 ends on 1 March 2027, and any part of it earlier, when a new text on the same matter takes effect (article 60(1)).</summary>
    public static readonly IReadOnlyDictionary<string, LegalText> Shipped = new LegalText[]
    {
        new(Decree152, new("Nghị định", "152/2025/NĐ-CP", new(2025, 6, 14), "Chính phủ", "phân cấp, phân quyền trong lĩnh vực thi đua, khen thưởng"), new(2025, 7, 1), new(2027, 2, 28), null, []),
        new(Decree98, new("Nghị định", "98/2023/NĐ-CP", null, "Chính phủ"), null, new(2025, 6, 30), null, []),
        new(Law2022, new("Luật", "06/2022/QH15", null, "Quốc hội", "thi đua, khen thưởng"), null, new(2026, 9, 30), null, []),
        new(BacNinh86, new("Quyết định", "86/2025/QĐ-UBND", new(2025, 12, 3), "Ủy ban nhân dân tỉnh Bắc Ninh"), new(2025, 12, 15), null, null, []),
    }.ToDictionary(text => text.Id, StringComparer.Ordinal);
}
