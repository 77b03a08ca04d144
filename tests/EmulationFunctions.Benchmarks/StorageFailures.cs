using System.Globalization;
using System.Net.Http.Json;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Benchmarks;

/// <summary>Lets a share of the storage calls fail, and counts them. The emulator must have been started with <see cref="Script"/>.</summary>
internal sealed class StorageFailures(Azurite azurite) : IDisposable
{
    public const string Script = "failing.cjs";

    private readonly HttpClient _client = new();
    private readonly Uri _address = new(azurite.TableServiceUri, "/-/failures");

    /// <param name="share">Which part of the calls; 0 ends it.</param>
    /// <param name="seed">Which of them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task SetAsync(double share, int seed, CancellationToken cancellationToken)
    {
        using var answer = await _client.PutAsync(new Uri(_address, string.Create(CultureInfo.InvariantCulture, $"?share={share}&seed={seed}")), null, cancellationToken);
        answer.EnsureSuccessStatusCode();
    }

    /// <summary>Since the share was set.</summary>
    public async Task<FailureCounts> CountAsync(CancellationToken cancellationToken) => (await _client.GetFromJsonAsync<FailureCounts>(_address, cancellationToken))!;

    public void Dispose() => _client.Dispose();
}

/// <param name="Calls">All of them.</param>
/// <param name="Refused">Those answered 503 before anything was done.</param>
/// <param name="Lost">Those whose answer was lost after they were done.</param>
internal sealed record FailureCounts(int Calls, int Refused, int Lost);
