using System.Text;
using EmulationFunctions.Platform.Mail;
using FsCheck.Fluent;
using MimeKit;

namespace EmulationFunctions.Rules.Tests.Platform.Mail;

/// <summary>RFC 2047, section 2: an encoded word has at most 75 characters, a line that holds one at most 76.</summary>
public sealed class SubjectHeaderTests
{
    private static readonly string[] Syllables = ["Nhắc ", "hạn ", "Thưởng ", "khối ", "Đ", "ư", "ợ", "[TD-1A2B3C4D] ", "a", "1", "😀", "e\u0323\u0302", "  "];

    [Fact]
    public void A_subject_of_200_Vietnamese_letters_stays_within_the_limits_and_reads_back() =>
        AssertHolds(string.Concat(Enumerable.Repeat("Ữ", ComposedMail.LongestSubject)));

    [Fact]
    public void Every_subject_stays_within_the_limits_and_reads_back() => Law.Holds(
        Gen.Elements(Syllables).ListOf().Select(parts => string.Concat(parts).Trim()).Where(subject => subject.Length <= ComposedMail.LongestSubject),
        subject =>
        {
            AssertHolds(subject);
            return true;
        });

    private static void AssertHolds(string subject)
    {
        var message = new MimeMessage { Body = new TextPart() };
        message.Headers.Replace(SubjectHeader.Of(subject));
        using var stream = new MemoryStream();
        message.WriteTo(stream);
        var lines = Encoding.ASCII.GetString(stream.ToArray()).ReplaceLineEndings("\n").Split('\n');
        var first = Array.FindIndex(lines, line => line.StartsWith("Subject:", StringComparison.Ordinal));
        string[] header = [lines[first], .. lines.Skip(first + 1).TakeWhile(line => line.StartsWith(' '))];

        Assert.All(header, line => Assert.InRange(line.Length, 1, 76));
        Assert.All(header.SelectMany(line => line.Split(' ').Where(word => word.StartsWith("=?", StringComparison.Ordinal))), word => Assert.InRange(word.Length, 1, 75));
        stream.Position = 0;
        Assert.Equal(subject, MimeMessage.Load(stream).Subject);
    }
}
