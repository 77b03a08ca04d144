using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Emulators;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Benchmarks;

/// <summary>What the office enters before anybody scores anything.</summary>
internal static class Province
{
    /// <summary>The day in Vietnam.</summary>
    public static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().ToOffset(TimeSpan.FromHours(7)).DateTime);

    public static Task PutSchemeAsync(this Api api, string id, SchemeContent content, CancellationToken cancellationToken) =>
        api.PutSchemeAsync(id, content.ToJson(), cancellationToken);

    public static Task PutSchemeAsync(this Api api, string id, string content, CancellationToken cancellationToken) =>
        api.SendAsync(HttpMethod.Put, $"/api/schemes/{id}", api.Office, content, null, cancellationToken);

    /// <summary>Units, their blocs, and who is where; since long ago.</summary>
    public static Task ImportRosterAsync(this Api api, IEnumerable<(string Bloc, string Unit)> members, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder("unit,name,kind,bloc,blocName,from\n");
        var blocs = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (bloc, unit) in members)
        {
            lines.Append(unit).Append(",Đơn vị ").Append(unit).Append(",department,").Append(bloc).Append(',')
                .Append(blocs.Add(bloc) ? $"Khối {bloc}" : "").Append(",2001-01-01\n");
        }

        return api.SendAsync(HttpMethod.Post, "/api/roster/import", api.Office, lines.ToString(), null, cancellationToken, "text/csv");
    }

    /// <summary>The account of <see cref="Api.Unit"/> acts for the unit.</summary>
    public static Task BindAsync(this Api api, string unit, CancellationToken cancellationToken) => api.SendAsync(
        HttpMethod.Put, $"/api/units/{unit}/officers/{LocalMachine.ObjectId(unit)}", api.Office, """{"kind":"person"}""", null, cancellationToken);

    /// <summary>A year in which units score themselves from the first day to the last, each bloc by its scheme.</summary>
    public static Task PutCycleAsync(this Api api, int year, IEnumerable<(string Bloc, string Scheme)> blocs, CancellationToken cancellationToken)
    {
        var body = new JsonObject
        {
            ["startsOn"] = null,
            ["periods"] = null,
            ["stages"] = new JsonArray(new JsonObject { ["period"] = "nam", ["stage"] = "self-score", ["opens"] = $"{year}-01-01", ["closes"] = $"{year}-12-31" }),
            ["blocs"] = new JsonArray([.. blocs.Select(one => new JsonObject
            {
                ["bloc"] = one.Bloc,
                ["scheme"] = new JsonObject { ["id"] = one.Scheme, ["version"] = 1 },
                ["stages"] = new JsonArray(),
            })]),
        };
        return api.SendAsync(HttpMethod.Put, $"/api/cycles/{year}", api.Office, body.ToJsonString(), null, cancellationToken);
    }

    public static string Sheet(int year, string bloc, string unit) => $"/api/cycles/{year}/periods/nam/blocs/{bloc}/sheets/{unit}";

    public static HttpRequestMessage Publication(this Api api, int year, string bloc) => Api.Request(
        HttpMethod.Post, $"/api/cycles/{year}/periods/nam/blocs/{bloc}/standings/publication", api.Office, $$"""{"confirmation":"{{bloc}}","leftOut":[]}""", tag: null);

    /// <summary>Publishes a bloc's standings; on a busy machine the emulator may not answer in time, and whoever publishes again goes on.</summary>
    public static async Task PublishAsync(this Api api, int year, string bloc, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var request = api.Publication(year, bloc);
            using var response = await api.Send(request, cancellationToken);
            if (response.IsSuccessStatusCode)
            {
                return;
            }

            if (response.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                throw new InvalidOperationException($"The publication of {bloc} was answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
            }
        }
    }
}
