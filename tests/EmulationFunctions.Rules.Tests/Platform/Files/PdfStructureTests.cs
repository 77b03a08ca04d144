using System.Text;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Rules.Tests.Platform.Files;

public sealed class PdfStructureTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(5)]
    public void A_PDF_that_needs_a_password_is_refused_and_one_that_only_cannot_be_changed_is_taken(int method)
    {
        var (locked, open) = (SamplePdfs.Encrypted(method, "abc"), SamplePdfs.Encrypted(method, ""));

        Assert.Equal(FileFlaw.Encrypted, Inspect(locked));
        Assert.Equal(FileType.Pdf, Inspect(open));
        Assert.Equal(FileFlaw.Encrypted, Inspect(SamplePdfs.WithIndexAsObject(locked)));
        Assert.Equal(FileType.Pdf, Inspect(SamplePdfs.WithIndexAsObject(open)));
        // Counted from its header, and from the beginning of the file.
        Assert.Equal(FileFlaw.Encrypted, Inspect([.. new byte[100], .. locked]));
        Assert.Equal(FileFlaw.Encrypted, Inspect([.. new byte[100], .. SamplePdfs.WithIndexAsObject(locked)]));
    }

    [Fact]
    public void A_PDF_that_only_a_certificate_opens_is_refused_and_one_that_says_nothing_sound_of_encryption_is_left_to_its_reader()
    {
        Assert.Equal(FileFlaw.Encrypted, Inspect(With("<</Filter/Adobe.PubSec/V 4>>")));
        Assert.Equal(FileType.Pdf, Inspect(With("7 0 R")));
        Assert.Equal(FileType.Pdf, Inspect(With("<</Filter/Standard/V (x)>>")));
        Assert.Equal(FileType.Pdf, Inspect(With($"{new string('[', 70_000)}")));

        static byte[] With(string said) => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(SampleFiles.Pdf()).Replace("/Root", $"/Encrypt {said}/Root", StringComparison.Ordinal));
    }

    [Fact]
    public void A_PDF_may_have_padding_of_any_length_behind_its_end_and_something_before_its_header()
    {
        Assert.Equal(FileType.Pdf, Inspect([.. SampleFiles.Pdf(), .. new byte[200_000]]));
        Assert.Equal(FileType.Pdf, Inspect([.. SampleFiles.Pdf(), .. Encoding.ASCII.GetBytes(new string('\n', 70_000))]));
        Assert.Equal(FileFlaw.CutShort, Inspect([.. SampleFiles.Pdf()[..^10], .. new byte[70_000]]));
        Assert.Equal(FileType.Pdf, Inspect([.. new byte[1019], .. SampleFiles.Pdf()]));
        Assert.Equal(FileFlaw.Unknown, Inspect([.. new byte[1020], .. SampleFiles.Pdf()]));
        Assert.Equal(FileFlaw.Executable, Inspect([.. "MZ"u8, .. SampleFiles.Pdf()]));
    }

    private static object? Inspect(byte[] file)
    {
        var verdict = FileInspection.Inspect(new MemoryStream(file));
        return verdict.Type is { } type ? type : verdict.Flaw;
    }
}
