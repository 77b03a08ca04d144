using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Emulation;

// Saves scores and uploads evidence by the client that NSwag makes from docs/openapi.json.
// The settings are what typescript/prepare.ts has left.
var settings = JsonSerializer.Deserialize<Settings>(File.ReadAllText(args[0]), JsonSerializerOptions.Web)!;
using var http = new HttpClient();
http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", settings.UnitToken);
var api = new Api(http) { BaseUrl = settings.Api };

var sheet = await api.GetSheetAsync(settings.Year, settings.Period, settings.Bloc, settings.Unit);
var saved = await api.SaveScoresAsync(
    settings.Year, settings.Period, settings.Bloc, settings.Unit,
    new ScoresBody { Scores = [new ScoreEntry { Criterion = settings.Criterion, Points = 21.75m, Explanation = "Hoàn thành 11/12 chỉ tiêu." }] },
    if_Match: api.ETag);
Console.WriteLine($"C#: saved, the sheet is {saved.State}, ETag {api.ETag}");

using var file = new MemoryStream(Encoding.ASCII.GetBytes(settings.Pdf + "% by NSwag\n"));
var evidence = await api.UploadEvidenceAsync(settings.Year, settings.Period, settings.Bloc, settings.Unit, settings.Criterion, "Báo cáo từ NSwag.pdf", file);
Console.WriteLine($"C#: uploaded {evidence.Name}, {evidence.Bytes} bytes, {evidence.Type}");

using var download = await api.DownloadEvidenceAsync(settings.Year, settings.Period, settings.Bloc, settings.Unit, evidence.Id);
Console.WriteLine($"C#: downloaded {download.StatusCode}");

var after = await api.GetSheetAsync(settings.Year, settings.Period, settings.Bloc, settings.Unit);
return after.Scores.Any(score => score.Criterion == settings.Criterion && score.Points == 21.75m) ? 0 : 1;

internal sealed record Settings(string Api, string UnitToken, int Year, string Period, string Bloc, string Unit, string Criterion, string Pdf);
