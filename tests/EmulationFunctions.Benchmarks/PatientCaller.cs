using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;

namespace EmulationFunctions.Benchmarks;

/// <summary>Asks as a good client does: what was not answered, or answered that it is to come again, is sent again as it was, after the time that was named.</summary>
internal sealed class PatientCaller(Api api, DeadlineTally tally)
{
    private const int MostAttempts = 6;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <returns>The last answer; of status 0 when there was none.</returns>
    public async Task<PatientAnswer> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        var began = Stopwatch.GetTimestamp();
        var answer = new PatientAnswer(0, [], null, default);
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            var pause = Pause;
            try
            {
                using var request = make();
                using var response = await api.Send(request, cancellationToken);
                answer = new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(cancellationToken), response.Headers.ETag, Stopwatch.GetElapsedTime(began));
                if (response.IsSuccessStatusCode)
                {
                    return answer;
                }

                tally.Refuse(answer.Status);
                if (response is not { StatusCode: HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests, Headers.RetryAfter.Delta: { } asked })
                {
                    return answer;
                }

                pause = asked;
                tally.Note($"came again after the {asked.TotalSeconds:0} s that a {answer.Status} named");
            }
            catch (HttpRequestException)
            {
                tally.Note("came again after no answer");
            }

            await Task.Delay(pause, cancellationToken);
        }

        tally.Note($"gave up after {MostAttempts} attempts");
        return answer;
    }
}

/// <param name="Took">From the first attempt on.</param>
internal sealed record PatientAnswer(int Status, byte[] Body, EntityTagHeaderValue? Tag, TimeSpan Took)
{
    public string Text => System.Text.Encoding.UTF8.GetString(Body);
}
