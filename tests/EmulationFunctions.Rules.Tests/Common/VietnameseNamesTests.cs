using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Rules.Tests.Common;

public sealed class VietnameseNamesTests
{
    private const string Finance = "Sở Tài chính";

    [Fact]
    public void A_name_typed_with_separate_marks_is_the_same_name()
    {
        var decomposed = Finance.Normalize(NormalizationForm.FormD);

        Assert.NotEqual(Finance, decomposed);
        Assert.Equal(Finance, VietnameseNames.Compose(decomposed + " "));
        Assert.True(VietnameseNames.Same(Finance, decomposed));
    }

    [Theory]
    [InlineData("Sở Tài chính", "SỞ TÀI CHÍNH", true)]
    [InlineData("Sở Công thương", "Sở Công Thương", true)]
    [InlineData("Sở Tư pháp", "Sở Tu pháp", false)] // marks make another name
    [InlineData("Đà", "Da", false)]
    public void Names_differ_by_letters_and_marks_but_not_by_case(string one, string other, bool same) =>
        Assert.Equal(same, VietnameseNames.Same(one, other));

    [Fact]
    public void Names_are_sorted_by_the_Vietnamese_alphabet()
    {
        string[] sorted = ["An", "Az", "Ăn", "Ân", "Dũng", "Đà", "Em", "Ên", "Oanh", "Ô", "Ơn", "Tài", "Thanh", "Trà", "Uy", "Ưng"];
        var shuffled = sorted.Reverse().Select(name => name.Normalize(NormalizationForm.FormD));

        Assert.Equal(sorted, shuffled.Order(VietnameseNames.Order).Select(VietnameseNames.Compose));
    }

    [Fact]
    public void This_machine_handles_Vietnamese_letters() => IcuCheck.Require();

    [Fact]
    public void A_machine_that_does_not_compose_or_sort_Vietnamese_letters_is_noticed()
    {
        Assert.False(IcuCheck.Works(name => name, VietnameseNames.Compare));
        Assert.False(IcuCheck.Works(VietnameseNames.Compose, string.CompareOrdinal));
        Assert.False(IcuCheck.Works(_ => throw new PlatformNotSupportedException(), VietnameseNames.Compare));
    }
}
