using MimeKit;

namespace EmulationFunctions.Platform.Mail;

/// <summary>A composed mail. One that exists cannot smuggle in a header: what goes into headers is of one line.</summary>
internal sealed record ComposedMail
{
    public const int LongestSubject = 200;

    /// <summary>A name alone is no address.</summary>
    private static readonly ParserOptions Strict = new() { AllowAddressesWithoutDomain = false, AddressParserComplianceMode = RfcComplianceMode.Strict };

    public ComposedMail(string to, string subject, string plainText, string html, string reference)
    {
        foreach (var header in (string[])[to, subject, reference])
        {
            if (header.Any(IsBreak))
            {
                throw new ArgumentException("A mail's address, subject and reference are of one line without control characters.");
            }
        }

        (To, Subject, PlainText, Html, Reference) = (to, subject, plainText, html, reference);
    }

    public string To { get; }

    public string Subject { get; }

    public string PlainText { get; }

    public string Html { get; }

    public string Reference { get; }

    /// <summary>The appointment that it brings; null in most mails.</summary>
    public CalendarPart? Calendar { get; init; }

    /// <summary>Any text as the one line a subject is; what is too long ends in an ellipsis.</summary>
    public static string OneLine(string text)
    {
        var line = string.Join(' ', string.Concat(text.Select(letter => IsBreak(letter) ? ' ' : letter)).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= LongestSubject ? line : $"{line[..(LongestSubject - 1)].TrimEnd()}…";
    }

    /// <summary>Whether a mail server can be given this address: one bare address whose name part is ASCII.</summary>
    public static bool CanReach(string address) =>
        !address.Any(IsBreak)
        && MailboxAddress.TryParse(Strict, address, out var parsed)
        && parsed.Address == address
        && parsed.LocalPart.All(char.IsAscii);

    private static bool IsBreak(char letter) => char.IsControl(letter) || letter is '\u2028' or '\u2029';
}
