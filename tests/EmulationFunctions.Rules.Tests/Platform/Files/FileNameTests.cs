using System.Net.Http.Headers;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Files;

namespace EmulationFunctions.Rules.Tests.Platform.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("Báo cáo quý I.pdf", "Báo cáo quý I.pdf")]
    [InlineData(@"C:\fakepath\Báo cáo.pdf", "Báo cáo.pdf")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("a\"b'c<d>e|f?g*h:i.pdf", "a_b'c_d_e_f_g_h_i.pdf")]
    [InlineData("bao\u202Efdp.exe", "baofdp.exe")] // would be shown as "baoexe.pdf"
    [InlineData("\u200Bbáo\uFEFF cáo.pdf ", "báo cáo.pdf")]
    [InlineData("báo cáo...", "báo cáo")]
    public void A_name_is_made_safe_to_keep_and_to_save_under(string given, string kept) => Assert.Equal(kept, Clean(given));

    [Fact]
    public void Composed_and_decomposed_letters_give_the_same_name()
    {
        const string Name = "Quyết định khen thưởng.pdf";

        Assert.Equal(Clean(Name), Clean(Name.Normalize(NormalizationForm.FormD)));
    }

    [Fact]
    public void Half_a_character_becomes_the_sign_for_what_cannot_be_read() => Assert.Equal("a\uFFFD.pdf", Clean("a" + '\uD800' + ".pdf"));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("...")]
    [InlineData("a/b/")]
    [InlineData("\u200B")]
    [InlineData("a\nb.pdf")]
    [InlineData("a\0.pdf")]
    [InlineData("a\u0085.pdf")]
    public void A_name_of_which_nothing_is_left_or_that_holds_control_characters_is_refused(string? name) =>
        Assert.Equal(["name"], Faults(name));

    [Fact]
    public void A_name_may_be_as_long_as_file_systems_take_and_not_longer()
    {
        Assert.Equal(255, Clean(new string('ế', 255).Normalize(NormalizationForm.FormD)).Length);
        Assert.Equal(["name"], Faults(new string('ế', 256)));
    }

    [Theory]
    [InlineData("ảnh.JPEG", "Jpeg", "ảnh.JPEG")]
    [InlineData("ảnh", "Jpeg", "ảnh.jpg")]
    [InlineData("báo cáo.exe", "Pdf", "báo cáo.exe.pdf")] // saved under what it is
    public void A_name_gets_the_ending_of_what_the_file_is(string name, string type, string expected) =>
        Assert.Equal(expected, FileName.For(name, Enum.Parse<FileType>(type)));

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("Quyết định số 12_QĐ-UBND.pdf", "Quyet dinh so 12_QD-UBND.pdf")]
    [InlineData("a\"; filename=x.exe; b=\".pdf", "a_; filename=x.exe; b=_.pdf")]
    [InlineData("100%41\\.pdf", "100_41_.pdf")]
    [InlineData("表😀.pdf", "__.pdf")]
    public void A_browser_saves_the_full_name_and_an_old_one_a_plain_name(string name, string plain)
    {
        var header = FileName.Disposition(name);

        Assert.All(header, letter => Assert.InRange(letter, ' ', '~'));
        var read = ContentDispositionHeaderValue.Parse(header);
        Assert.Equal("attachment", read.DispositionType);
        Assert.Equal(name, read.FileNameStar);
        Assert.Equal(plain, read.FileName);
        Assert.Equal(2, read.Parameters.Count);
    }

    private static string Clean(string name)
    {
        var faults = new List<Fault>();
        var clean = FileName.Clean(name, faults);
        Assert.Empty(faults);
        return clean;
    }

    private static IEnumerable<string> Faults(string? name)
    {
        var faults = new List<Fault>();
        FileName.Clean(name, faults);
        return faults.Select(fault => fault.Path);
    }
}
