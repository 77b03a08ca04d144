using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using static EmulationFunctions.Emulators.SampleCalls;

namespace EmulationFunctions.Emulators;

/// <summary>
/// Loads five historical blocs and two made-up ones of the present, walks one of these through its last year and opens its present one, by the public functions
/// only. Every step is checked; a step that was done on an earlier start is found done.
/// </summary>
public sealed class SampleWalk(LocalMachine machine, Action<string> say)
{
    private int Year => machine.SampleYear;

    private int Past => Year - 1;

    private string Here => $"/api/cycles/{Past}/periods/nam/blocs/{SampleBloc.Bloc}";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await machine.MoveToPresentAsync(cancellationToken);
        using (var office = machine.Office())
        {
            using var standings = await office.GetAsync(new Uri($"{Here}/standings", UriKind.Relative), cancellationToken);
            if (standings.IsSuccessStatusCode && (string?)JsonNode.Parse(await standings.Content.ReadAsStringAsync(cancellationToken))!["state"] == "published")
            {
                say($"✓ the year {Past} has been walked on an earlier start");
                await PrintAsync(office, cancellationToken);
                await OpenPresentAsync(cancellationToken);
                return;
            }
        }

        await PrepareAsync(cancellationToken);
        await OpenYearAsync(cancellationToken);
        var year = new SampleYear(machine, Past, say);
        await year.BeginAsync(cancellationToken);
        await ScoreAsync(cancellationToken);
        await RemindAsync(cancellationToken);
        await SubmitLateAsync(cancellationToken);
        await PublishAsync(cancellationToken);
        await year.EndAsync(cancellationToken);
        await new SampleAwards(machine, Past, say).RunAsync(cancellationToken);
        await machine.MoveToPresentAsync(cancellationToken);
        await OpenPresentAsync(cancellationToken);
    }

    private async Task OpenPresentAsync(CancellationToken cancellationToken)
    {
        using var office = machine.Office();
        await OpenPresentAsync(office, Year, DateOnly.FromDateTime(machine.Present.DateTime), cancellationToken);
        say($"✓ the year {Year} is open: the sample's units can score themselves now");
        machine.Offer(await SamplePeople.ReadAsync(office, cancellationToken));
        await machine.WriteSessionAsync(cancellationToken);
    }

    /// <summary>The present year, with days of its own so that something can be done today whatever day it is.</summary>
    public static async Task OpenPresentAsync(HttpClient office, int year, DateOnly today, CancellationToken cancellationToken)
    {
        await RunTimerAsync(office, "StartAnnualCycle", cancellationToken);
        // On later starts there may be blocs that somebody has made since: those stay.
        if (!HasDays(await GetAsync(office, $"/api/cycles/{year}", cancellationToken), SampleBloc.Bloc))
        {
            await LeaveOutHistoryAsync(office, year, cancellationToken);
        }

        foreach (var bloc in new[] { SampleBloc.Bloc, SampleBloc.StandingBloc })
        {
            var (cycle, tag) = await ReadAsync(office, $"/api/cycles/{year}", cancellationToken);
            if (HasDays(cycle, bloc))
            {
                continue;
            }

            var days = new JsonArray([.. SampleBloc.Days(today).Select(stage => new JsonObject
            {
                ["period"] = "nam",
                ["stage"] = stage.Stage,
                ["opens"] = stage.Opens.ToString("O", CultureInfo.InvariantCulture),
                ["closes"] = stage.Closes.ToString("O", CultureInfo.InvariantCulture),
            })]);
            var body = new JsonObject { ["scheme"] = new JsonObject { ["id"] = SampleBloc.Scheme, ["version"] = 1 }, ["stages"] = days };
            using var put = Request(HttpMethod.Put, $"/api/cycles/{year}/blocs/{bloc}", body.ToJsonString(), tag);
            await AskAsync(office.SendAsync(put, cancellationToken), cancellationToken);
        }
    }

    private static bool HasDays(JsonNode cycle, string bloc) =>
        cycle["blocs"]!.AsArray().Any(one => (string)one!["bloc"]! == bloc && one["stages"]!.AsArray().Count > 0);

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(Past - 1, 12, 20), cancellationToken);
        using var office = machine.Office();
        await ImportAsync(office, await SampleAsync("roster.csv", cancellationToken), cancellationToken);
        say("✓ five blocs of published articles are imported, with their years from 2017 to 2020");
        await ImportAsync(office, await BlocCsvAsync(Year, cancellationToken), cancellationToken);
        say("✓ two made-up blocs of the present are imported from a second file");
        await PutAsync(office, $"/api/schemes/{SampleBloc.Scheme}", await SampleAsync("scheme.json", cancellationToken), cancellationToken);
        foreach (var unit in SampleBloc.Scores.Keys.Append(SampleBloc.StandingUnit))
        {
            await PutAsync(office, $"/api/units/{unit}/officers/{LocalMachine.ObjectId(unit)}", """{"kind":"person"}""", cancellationToken);
        }

        // A year that is over, entered by the office: the next one is opened from it.
        await PutAsync(
            office,
            $"/api/cycles/{Past - 1}",
            $$"""{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"{{SampleBloc.Bloc}}","scheme":{"id":"{{SampleBloc.Scheme}}","version":1},"stages":[]}]}""",
            cancellationToken);
        say("✓ scheme, officers and the year before are set up");
    }

    private async Task OpenYearAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(Past, 1, 2), cancellationToken);
        using var office = machine.Office();
        await RunTimerAsync(office, "StartAnnualCycle", cancellationToken);
        var cycle = await GetAsync(office, $"/api/cycles/{Past}", cancellationToken);
        Demand(cycle["blocs"]!.AsArray().Any(bloc => (string)bloc!["bloc"]! == SampleBloc.Bloc), $"the year {Past} was opened with the blocs of the year before");
        await LeaveOutHistoryAsync(office, Past, cancellationToken);
        say($"✓ the timer opened the year {Past} from the one before");
    }

    private async Task ScoreAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(Past, 12, 5), cancellationToken);
        foreach (var unit in SampleBloc.Scores.Keys.Where(unit => unit != SampleBloc.Unit))
        {
            await SubmitAsync(unit, cancellationToken);
        }

        say("✓ eight of nine units scored themselves, attached a file and submitted");
        using var head = machine.Unit(SampleBloc.Head);
        var sheet = $"{Here}/sheets/{SampleBloc.Returned}";
        var returned = await ReadAsync(head, sheet, cancellationToken);
        if ((string)returned.Body["summary"]!["state"]! == "submitted" && returned.Body["summary"]!["returnReason"] is null)
        {
            using var request = Request(HttpMethod.Post, $"{sheet}/return", """{"reason":"Đề nghị bổ sung minh chứng cho tiêu chí I.1."}""", returned.Tag);
            await AskAsync(head.SendAsync(request, cancellationToken), cancellationToken);
            await SubmitAsync(SampleBloc.Returned, cancellationToken);
        }

        say("✓ the head returned one sheet with a reason; the unit submitted it again");
    }

    private async Task RemindAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(Past, 12, 10), cancellationToken);
        using var office = machine.Office();
        await RunTimerAsync(office, "SendReminders", cancellationToken);
        await RunTimerAsync(office, "DeliverMail", cancellationToken);
        var reminder = (await machine.Mail.ListAsync(cancellationToken)).LastOrDefault(mail =>
            mail.To.Contains("bqlda@mau.example")
            && mail.Subject.Contains("Nhắc hạn thi đua", StringComparison.Ordinal)
            && mail.Text.Contains($"Tự chấm điểm năm {Past}", StringComparison.Ordinal));
        Demand(reminder is not null, "the late unit has a reminder in its mailbox");
        say($"✓ deadline day: the late unit got its mail: {reminder!.Subject}");
    }

    private async Task SubmitLateAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(Past, 12, 11), cancellationToken);
        using var office = machine.Office();
        using var unit = machine.Unit(SampleBloc.Unit);
        var sheet = await ReadAsync(office, $"{Here}/sheets/{SampleBloc.Unit}", cancellationToken);
        if ((string)sheet.Body["summary"]!["state"]! != "submitted")
        {
            // On a second start it may have been given more time already.
            using var extension = await office.GetAsync(new Uri($"/api/cycles/{Past}/units/{SampleBloc.Unit}/extensions/self-score", UriKind.Relative), cancellationToken);
            using var late = Request(HttpMethod.Patch, $"{Here}/sheets/{SampleBloc.Unit}/scores", """{"scores":[{"criterion":"I.1","points":22}]}""", sheet.Tag);
            using var refused = await unit.SendAsync(late, cancellationToken);
            Demand(extension.IsSuccessStatusCode || refused.StatusCode == HttpStatusCode.Conflict, $"a day too late is refused (was {(int)refused.StatusCode})");
            await PutAsync(
                office, $"/api/cycles/{Past}/units/{SampleBloc.Unit}/extensions/self-score", $$"""{"closes":"{{Past}}-12-14","reason":"Đơn vị gửi văn bản xin lùi hạn."}""", cancellationToken);
            await SubmitAsync(SampleBloc.Unit, cancellationToken);
        }

        say("✓ a day later it was refused, given four days more, and submitted");
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(Past, 12, 28), cancellationToken);
        using var office = machine.Office();
        using var request = Request(HttpMethod.Post, $"{Here}/standings/publication", $$"""{"confirmation":"{{SampleBloc.Bloc}}","leftOut":[]}""", null);
        await AskAsync(office.SendAsync(request, cancellationToken), cancellationToken);
        using var unit = machine.Unit(SampleBloc.Unit);
        var standings = await GetAsync(unit, $"{Here}/standings", cancellationToken);
        var places = standings["places"]!.AsArray();
        Demand(places.Count == SampleBloc.Scores.Count, "every unit has a place");
        Demand((string)places[0]!["unit"]! == SampleBloc.Head && (int)places[0]!["rank"]! == 1, "the unit with the most points is first");
        var tied = places.Where(place => (string)place!["unit"]! is SampleBloc.Returned or "mau-so-khoa-hoc-cong-nghe").ToList();
        Demand((int)tied[0]!["rank"]! == (int)tied[1]!["rank"]!, "equal units share a rank");
        say("✓ standings published; every member sees them");
        await PrintAsync(unit, cancellationToken);
    }

    private async Task SubmitAsync(string unit, CancellationToken cancellationToken)
    {
        using var client = machine.Unit(unit);
        var sheet = $"{Here}/sheets/{unit}";
        var read = await ReadAsync(client, sheet, cancellationToken);
        if ((string)read.Body["summary"]!["state"]! == "submitted")
        {
            return;
        }

        var scores = new JsonArray([.. SampleBloc.Criteria.Zip(SampleBloc.Scores[unit], (criterion, points) => new JsonObject { ["criterion"] = criterion, ["points"] = points })]);
        using var save = Request(HttpMethod.Patch, $"{sheet}/scores", new JsonObject { ["scores"] = scores }.ToJsonString(), read.Tag);
        await AskAsync(client.SendAsync(save, cancellationToken), cancellationToken);

        using var upload = new HttpRequestMessage(HttpMethod.Post, $"{sheet}/evidence?criterion=I.1&name={Uri.EscapeDataString($"Báo cáo kết quả năm {Past}.pdf")}")
        {
            Content = new ByteArrayContent(SmallPdf($"{unit} {Past}")),
        };
        upload.Content.Headers.ContentType = new("application/pdf");
        upload.Headers.Add("Idempotency-Key", $"{unit}-{Past}");
        await AskAsync(client.SendAsync(upload, cancellationToken), cancellationToken);

        using var submit = Request(HttpMethod.Post, $"{sheet}/submission", null, (await ReadAsync(client, sheet, cancellationToken)).Tag);
        var submitted = await AskAsync(client.SendAsync(submit, cancellationToken), cancellationToken);
        Demand((string)submitted["state"]! == "submitted", $"{unit} has submitted");
    }

    private async Task PrintAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var standings = await GetAsync(client, $"{Here}/standings", cancellationToken);
        say("");
        say($"  {standings["blocName"]}, năm {Past}");
        say($"  {"Hạng",4}  {"Đơn vị",-48} {"Điểm",8}  Xếp loại");
        foreach (var place in standings["places"]!.AsArray())
        {
            say($"  {(int)place!["rank"]!,4}  {(string)place["name"]!,-48} {((decimal)place["total"]!).ToString("0.00", CultureInfo.GetCultureInfo("vi-VN")),8}  {(string?)place["class"]?["title"]}");
        }
    }

    private async Task MoveAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await machine.MoveToAsync(day, 9, cancellationToken);
        say($"  — {day:dd/MM/yyyy}");
    }

    /// <summary>The blocs of the articles take no part in the years that the walk opens: their units have no addresses to be reminded at.</summary>
    private static async Task LeaveOutHistoryAsync(HttpClient office, int year, CancellationToken cancellationToken)
    {
        var (cycle, tag) = await ReadAsync(office, $"/api/cycles/{year}", cancellationToken);
        foreach (var bloc in cycle["blocs"]!.AsArray().Select(one => (string)one!["bloc"]!).Where(bloc => bloc is not (SampleBloc.Bloc or SampleBloc.StandingBloc)))
        {
            using var request = Request(HttpMethod.Delete, $"/api/cycles/{year}/blocs/{bloc}", null, tag);
            using var response = await office.SendAsync(request, cancellationToken);
            await BodyAsync(response, cancellationToken);
            tag = response.Headers.ETag;
        }
    }

    private static async Task ImportAsync(HttpClient office, string roster, CancellationToken cancellationToken)
    {
        using var csv = new StringContent(roster, Encoding.UTF8, "text/csv");
        await AskAsync(office.PostAsync(new Uri("/api/roster/import", UriKind.Relative), csv, cancellationToken), cancellationToken);
    }

    /// <summary>The sample bloc's roster, with members and terms of the year before and of that year.</summary>
    public static async Task<string> BlocCsvAsync(int year, CancellationToken cancellationToken) => (await SampleAsync("bloc.csv", cancellationToken))
        .Replace("{past}", $"{year - 1}", StringComparison.Ordinal)
        .Replace("{year}", $"{year}", StringComparison.Ordinal);

    private static Task<string> SampleAsync(string file, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.Combine(Npm.Folder, "sample", file), cancellationToken);
}
