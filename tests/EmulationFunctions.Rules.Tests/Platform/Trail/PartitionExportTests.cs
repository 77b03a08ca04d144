using Azure.Data.Tables;
using EmulationFunctions.Platform.Storage.Tables;
using EmulationFunctions.Platform.Trail;

namespace EmulationFunctions.Rules.Tests.Platform.Trail;

public sealed class PartitionExportTests
{
    [Fact]
    public void Rows_come_back_with_their_types_and_letters()
    {
        var row = new TableEntity("2026|khối", "r'1")
        {
            ["Text"] = "Thi đua \"yêu nước\"\n\t\u0301 \U0001F3C6",
            ["Empty"] = "",
            ["Int"] = 5,
            ["Long"] = 5L,
            ["Large"] = long.MaxValue,
            ["Double"] = 5.0,
            ["True"] = true,
            ["Guid"] = Guid.Parse("11111111-1111-4111-8111-111111111111"),
            ["At"] = new DateTimeOffset(2026, 6, 15, 1, 2, 3, TimeSpan.Zero).AddTicks(4567),
            ["Bytes"] = new byte[] { 0, 255, 7 },
        };

        var read = PartitionExport.FromGzip(new PartitionExport(new("Sheets", "2026|khối"), 7, "abc", [row, new("2026|khối", "s")]).ToGzip());

        Assert.Equal(7, read.Seq);
        Assert.Equal("abc", read.Hash);
        Assert.Equal(("2026|khối", "r'1"), (read.Rows[0].PartitionKey, read.Rows[0].RowKey));
        Assert.True(row.IsStoredAs(read.Rows[0], isWhole: true));
        Assert.Empty(read.Rows[1].Properties());
    }

    [Fact]
    public void What_was_cut_short_or_is_something_else_is_refused()
    {
        var whole = new PartitionExport(new("Sheets", "x"), 1, "", [new("x", "a"), new("x", "b")]).ToGzip();

        Assert.Throws<InvalidDataException>(() => PartitionExport.FromGzip(whole.AsMemory(0, whole.Length - 12)));
        Assert.Throws<InvalidDataException>(() => PartitionExport.FromGzip("nothing of ours"u8.ToArray()));
    }
}
