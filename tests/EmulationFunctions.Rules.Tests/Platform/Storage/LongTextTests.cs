using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Rules.Tests.Platform.Storage;

/// <summary>A text that is too long for a property lies in several of them.</summary>
public sealed class LongTextTests
{
    [Fact]
    public void A_shorter_text_leaves_nothing_of_the_longer_one_before_it()
    {
        var row = new TableEntity { ["Guests0"] = "another property" };
        row.PutText("Guests", new string('a', (2 * LongText.PieceLength) + 1));
        Assert.Equal(["Guests", "Guests0", "Guests1", "Guests2"], row.Keys.Order(StringComparer.Ordinal));

        row.PutText("Guests", "b");
        Assert.Equal(("b", "Guests Guests0"), (row.Text("Guests"), string.Join(' ', row.Keys.Order(StringComparer.Ordinal))));

        row.PutText("Guests", null);
        Assert.Null(row.Text("Guests"));
    }
}
