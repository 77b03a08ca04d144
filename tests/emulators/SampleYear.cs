using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using static EmulationFunctions.Emulators.SampleCalls;

namespace EmulationFunctions.Emulators;

/// <summary>
/// The sample bloc's year beside its scores: regulation, plan, pact, a movement, meetings, the half-year report, the handover; and its papers in a folder. All by the public
/// functions, and safe to do again.
/// </summary>
internal sealed class SampleYear(LocalMachine machine, int year, Action<string> say)
{
    private string Here => $"/api/cycles/{year}/blocs/{SampleBloc.Bloc}";

    /// <summary>What comes before anybody scores.</summary>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        await PlanAsync(cancellationToken);
        await SignAsync(cancellationToken);
        await ReportAsync(cancellationToken);
    }

    /// <summary>What comes after the standings.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(year, 12, 29), cancellationToken);
        using var office = machine.Office();
        await MeetAsync("tong-ket", "yearEnd", "Hội nghị tổng kết công tác thi đua", new(year, 12, 29), "Chuẩn bị kế hoạch năm sau", cancellationToken);
        using var handedOver = await office.GetAsync(new Uri($"{Here}/handover", UriKind.Relative), cancellationToken);
        if (!handedOver.IsSuccessStatusCode)
        {
            // The roster's file has named next year's leaders already: the meeting confirms them.
            var next = (await GetAsync(office, $"/api/blocs/{SampleBloc.Bloc}", cancellationToken))["terms"]!.AsArray().Single(term => (int)term!["year"]! == year + 1)!;
            using var confirm = Request(
                HttpMethod.Put,
                $"{Here}/handover",
                $$"""{"day":"{{year}}-12-29","meeting":"tong-ket","head":"{{SampleBloc.Head}}","deputy":"{{SampleBloc.Deputy}}"}""",
                EntityTagHeaderValue.Parse((string)next["etag"]!));
            await AskAsync(office.SendAsync(confirm, cancellationToken), cancellationToken);
        }

        say("✓ year-end meeting held; who leads next year is confirmed");
        await KeepPapersAsync(office, cancellationToken);
    }

    private async Task PlanAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(year, 1, 20), cancellationToken);
        using var head = machine.Unit(SampleBloc.Head);
        await MeetAsync("trien-khai", "launch", "Hội nghị triển khai công tác thi đua", new(year, 1, 20), "Các đơn vị đăng ký danh hiệu trước 15/02", cancellationToken);
        await OnceAsync(head, $"{Here}/regulation", """
            {"articles":[{"title":"Nguyên tắc làm việc","text":"Khối làm việc theo nguyên tắc tập trung dân chủ, biểu quyết theo đa số."}],
             "settings":{"quorum":{"part":2,"of":3},"voters":"members","threshold":{"part":1,"of":2,"above":true},"base":"allVoters","absentees":"inWriting","tie":"chairDecides","ownVote":false,"secrecy":"meetingChooses","ballots":2}}
            """, cancellationToken);
        await OnceAsync(head, $"{Here}/plan", $$"""
            {"number":"02/KH-KTĐ","day":"{{year}}-01-20","objectives":["Hoàn thành các chỉ tiêu kinh tế - xã hội được giao","Nâng cao chất lượng phong trào thi đua"],
             "solutionGroups":[{"title":"Đổi mới nội dung, phương thức tổ chức phong trào","measures":["Phát động theo đợt, có tiêu chí rõ ràng"]}],
             "implementation":["Các đơn vị thành viên cụ thể hóa kế hoạch và báo cáo kết quả về Khối trưởng."],
             "directives":[{"paper":{"kind":"Chỉ thị","number":"34-CT/TW","day":"2014-04-07","issuer":"Bộ Chính trị"} }],"adopted":{"day":"{{year}}-01-20","meeting":"trien-khai"} }
            """, cancellationToken);
        await OnceAsync(head, $"{Here}/letterhead", """
            {"superior":"Ủy ban nhân dân tỉnh","place":"Bắc Ninh","numberPattern":"{number}/{kind}-KTĐ","recipients":["Sở Nội vụ","Các đơn vị thành viên","Lưu: VT"],"addressees":["Hội đồng Thi đua - Khen thưởng tỉnh"]}
            """, cancellationToken);
        using var unit = machine.Unit(SampleBloc.Unit);
        await OnceAsync(unit, $"/api/units/{SampleBloc.Unit}/letterhead", """{"superior":"Ủy ban nhân dân tỉnh","place":"Bắc Ninh","post":"Giám đốc","numberPattern":"{number}/{kind}-SB"}""", cancellationToken);
        say("✓ the bloc launched its year: a meeting with minutes, a regulation, an adopted plan");
    }

    private async Task SignAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(year, 3, 7), cancellationToken);
        using var head = machine.Unit(SampleBloc.Head);
        await OnceAsync(head, $"{Here}/pact", $$"""
            {"title":"Giao ước thi đua năm {{year}}","isForSigning":true,"grounds":[{"kind":"Chỉ thị","number":"34-CT/TW","day":"2014-04-07","issuer":"Bộ Chính trị"}],
             "items":[{"text":"Hoàn thành và vượt các chỉ tiêu được giao."},{"text":"Đẩy mạnh cải cách hành chính."}],
             "targets":[{"id":"hoan-thanh","kind":"percentage","what":"công chức, viên chức hoàn thành tốt nhiệm vụ trở lên","percent":100},
              {"id":"xuat-sac","kind":"percentage","what":"hoàn thành xuất sắc nhiệm vụ","percent":15,"within":"hoan-thanh"},
              {"id":"cong-so","kind":"title","what":"Cơ quan đạt danh hiệu","titles":["Công sở văn hóa"]}],
             "reportBy":["{{year}}-06-30"]}
            """, cancellationToken);
        await OnceAsync(head, $"{Here}/movements/nong-thon-moi", $$"""
            {"name":"Chung sức xây dựng nông thôn mới","scope":"province","form":"regular","from":"{{year}}-01-01","until":"{{year}}-12-31","launchedBy":["Chủ tịch UBND tỉnh"],"launchedOn":"{{year}}-03-07"}
            """, cancellationToken);
        foreach (var unit in SampleBloc.Scores.Keys)
        {
            using var client = machine.Unit(unit);
            var pact = await GetAsync(client, $"{Here}/pact", cancellationToken);
            if (pact["signatures"]!.AsArray().All(one => (string)one!["unit"]! != unit))
            {
                using var sign = Request(HttpMethod.Post, $"{Here}/pact/signatures/{unit}", $$"""{"textHash":"{{pact["textHash"]}}","signer":{"post":"Thủ trưởng đơn vị"} }""", null);
                await AskAsync(client.SendAsync(sign, cancellationToken), cancellationToken);
            }
        }

        Demand((string)(await GetAsync(head, $"{Here}/pact", cancellationToken))["state"]! == "complete", "all members signed the pact");
        say($"✓ {SampleBloc.Scores.Count} of {SampleBloc.Scores.Count} units signed the pact; a movement of the province is answered to");
    }

    private async Task ReportAsync(CancellationToken cancellationToken)
    {
        await MoveAsync(new(year, 7, 5), cancellationToken);
        using var deputy = machine.Unit(SampleBloc.Deputy);
        var report = $"{Here}/reports/so-ket";
        await OnceAsync(deputy, report, $$"""
            {"kind":"halfYear","title":"Báo cáo sơ kết công tác thi đua 6 tháng đầu năm {{year}}","from":"{{year}}-01-01","until":"{{year}}-06-30","due":"{{year}}-07-10",
             "sections":[{"code":"cchc","title":"Cải cách hành chính"}],"questions":[{"code":"thu-tuc","title":"Thủ tục hành chính đã giải quyết","measure":"hồ sơ","isSummed":true}]}
            """, cancellationToken);
        foreach (var (unit, index) in SampleBloc.Scores.Keys.Select((unit, index) => (unit, index)))
        {
            using var client = machine.Unit(unit);
            foreach (var (target, progress) in new[] { ("hoan-thanh", """{"number":98.5}"""), ("xuat-sac", """{"number":14}"""), ("cong-so", """{"said":"Đã đăng ký, chờ kiểm tra."}""") })
            {
                await OnceAsync(client, $"{Here}/pact/targets/{target}/progress/{unit}/{year}-06-30", progress, cancellationToken);
            }

            var part = $"{report}/parts/{unit}";
            await OnceAsync(client, part, $$"""
                {"answers":[{"question":"thu-tuc","number":{{800 + (20 * index)}},"said":{{(index == 0 ? "\"gần 800\"" : "null")}} }],"results":[{"text":"Trả kết quả đúng hạn, không có hồ sơ quá hạn.","section":"cchc"}],
                 "shortcomings":[{"text":"Hình thức phong trào chưa phong phú.","causes":["Cán bộ phụ trách kiêm nhiệm."]}],"tasks":["Đẩy mạnh tuyên truyền."],"proposals":[]}
                """, cancellationToken);
            var (read, tag) = await ReadAsync(client, part, cancellationToken);
            if ((string)read["part"]!["state"]! != "sent")
            {
                using var send = Request(HttpMethod.Post, $"{part}/submission", null, tag);
                await AskAsync(client.SendAsync(send, cancellationToken), cancellationToken);
            }
        }

        var (stored, version) = await ReadAsync(deputy, report, cancellationToken);
        if ((string)stored["state"]! != "adopted")
        {
            using var merge = Request(HttpMethod.Post, $"{report}/merge", null, version);
            await AskAsync(deputy.SendAsync(merge, cancellationToken), cancellationToken);
            await MeetAsync("so-ket", "halfYear", "Hội nghị sơ kết 6 tháng đầu", new(year, 7, 5), "Đổi mới hình thức phong trào", cancellationToken);
            using var adopt = Request(HttpMethod.Post, $"{report}/adoption", $$"""{"day":"{{year}}-07-05","meeting":"so-ket"}""", (await ReadAsync(deputy, report, cancellationToken)).Tag);
            await AskAsync(deputy.SendAsync(adopt, cancellationToken), cancellationToken);
        }

        say($"✓ half-year: targets of the pact reported, {SampleBloc.Scores.Count} parts of the report sent, merged by the deputy, adopted at a meeting");
    }

    /// <summary>A meeting that all members attend, with minutes and one conclusion; what the year's last meeting concluded is for the year after.</summary>
    private async Task MeetAsync(string id, string kind, string title, DateOnly day, string conclusion, CancellationToken cancellationToken)
    {
        using var head = machine.Unit(SampleBloc.Head);
        var isLast = kind == "yearEnd";
        var meeting = $"{Here}/meetings/{id}";
        using (var found = await head.GetAsync(new Uri(meeting, UriKind.Relative), cancellationToken))
        {
            if (found.IsSuccessStatusCode && (string)JsonNode.Parse(await found.Content.ReadAsStringAsync(cancellationToken))!["state"]! == "adopted")
            {
                return;
            }
        }

        var on = day.ToString("O", CultureInfo.InvariantCulture);
        await OnceAsync(head, meeting, $$"""
            {"kinds":["{{kind}}"],"title":"{{title}} năm {{year}}","when":{"day":"{{on}}","from":"14:00","to":"16:30"},"host":"{{SampleBloc.Head}}","mode":"inRoom","place":"Hội trường Sở Tài chính",
             "agenda":[{"text":"Báo cáo","unit":"{{SampleBloc.Deputy}}"},{"text":"Thảo luận"}],"chairs":[{"unit":"{{SampleBloc.Head}}","as":"head","post":"Giám đốc"}],
             "guests":[{"body":"Hội đồng Thi đua - Khen thưởng tỉnh","post":"Phó Chủ tịch Thường trực"}],"secretary":{"unit":"{{SampleBloc.Deputy}}","post":"Chuyên viên"},"photographs":[]}
            """, cancellationToken);
        var there = new JsonArray([.. SampleBloc.Scores.Keys.Select(unit => new JsonObject { ["unit"] = unit, ["state"] = "present", ["way"] = "room" })]);
        await OnceAsync(head, $"{meeting}/attendance", new JsonObject { ["units"] = there, ["guests"] = 1 }.ToJsonString(), cancellationToken);
        await OnceAsync(head, $"{meeting}/minutes", """
            {"began":"14:05","ended":"16:40","proceedings":[{"text":"Thảo luận, thống nhất các nội dung trình hội nghị."}],
             "decisions":[{"number":1,"about":"other","text":"Thông qua các nội dung trình hội nghị","vote":{"for":9,"against":0,"other":0},"isAdopted":true}],
             "instructions":[{"from":"Phó Chủ tịch Thường trực Hội đồng","text":"Khen thưởng đúng người, đúng thành tích."}]}
            """, cancellationToken);
        await OnceAsync(head, $"{meeting}/conclusions/1", $$"""{"text":"{{conclusion}}","owners":["{{SampleBloc.Deputy}}"],"due":"{{(isLast ? year + 1 : year)}}-12-31"}""", cancellationToken);
        using var adopt = Request(HttpMethod.Post, $"{meeting}/minutes/adoption", $$"""{"on":"{{on}}"}""", (await ReadAsync(head, meeting, cancellationToken)).Tag);
        await AskAsync(head.SendAsync(adopt, cancellationToken), cancellationToken);
        if (!isLast)
        {
            using var close = Request(HttpMethod.Post, $"{meeting}/conclusions/1/closing", $$"""{"outcome":"done","result":"Đã thực hiện xong.","on":"{{on}}"}""", tag: null);
            await AskAsync(head.SendAsync(close, cancellationToken), cancellationToken);
        }
    }

    /// <summary>Every paper that this year has, as DOCX.</summary>
    private async Task KeepPapersAsync(HttpClient office, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(LocalMachine.Folder, "papers")).FullName;
        var kept = 0;
        foreach (var kind in (await GetAsync(office, $"{Here}/documents?period=nam&unit={SampleBloc.Unit}", cancellationToken))["documents"]!.AsArray().Select(one => (string)one!["kind"]!))
        {
            foreach (var item in new[] { "so-ket", "tong-ket" })
            {
                using var paper = await office.GetAsync(
                    new Uri($"{Here}/documents/{kind}?period=nam&unit={SampleBloc.Unit}&item={item}", UriKind.Relative), cancellationToken);
                if (paper.IsSuccessStatusCode)
                {
                    await File.WriteAllBytesAsync(Path.Combine(folder, paper.Content.Headers.ContentDisposition!.FileName!.Trim('"')), await paper.Content.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
                    kept++;
                }
            }
        }

        using var tables = await office.GetAsync(new Uri($"{Here}/workbook", UriKind.Relative), cancellationToken);
        await File.WriteAllBytesAsync(
            Path.Combine(folder, tables.EnsureSuccessStatusCode().Content.Headers.ContentDisposition!.FileName!.Trim('"')), await tables.Content.ReadAsByteArrayAsync(cancellationToken), cancellationToken);
        Demand(kept >= 8, "the year's papers can be had");
        say($"✓ {Directory.GetFiles(folder).Length} papers of the year {year} lie in {folder}");
    }

    private async Task MoveAsync(DateOnly day, CancellationToken cancellationToken)
    {
        await machine.MoveToAsync(day, 9, cancellationToken);
        say($"  — {day:dd/MM/yyyy}");
    }
}
