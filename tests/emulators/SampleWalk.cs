using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace EmulationFunctions.Emulators;

/// <summary>
/// Loads the five sample blocs and walks one of them through its year 2018, by the public functions only. Every step is checked;
/// a step that was done on an earlier start is found done.
/// </summary>
public sealed class SampleWalk(LocalMachine machine, Action<string> say)
{
    private const string Bloc = "bac-kan-khoi-kinh-te-ky-thuat";
    private const string Head = "bac-kan-so-tai-nguyen-moi-truong";
    private const string LateUnit = "bac-kan-ban-quan-ly-du-an";
    private const string ReturnedUnit = "bac-kan-so-xay-dung";
    private const string Here = $"/api/cycles/2018/periods/nam/blocs/{Bloc}";

    /// <summary>Points for I.1, I.2, I.3, II.1, II.2, III.1, III.2, bonus, penalty; made up.</summary>
    private static readonly Dictionary<string, decimal[]> Scores = new()
    {
        ["bac-kan-so-cong-thuong"] = [29, 19.5m, 10, 10, 10, 9.5m, 9, 2, 0],
        ["bac-kan-so-xay-dung"] = [27, 18, 10, 9, 10, 9, 8.5m, 0, 0],
        ["bac-kan-so-tai-nguyen-moi-truong"] = [29.5m, 19.5m, 10, 10, 10, 10, 9.5m, 3, 0],
        ["bac-kan-so-giao-thong"] = [27, 18, 10, 9, 10, 9, 8.5m, 0, 0],
        ["bac-kan-so-nong-nghiep"] = [28, 18.5m, 10, 9.5m, 10, 9, 9, 1, 1],
        ["bac-kan-vuon-quoc-gia-ba-be"] = [25, 16, 10, 9, 10, 8, 9.5m, 0, 0],
        ["bac-kan-ban-quan-ly-kcn"] = [24.25m, 15.5m, 10, 8, 10, 7.5m, 7, 0, 1],
        ["bac-kan-ban-quan-ly-du-an"] = [22, 14, 0, 8, 10, 7, 6.5m, 0, 2],
        ["bac-kan-quy-phat-trien-dat"] = [26.5m, 17, 10, 9, 10, 8.5m, 8, 0, 0],
    };

    private static readonly string[] Criteria = ["I.1", "I.2", "I.3", "II.1", "II.2", "III.1", "III.2", "T", "P"];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await machine.MoveToAsync(new(2018, 12, 28), 9, cancellationToken);
        using (var office = machine.Office())
        {
            using var standings = await office.GetAsync(new Uri($"{Here}/standings", UriKind.Relative), cancellationToken);
            if (standings.IsSuccessStatusCode && (string?)JsonNode.Parse(await standings.Content.ReadAsStringAsync(cancellationToken))!["state"] == "published")
            {
                say("✓ the year 2018 has been walked on an earlier start");
                await PrintAsync(office, cancellationToken);
                await machine.WriteSessionAsync(Head, LateUnit, cancellationToken);
                return;
            }
        }

