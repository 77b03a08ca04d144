namespace EmulationFunctions.Platform.Documents;

/// <summary>
/// What makes a table a letter of a body, by annex I of Decree 30/2020/NĐ-CP: who issues it, above the title, and who signs it, at the
/// end. What the program does not know (the body above, number, place and day) is left as a gap to be filled in by hand.
/// </summary>
/// <param name="Issuer">The body that issues it.</param>
/// <param name="Writer">Who made the table; signs at the left.</param>
/// <param name="Signer">The post that signs it; at the right.</param>
internal sealed record Letterhead(string Issuer, string Writer, string Signer)
{
    public const string BodyAbove = "………………………………";
    public const string Country = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    public const string Motto = "Độc lập - Tự do - Hạnh phúc";
    public const string Number = "Số: ………/………";
    public const string PlaceAndDay = "………………, ngày …… tháng …… năm ………";
    public const string SignsWriter = "(Ký, ghi rõ họ và tên)";
    public const string SignsPost = "(Ký, đóng dấu, ghi rõ họ và tên)";
}
