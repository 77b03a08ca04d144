using System.Text;
using System.Text.Json.Nodes;
using static EmulationFunctions.Emulators.SampleCalls;

namespace EmulationFunctions.Emulators;

/// <summary>
/// What the sample bloc's year was for: from its standings to the flag. Two units are nominated, all vote in secret, the council decides, a decision gives the title. All by the
/// public functions, and safe to do again.
/// </summary>
internal sealed class SampleAwards(LocalMachine machine, int year, Action<string> say)
{
    private const string Flag = "co-thi-dua-ubnd-tinh";

    private const string Certificate = "bang-khen-chu-tich-ubnd-tinh";

    private string Here => $"/api/cycles/{year}/blocs/{SampleBloc.Bloc}";

    private string Ballot => $"{Here}/ballots/co-thi-dua";

    private string Session => $"/api/cycles/{year}/council/sessions/xet-khen-thuong";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(year, 12, 29), cancellationToken);
        await NominateAsync(cancellationToken);
        await VoteAsync(cancellationToken);
        await MoveAsync(new(year, 12, 30), cancellationToken);
        await SendAsync(cancellationToken);
        await DecideAsync(cancellationToken);
        await MoveAsync(new(year, 12, 31), cancellationToken);
        await GiveAsync(cancellationToken);
    }

    private async Task NominateAsync(CancellationToken cancellationToken)
    {
        foreach (var (unit, award) in new[] { (SampleBloc.Head, Flag), (SampleBloc.Deputy, Flag), (SampleBloc.Deputy, Certificate) })
        {
            using var client = machine.Unit(unit);
            await OnceAsync(client, $"{Here}/nominations/{award}/{unit}", $$"""{"figures":{"people":60,"women":24,"asOf":"{{year}}-12-29","source":"Danh sách công chức, viên chức của đơn vị"} }""", cancellationToken);
        }

        using var head = machine.Unit(SampleBloc.Head);
        var looked = await GetAsync(head, $"{Here}/eligibility/{SampleBloc.Head}?award={Flag}", cancellationToken);
        var place = looked["awards"]![0]!["conditions"]!.AsArray().Single(one => (string)one!["condition"]! == "dan-dau-khoi")!;
        Demand((string)place["state"]! == "met", "the first in the standings leads its bloc");
        say($"✓ two units are nominated for the flag; of the first it is known: {place["why"]}");
    }

    private async Task VoteAsync(CancellationToken cancellationToken)
    {
        using var head = machine.Unit(SampleBloc.Head);
        using (var found = await head.GetAsync(new Uri(Ballot, UriKind.Relative), cancellationToken))
        {
            if (found.IsSuccessStatusCode && (string)(await BodyAsync(found, cancellationToken))["state"]! == "closed")
            {
                return;
            }

            // What an earlier start opened and did not close cannot be counted: its keys were told once.
            if (found.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"The ballot of an earlier start is open and its keys are gone; delete {LocalMachine.Folder} and start again.");
            }
        }

        using var open = Request(HttpMethod.Put, Ballot, $$"""
            {"question":{"title":"Suy tôn đơn vị đề nghị tặng Cờ thi đua năm {{year}}","award":"{{Flag}}","secrecy":"secret","marks":1},
             "keepers":[{"post":"Trưởng ban kiểm phiếu","unit":"{{SampleBloc.Deputy}}"},{"post":"Thư ký hội nghị","unit":"{{SampleBloc.Returned}}"}]}
            """, null);
        var opened = await AskAsync(head.SendAsync(open, cancellationToken), cancellationToken);
        var keys = opened["keys"]!.AsArray().Select(one => (string)one!["key"]!).ToList();
        var length = (int)opened["ballot"]!["castBytes"]!;
        foreach (var (unit, index) in SampleBloc.Scores.Keys.Order(StringComparer.Ordinal).Select((unit, index) => (unit, index)))
        {
            using var voter = machine.Unit(unit);
            await PutAsync(voter, $"{Ballot}/voters/{unit}", """{"post":"Thủ trưởng đơn vị"}""", cancellationToken);
            // No unit may vote for itself here.
            var choice = unit == SampleBloc.Head || (unit != SampleBloc.Deputy && index % 4 == 0) ? SampleBloc.Deputy : SampleBloc.Head;
            using var cast = Request(HttpMethod.Post, $"{Ballot}/votes/{unit}", Filled($$"""{"choices":["{{choice}}"],"padding":"·"}""", length), null);
            await AskAsync(voter.SendAsync(cast, cancellationToken), cancellationToken);
        }

        using var close = Request(
            HttpMethod.Post, $"{Ballot}/closing", new JsonObject { ["present"] = SampleBloc.Scores.Count, ["keys"] = new JsonArray([.. keys.Select(key => JsonValue.Create(key))]) }.ToJsonString(), (await ReadAsync(head, Ballot, cancellationToken)).Tag);
        var closed = await AskAsync(head.SendAsync(close, cancellationToken), cancellationToken);
        var passed = closed["choices"]!.AsArray().Single(one => (string?)one!["outcome"] == "passed")!;
        Demand((string)passed["unit"]! == SampleBloc.Head, "the first in the standings got the votes");
        say($"✓ {SampleBloc.Scores.Count} units voted in secret; counted once: {passed["unitName"]} has {passed["votes"]} of {passed["outOf"]}");
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        using var head = machine.Unit(SampleBloc.Head);
        using var office = machine.Office();
        var dossier = $"{Here}/dossiers/{Flag}/{SampleBloc.Head}";
        var choices = (await GetAsync(head, Ballot, cancellationToken))["choices"]!.AsArray();
        var votes = (int)choices.Single(one => (string)one!["unit"]! == SampleBloc.Head)!["votes"]!;
        await OnceAsync(head, dossier, $$"""
            {"letter":{"achievement":"Dẫn đầu bảng điểm của khối năm {{year}}","appraisal":"Đủ điều kiện, tiêu chuẩn","grounds":[{"kind":"Nghị định","number":"152/2025/NĐ-CP","issuer":"Chính phủ"}]},
             "minutes":{"day":"{{year}}-12-29","meeting":"tong-ket","place":"Hội trường Sở Tài chính"},
             "report":{"until":"{{year}}-12-15","certifiedBy":"Khối thi đua","sections":[{"section":"dac-diem","text":"Cơ quan chuyên môn thuộc Ủy ban nhân dân tỉnh."},
              {"section":"thanh-tich","text":"Hoàn thành vượt mức các chỉ tiêu được giao."},{"section":"khen-thuong","text":"Cờ thi đua các năm trước."}]} }
            """, cancellationToken);
        var (read, tag) = await ReadAsync(head, dossier, cancellationToken);
        Demand((int)read["minutes"]!["vote"]!["for"]! == votes, "the dossier has its votes from the ballot");
        if (read["sentToOffice"] is null)
        {
            using var send = Request(HttpMethod.Post, $"{dossier}/sending", $$"""{"to":"office","on":"{{year}}-12-30"}""", tag);
            await AskAsync(head.SendAsync(send, cancellationToken), cancellationToken);
        }

        say("✓ its dossier lacks nothing and is with the office");
    }

    private async Task DecideAsync(CancellationToken cancellationToken)
    {
        using var office = machine.Office();
        await OnceAsync(office, Session, $$"""
            {"council":"Hội đồng Thi đua - Khen thưởng tỉnh","title":"Phiên họp xét khen thưởng năm {{year}}","day":"{{year}}-12-30","from":"08:00","to":"11:00","place":"Trụ sở Ủy ban nhân dân tỉnh",
             "members":[{"id":"chu-tich","post":"Chủ tịch Ủy ban nhân dân tỉnh","office":"chair","attendance":"present"},
              {"id":"thuong-truc","post":"Giám đốc Sở Nội vụ","office":"standingViceChair","attendance":"present"},
              {"id":"thu-ky","post":"Trưởng phòng Thi đua - Khen thưởng","office":"secretary","attendance":"present"},
              {"id":"uy-vien-1","post":"Chánh Văn phòng Ủy ban nhân dân tỉnh","office":"member","attendance":"present"},
              {"id":"uy-vien-2","post":"Chánh Thanh tra tỉnh","office":"member","attendance":"present"}],
             "proposals":[{"number":1,"award":"{{Flag}}","bloc":"{{SampleBloc.Bloc}}","unit":"{{SampleBloc.Head}}"},
              {"number":2,"award":"{{Certificate}}","bloc":"{{SampleBloc.Bloc}}","unit":"{{SampleBloc.Deputy}}"}]}
            """, cancellationToken);
        await OnceAsync(office, $"{Session}/votes/lan-1", """
            {"way":"show","round":1,"results":[{"proposal":1,"for":5,"against":0,"other":0},{"proposal":2,"for":2,"against":3,"other":0}]}
            """, cancellationToken);
        var read = await GetAsync(office, Session, cancellationToken);
        if (read["proposals"]!.AsArray().Any(one => one!["outcome"] is null))
        {
            using var outcomes = Request(
                HttpMethod.Put, $"{Session}/outcomes", """{"outcomes":[{"proposal":1,"outcome":"passed"},{"proposal":2,"outcome":"notPassed","reason":"Chưa đủ thời gian hai năm liên tục theo quy định của tỉnh."}]}""", null);
            await AskAsync(office.SendAsync(outcomes, cancellationToken), cancellationToken);
        }

        say("✓ the council of five voted: one proposal passed, one did not, with its reason");
    }

    private async Task GiveAsync(CancellationToken cancellationToken)
    {
        using var office = machine.Office();
        await OnceAsync(office, $"/api/cycles/{year}/decisions/co-thi-dua", $$"""
            {"paper":{"kind":"Quyết định","number":"3100/QĐ-UBND","day":"{{year}}-12-31","issuer":"Ủy ban nhân dân tỉnh","subject":"Về việc tặng Cờ thi đua năm {{year}}"},
             "signerPost":"Chủ tịch Ủy ban nhân dân tỉnh","titles":[{"unit":"{{SampleBloc.Head}}","award":"{{Flag}}"}]}
            """, cancellationToken);
        using var head = machine.Unit(SampleBloc.Head);
        var titles = (await GetAsync(head, $"/api/units/{SampleBloc.Head}/titles", cancellationToken))["titles"]!.AsArray();
        var title = titles.Single(one => (int)one!["year"]! == year && (string)one["award"]! == Flag)!;
        say($"✓ from standings to the flag: {title["awardTitle"]}, {title["number"]}");
    }

    /// <summary>All secret votes have one length.</summary>
    private static string Filled(string json, int bytes) => json.Replace("·", new('.', bytes - Encoding.UTF8.GetByteCount(json) + Encoding.UTF8.GetByteCount("·")), StringComparison.Ordinal);

    private async Task MoveAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await machine.MoveToAsync(day, 9, cancellationToken);
        say($"  — {day:dd/MM/yyyy}");
    }
}
