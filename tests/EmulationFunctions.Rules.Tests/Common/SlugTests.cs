using EmulationFunctions.Common;

namespace EmulationFunctions.Rules.Tests.Common;

public sealed class SlugTests
{
    [Theory]
    [InlineData("so-tai-chinh", true)]
    [InlineData("bac-ninh-2", true)]
    [InlineData("a", true)]
    [InlineData("", false)]
    [InlineData("So-tai-chinh", false)]
    [InlineData("sở-tài-chính", false)]
    [InlineData("-so", false)]
    [InlineData("so-", false)]
    [InlineData("so--tai", false)]
    [InlineData("so/tai", false)]
    [InlineData("so\n", false)] // a line's end at the end is a control character too
    [InlineData("so|tai", false)]
    public void An_id_is_of_small_letters_digits_and_single_hyphens(string id, bool valid) => Assert.Equal(valid, Slug.IsValid(id));

    [Fact]
    public void An_id_has_at_most_64_characters()
    {
        Assert.True(Slug.IsValid(new('a', 64)));
        Assert.False(Slug.IsValid(new('a', 65)));
    }
}
