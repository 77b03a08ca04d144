using EmulationFunctions.Platform.Files;
using Microsoft.AspNetCore.Http;

namespace EmulationFunctions.Rules.Tests.Platform.Files;

public sealed class ReceivedFileTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(4, 4, 10, null)]
    [InlineData(4, null, 10, null)]
    [InlineData(4, 5, 10, FileFlaw.CutShort)]
    [InlineData(0, null, 10, FileFlaw.Empty)]
    [InlineData(11, null, 10, FileFlaw.TooLarge)]
    [InlineData(4, 11, 10, FileFlaw.TooLarge)]
    public async Task A_file_is_taken_when_all_that_was_announced_has_come(int bytes, int? announced, int maximum, object? flaw)
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new MemoryStream(new byte[bytes]);
        request.ContentLength = announced;

        var (file, found) = await ReceivedFile.ReceiveAsync(request, maximum, Cancellation);

        Assert.Equal(flaw is null, file is not null);
        Assert.Equal(flaw ?? default(FileFlaw), found);
        if (file is not null)
        {
            Assert.Equal(bytes, file.Bytes);
            await file.DisposeAsync();
        }
    }
}
