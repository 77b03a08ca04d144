using System.Text;
using MimeKit;

namespace EmulationFunctions.Platform.Mail;

/// <summary>
/// A subject as a header: in encoded words of whole letters (RFC 2047), none longer than 75 characters, no line longer than 76. The
/// library's own folding makes longer ones of Vietnamese text.
/// </summary>
internal static class SubjectHeader
{
    private const string Begin = "=?utf-8?B?";
    private const string End = "?=";
    private const int LongestWord = 75;
    private const int LongestLine = 76;

    public static Header Of(string subject)
    {
        var header = new Header(HeaderId.Subject, "");
        var words = Words(subject, LongestLine - "Subject: ".Length).Select(word => $" {Begin}{Convert.ToBase64String(Encoding.UTF8.GetBytes(word))}{End}");
        header.SetRawValue(Encoding.ASCII.GetBytes(string.Join("\r\n", words) + "\r\n"));
        return header;
    }

    private static IEnumerable<string> Words(string subject, int roomOnFirstLine)
    {
        var (word, bytes, room) = (new StringBuilder(), 0, Bytes(Math.Min(LongestWord, roomOnFirstLine)));
        foreach (var letter in subject.EnumerateRunes())
        {
            if (bytes + letter.Utf8SequenceLength > room)
            {
                yield return word.ToString();
                (word, bytes, room) = (new(), 0, Bytes(LongestWord));
            }

            word.Append(letter);
            bytes += letter.Utf8SequenceLength;
        }

        yield return word.ToString();
    }

    /// <summary>How many bytes an encoded word of that length holds.</summary>
    private static int Bytes(int length) => (length - Begin.Length - End.Length) / 4 * 3;
}
