using EmulationFunctions.Common;

namespace EmulationFunctions.Province.Texts;

internal static class TextWords
{
    public static Words NotThere(string text) => new($"Danh mục văn bản không có '{text}'.", $"The register has no text '{text}'.");

    /// <summary>How it stands, for the end of a sentence.</summary>
    public static Words Of(Validity validity) => validity switch
    {
        Validity.InForce => new("đang có hiệu lực", "is in force"),
        Validity.InPart => new("chỉ còn hiệu lực một phần", "is in force in part only"),
        Validity.NotYet => new("chưa có hiệu lực", "is not yet in force"),
        Validity.Ended => new("đã hết hiệu lực", "is no longer in force"),
        _ => new("chưa rõ thời điểm có hiệu lực", "has no known day from which it is in force"),
    };
}