        await PrepareAsync(cancellationToken);
        await OpenYearAsync(cancellationToken);
        await ScoreAsync(cancellationToken);
        await RemindAsync(cancellationToken);
        await SubmitLateAsync(cancellationToken);
        await PublishAsync(cancellationToken);
        await machine.WriteSessionAsync(Head, LateUnit, cancellationToken);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(2017, 12, 20), cancellationToken);
        using var office = machine.Office();
        using var csv = new StringContent(await SampleAsync("roster.csv", cancellationToken), Encoding.UTF8, "text/csv");
        var imported = await AskAsync(office.PostAsync(new Uri("/api/roster/import", UriKind.Relative), csv, cancellationToken), cancellationToken);
        say($"✓ roster imported: five blocs, {imported["units"]?.ToString() ?? "46"} units (names of blocs and units from published articles)");
        await PutAsync(office, "/api/schemes/bang-diem-mau", await SampleAsync("scheme.json", cancellationToken), cancellationToken);
        foreach (var unit in Scores.Keys)
        {
            await PutAsync(office, $"/api/units/{unit}/officers/{LocalMachine.ObjectId(unit)}", """{"kind":"person"}""", cancellationToken);
        }

        // A year that is over, entered by the office: the next one is opened from it.
        await PutAsync(
            office,
            "/api/cycles/2017",
            $$"""{"startsOn":null,"periods":null,"stages":null,"blocs":[{"bloc":"{{Bloc}}","scheme":{"id":"bang-diem-mau","version":1},"stages":[]}]}""",
            cancellationToken);
        say("✓ scheme, officers and the year before are set up");
    }

    private async Task OpenYearAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(2018, 1, 2), cancellationToken);
        using var office = machine.Office();
        await RunTimerAsync(office, "StartAnnualCycle", cancellationToken);
        var cycle = await GetAsync(office, "/api/cycles/2018", cancellationToken);
        Demand(cycle["blocs"]!.AsArray().Any(bloc => (string)bloc!["bloc"]! == Bloc), "the year 2018 was opened with last year's blocs");
        say("✓ the timer opened the year 2018 from last year's");
    }

    private async Task ScoreAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(2018, 12, 5), cancellationToken);
        foreach (var unit in Scores.Keys.Where(unit => unit != LateUnit))
        {
            await SubmitAsync(unit, cancellationToken);
        }

        say("✓ eight of nine units scored themselves, attached a file and submitted");
        using var head = machine.Unit(Head);
        var sheet = $"{Here}/sheets/{ReturnedUnit}";
        var returned = await ReadAsync(head, sheet, cancellationToken);
        if ((string)returned.Body["summary"]!["state"]! == "submitted" && returned.Body["summary"]!["returnReason"] is null)
        {
            using var request = Request(HttpMethod.Post, $"{sheet}/return", """{"reason":"Đề nghị bổ sung minh chứng cho tiêu chí I.1."}""", returned.Tag);
            await AskAsync(head.SendAsync(request, cancellationToken), cancellationToken);
            await SubmitAsync(ReturnedUnit, cancellationToken);
        }

        say("✓ the head returned one sheet with a reason; the unit submitted it again");
    }

    private async Task RemindAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(2018, 12, 10), cancellationToken);
        using var office = machine.Office();
        await RunTimerAsync(office, "SendReminders", cancellationToken);
        await RunTimerAsync(office, "DeliverMail", cancellationToken);
        var reminder = (await machine.Mail.ListAsync(cancellationToken)).FirstOrDefault(mail => mail.To.Contains("bqlda@bac-kan.example"));
        Demand(reminder is not null, "the late unit has a reminder in its mailbox");
        say($"✓ deadline day: the late unit got its mail: {reminder!.Subject}");
    }

    private async Task SubmitLateAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(2018, 12, 11), cancellationToken);
        using var office = machine.Office();
        using var unit = machine.Unit(LateUnit);
        var sheet = await ReadAsync(office, $"{Here}/sheets/{LateUnit}", cancellationToken);
        if ((string)sheet.Body["summary"]!["state"]! != "submitted")
        {
            // On a second start it may have been given more time already.
            using var extension = await office.GetAsync(new Uri($"/api/cycles/2018/units/{LateUnit}/extensions/self-score", UriKind.Relative), cancellationToken);
            using var late = Request(HttpMethod.Patch, $"{Here}/sheets/{LateUnit}/scores", """{"scores":[{"criterion":"I.1","points":22}]}""", sheet.Tag);
            using var refused = await unit.SendAsync(late, cancellationToken);
            Demand(extension.IsSuccessStatusCode || refused.StatusCode == HttpStatusCode.Conflict, $"a day too late is refused (was {(int)refused.StatusCode})");
            await PutAsync(
                office, $"/api/cycles/2018/units/{LateUnit}/extensions/self-score", """{"closes":"2018-12-14","reason":"Đơn vị gửi văn bản xin lùi hạn."}""", cancellationToken);
            await SubmitAsync(LateUnit, cancellationToken);
        }

        say("✓ a day later it was refused, given four days more, and submitted");
    }

    private async Task PublishAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(2018, 12, 28), cancellationToken);
        using var office = machine.Office();
        using var request = Request(HttpMethod.Post, $"{Here}/standings/publication", $$"""{"confirmation":"{{Bloc}}","leftOut":[]}""", null);
        await AskAsync(office.SendAsync(request, cancellationToken), cancellationToken);
        using var unit = machine.Unit(LateUnit);
        var standings = await GetAsync(unit, $"{Here}/standings", cancellationToken);
        var places = standings["places"]!.AsArray();
        Demand(places.Count == Scores.Count, "every unit has a place");
        Demand((string)places[0]!["unit"]! == Head && (int)places[0]!["rank"]! == 1, "the unit with the most points is first");
        var tied = places.Where(place => (string)place!["unit"]! is ReturnedUnit or "bac-kan-so-giao-thong").ToList();
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

        var scores = new JsonArray([.. Criteria.Zip(Scores[unit], (criterion, points) => new JsonObject { ["criterion"] = criterion, ["points"] = points })]);
        using var save = Request(HttpMethod.Patch, $"{sheet}/scores", new JsonObject { ["scores"] = scores }.ToJsonString(), read.Tag);
        await AskAsync(client.SendAsync(save, cancellationToken), cancellationToken);

        using var upload = new HttpRequestMessage(HttpMethod.Post, $"{sheet}/evidence?criterion=I.1&name={Uri.EscapeDataString("Báo cáo kết quả năm 2018.pdf")}")
        {
            Content = new ByteArrayContent(SmallPdf($"{unit} 2018")),
        };
        upload.Content.Headers.ContentType = new("application/pdf");
        upload.Headers.Add("Idempotency-Key", $"{unit}-2018");
        await AskAsync(client.SendAsync(upload, cancellationToken), cancellationToken);

        using var submit = Request(HttpMethod.Post, $"{sheet}/submission", null, (await ReadAsync(client, sheet, cancellationToken)).Tag);
        var submitted = await AskAsync(client.SendAsync(submit, cancellationToken), cancellationToken);
        Demand((string)submitted["state"]! == "submitted", $"{unit} has submitted");
    }

    private async Task PrintAsync(HttpClient client, CancellationToken cancellationToken)
    {
        var standings = await GetAsync(client, $"{Here}/standings", cancellationToken);
        say("");
        say($"  {standings["blocName"]}, năm 2018");
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

    private static Task<string> SampleAsync(string file, CancellationToken cancellationToken) =>
        File.ReadAllTextAsync(Path.Combine(Npm.Folder, "sample", file), cancellationToken);

    private static Task<JsonNode> RunTimerAsync(HttpClient office, string timer, CancellationToken cancellationToken) =>
        AskAsync(office.PostAsync(new Uri($"/api/admin/timers/{timer}", UriKind.Relative), null, cancellationToken), cancellationToken);

    private static async Task<JsonNode> GetAsync(HttpClient client, string path, CancellationToken cancellationToken) =>
        await AskAsync(client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken), cancellationToken);

    /// <summary>Writes it, whether or not it is there; what is there already and the same stays.</summary>
    private static async Task PutAsync(HttpClient client, string path, string json, CancellationToken cancellationToken)
    {
        using var request = Request(HttpMethod.Put, path, json, null);
        await AskAsync(client.SendAsync(request, cancellationToken), cancellationToken);
    }

    private static async Task<(JsonNode Body, EntityTagHeaderValue? Tag)> ReadAsync(HttpClient client, string path, CancellationToken cancellationToken)
    {
        using var response = await client.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return (await BodyAsync(response, cancellationToken), response.Headers.ETag);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? json, EntityTagHeaderValue? tag)
    {
        var request = new HttpRequestMessage(method, path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        if (tag is not null)
        {
            request.Headers.IfMatch.Add(tag);
        }

        return request;
    }

    private static async Task<JsonNode> AskAsync(Task<HttpResponseMessage> asked, CancellationToken cancellationToken)
    {
        using var response = await asked;
        return await BodyAsync(response, cancellationToken);
    }

    private static async Task<JsonNode> BodyAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        return response.IsSuccessStatusCode
            ? JsonNode.Parse(body)!
            : throw new InvalidOperationException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery} was answered {(int)response.StatusCode}: {body}");
    }

    private static void Demand(bool holds, string what)
    {
        if (!holds)
        {
            throw new InvalidOperationException($"It did not happen that {what}.");
        }
    }

    /// <summary>The smallest file that is really a PDF.</summary>
    private static byte[] SmallPdf(string text)
    {
        var pdf = new StringBuilder("%PDF-1.4\n");
        var offsets = new List<int>();
        string[] objects =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            $"<< /Length {text.Length + 32} >>\nstream\nBT /F 14 Tf 72 770 Td ({text}) Tj ET\nendstream",
        ];
        for (var index = 0; index < objects.Length; index++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n{objects[index]}\nendobj\n");
        }

        var table = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        pdf.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(pdf.ToString());
    }
}
