using System.Security.Cryptography;
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

        var (file, found) = await ReceivedFile.ReceiveAsync(request, maximum, CancellationToken.None, Cancellation);

        Assert.Equal(flaw is null, file is not null);
        Assert.Equal(flaw ?? default(FileFlaw), found);
        if (file is not null)
        {
            Assert.Equal(bytes, file.Bytes);
            await file.DisposeAsync();
        }
    }

    [Theory]
    [InlineData(1000)]
    [InlineData(256 * 1024)]
    [InlineData(700_000)]
    public async Task What_was_received_is_what_was_sent_however_small_the_pieces_in_which_it_came(int bytes)
    {
        var sent = new byte[bytes];
        new Random(bytes).NextBytes(sent);
        var request = new DefaultHttpContext().Request;
        request.Body = new Crumbs(sent, isEndless: false);

        var (file, _) = await ReceivedFile.ReceiveAsync(request, bytes, CancellationToken.None, Cancellation);

        await using (file)
        {
            var kept = new byte[file!.Content.Length];
            file.Content.Position = 0;
            await file.Content.ReadExactlyAsync(kept, Cancellation);
            Assert.Equal(sent, kept);
            Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(sent)), file.Sha256);
        }
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused_at_the_first_byte_too_many()
    {
        var request = new DefaultHttpContext().Request;
        request.Body = new Crumbs(new byte[300_001], isEndless: true);

        var (file, flaw) = await ReceivedFile.ReceiveAsync(request, 300_000, CancellationToken.None, Cancellation);

        Assert.Null(file);
        Assert.Equal(FileFlaw.TooLarge, flaw);
    }

    /// <summary>A body that comes in pieces of 4 KB, as the web server gives it.</summary>
    /// <param name="isEndless">Whether nothing more comes after it, not even its end.</param>
    private sealed class Crumbs(byte[] body, bool isEndless) : MemoryStream(body)
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (isEndless && Position == Length)
            {
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await base.ReadAsync(buffer[..Math.Min(4096, buffer.Length)], cancellationToken);
        }
    }
}
