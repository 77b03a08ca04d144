using EmulationFunctions.Platform.Storage.Partitions;

namespace EmulationFunctions.Tests;

/// <summary>One request killed after its k-th storage call, for every k; then another process on the same storage is asked the same once more.</summary>
internal static class CrashSteps
{
    /// <param name="app">Where the request is killed; it goes on with the storage as it was left.</param>
    /// <param name="restart">Starts the program again on the same storage: once, for all attempts ask for something else.</param>
    /// <param name="who">Signs in.</param>
    /// <param name="ask">The request of an attempt, made anew each time it is sent; each attempt asks for something else.</param>
    /// <param name="check">Whether what the attempt asked for is there, whole; it throws when it is half there.</param>
    /// <param name="address">The partition whose trail must stay whole.</param>
    public static async Task EachCallAsync(
        EmulationApp app,
        Func<EmulationApp> restart,
        Func<EmulationApp, Task<HttpClient>> who,
        Func<HttpClient, int, Task<HttpRequestMessage>> ask,
        Func<HttpClient, int, Task<bool>> check,
        PartitionAddress address)
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var client = await who(app);
        await using var restarted = restart();
        using var again = await who(restarted);
        for (var calls = 1; ; calls++)
        {
            using var request = await ask(client, calls);
            app.Faults.Reset(dieAfter: calls);
            using var answer = await client.SendAsync(request, cancellation);
            app.Faults.Reset();

            restarted.Clock.Now = app.Clock.Now;
            var isThere = await check(again, calls);
            Assert.True(isThere || !answer.IsSuccessStatusCode, "What was acknowledged is lost.");
            using var repeated = await again.SendAsync(await ask(again, calls), cancellation);
            Assert.True(repeated.IsSuccessStatusCode, await repeated.Content.ReadAsStringAsync(cancellation));
            Assert.True(await check(again, calls));
            await AuditChain.AssertWholeAsync(restarted.Tables, address, cancellation);
            if (answer.IsSuccessStatusCode)
            {
                Assert.True(calls > 3, $"It makes more than {calls} calls.");
                return;
            }
        }
    }
}
