using EmulationFunctions.Common;

namespace EmulationFunctions.Platform.Documents;

/// <summary>Text whose marked letters were lost when a file was saved: they became <c>?</c>, or U+FFFD when it was converted once too often.</summary>
internal static class LostLetters
{
    public const char Replacement = '\uFFFD';

    public static readonly Words Words = new(
        "Chữ có dấu đã bị mất khi lưu tệp. Trong Excel hãy mở bản gốc và chọn Lưu dạng “CSV UTF-8”, hoặc gửi tệp XLSX.",
        "Letters were lost when the file was saved. In Excel, open the original and save it as 'CSV UTF-8', or send the XLSX file.");

    /// <param name="text">A cell.</param>
    /// <param name="isName">Whether it is words, in which a question mark beside a letter is none.</param>
    public static bool In(string text, bool isName)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == Replacement || (isName && text[index] == '?' && (IsLetter(index - 1) || IsLetter(index + 1))))
            {
                return true;
            }
        }

        return false;

        bool IsLetter(int index) => index >= 0 && index < text.Length && char.IsLetter(text[index]);
    }
}
