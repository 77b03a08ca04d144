using System.Net.Http.Headers;

namespace EmulationFunctions.Benchmarks;

/// <summary>Somebody who saves the whole form again and again, each time with other points than the last time.</summary>
/// <param name="bodies">Taken in turns.</param>
internal sealed class Saver(Api api, string path, string token, IReadOnlyList<string> bodies)
{
    private EntityTagHeaderValue? _tag;
    private int _saves;

    public async Task SaveAsync(CancellationToken cancellationToken) =>
        _tag = (await api.SendAsync(HttpMethod.Patch, path, token, bodies[_saves++ % bodies.Count], _tag, cancellationToken)).Tag;
}
