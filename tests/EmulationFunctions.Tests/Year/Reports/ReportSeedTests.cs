using System.Text.Json.Nodes;
using EmulationFunctions.Year.Blocs;
using Microsoft.Extensions.DependencyInjection;
using static EmulationFunctions.Tests.Year.Reports.ReportsOf;

namespace EmulationFunctions.Tests.Year.Reports;

/// <summary>What real blocs have reported, entered and read back.</summary>
public sealed class ReportSeedTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>An economic bloc of nine, 20 July 2018: the deputy hosts, drafts and presents; the head chairs beside it.</summary>
    [Fact]
    public async Task A_half_year_report_drafted_and_presented_by_the_deputy()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync(
            2018,
            "2018-07-05",
            "Khối thi đua Kinh tế - Kỹ thuật",
            "so-tnmt",
            "so-cong-thuong",
            9,
            ("so-cong-thuong", "Sở Công Thương"),
            ("so-xay-dung", "Sở Xây dựng"),
            ("so-tnmt", "Sở Tài nguyên và Môi trường"),
            ("so-gtvt", "Sở Giao thông vận tải"),
            ("so-nnptnt", "Sở Nông nghiệp và Phát triển nông thôn"),
            ("vqg-ba-be", "Ban Quản lý Vườn Quốc gia Ba Bể"),
            ("bql-kcn", "Ban Quản lý các khu công nghiệp"),
            ("bql-du-an", "Ban Quản lý Dự án đầu tư xây dựng tỉnh"),
            ("quy-dat-rung", "Quỹ Phát triển đất, rừng và bảo vệ môi trường"));
        using var deputy = await app.OfficerAsync("so-cong-thuong");
        var address = Address(2018);
        var title = "Báo cáo sơ kết công tác thi đua 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2018";
        await deputy.DoneAsync(Put(address, $$"""
            {"kind":"halfYear","title":"{{title}}","from":"2018-01-01","until":"2018-06-30","due":"2018-07-15",
             "sections":[{"code":"chinh-tri","title":"Thực hiện nhiệm vụ chính trị"},{"code":"cchc","title":"Cải cách hành chính"},{"code":"phong-trao","title":"Các phong trào khác"}],
             "questions":[{"code":"thu-tuc","title":"Thủ tục hành chính đã tiếp nhận và giải quyết","measure":"thủ tục"},{"code":"qua-han","title":"Hồ sơ trả quá hạn","measure":"hồ sơ"}]}
            """));
        await SendAsync("so-cong-thuong", """
            {"answers":[{"question":"thu-tuc","number":8400,"said":"gần 8.400"},{"question":"qua-han","number":0}],
             "results":[
              {"text":"Về cơ bản các đơn vị đã hoàn thành nhiệm vụ theo đúng tiến độ, chỉ tiêu, kế hoạch đề ra.","section":"chinh-tri"},
              {"text":"Duy trì trực bộ phận một cửa tiếp nhận và trả kết quả.","section":"cchc"},
              {"text":"Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh.","section":"phong-trao"},
              {"text":"Bắc Kạn chung tay xây dựng nông thôn mới.","section":"phong-trao"}],
             "shortcomings":[
              {"text":"Việc tổ chức triển khai, thực hiện các phong trào thi đua chưa phong phú, đa dạng về hình thức."},
              {"text":"Công tác khen thưởng, bình xét và công nhận danh hiệu ở một số đơn vị chưa được chặt chẽ."}],
             "tasks":["Tiếp tục tăng cường sự lãnh đạo của các cấp ủy đảng trong công tác thi đua khen thưởng.","Đổi mới công tác thi đua khen thưởng.","Đẩy mạnh công tác tuyên truyền."]}
            """);
        app.SetDay("2018-07-20", hour: 15);
        var merged = await deputy.PostAsync(new Uri($"{address}/merge", UriKind.Relative), null, Cancellation).JsonAsync();
        using var read = await deputy.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        var draft = merged["report"]!["draft"]!;
        var items = draft["chapters"]!.AsArray().SelectMany(chapter => chapter!["items"]!.AsArray().Select(item => new JsonObject
        {
            ["chapter"] = (string)chapter["chapter"]!,
            ["text"] = (string)item!["text"]!,
            ["number"] = (int)item["number"]!,
            ["section"] = (string?)item["section"],
        }));
        var presented = await deputy.DoneAsync(Put(
            $"{address}/draft", new JsonObject { ["presentedBy"] = "so-cong-thuong", ["isShared"] = true, ["items"] = new JsonArray([.. items]) }.ToJsonString(), read.Headers.ETag!.Tag));
        await deputy.DoneAsync(Post($"{address}/adoption", """{"day":"2018-07-20","meeting":"so-ket-6-thang"}""", presented));

        var report = await deputy.GetsAsync(address);
        Assert.Equal((title, "adopted", "2018-07-20", "so-ket-6-thang"), ((string)report["title"]!, (string)report["state"]!, (string)report["adopted"]!["day"]!, (string)report["adopted"]!["meeting"]!));
        Assert.Equal((9, 1, 8), ((int)report["asked"]!, (int)report["sent"]!, (int)report["late"]!));
        Assert.Contains("Quỹ Phát triển đất, rừng và bảo vệ môi trường", report["parts"]!.AsArray().Select(part => (string)part!["unitName"]!)); // a name with commas is one unit
        Assert.Equal("Sở Công Thương", (string)report["draft"]!["presentedByName"]!);
        Assert.Equal(
            [("thu-tuc", 8400, "gần 8.400", true), ("qua-han", 0, null, false)],
            report["draft"]!["statistics"]!.AsArray().Select(one => ((string)one!["question"]!, (int)one["number"]!, (string?)one["said"], (bool)one["isApproximate"]!)));
        Assert.Equal((4, 2, 3, 0), (report.Texts("results").Count(), report.Texts("shortcomings").Count(), report.Texts("tasks").Count(), report.Texts("proposals").Count()));
        Assert.All(report["draft"]!["chapters"]![1]!["items"]!.AsArray(), item => Assert.Empty(item!["causes"]!.AsArray())); // nobody said why

        async Task SendAsync(string unit, string content)
        {
            using var officer = await app.OfficerAsync(unit);
            var part = $"{address}/parts/{unit}";
            await officer.DoneAsync(Post($"{part}/submission", tag: await officer.DoneAsync(Put(part, content))));
        }
    }

    /// <summary>A bloc of thirteen sub-departments, 26 December 2019: nobody says which they are, nor who leads it. The office writes its report.</summary>
    [Fact]
    public async Task A_year_end_report_of_a_bloc_whose_members_and_head_are_not_known()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await app.HasBlocAsync(2019, "2019-12-31", "Khối thi đua các Ban, Chi cục thuộc Sở", null, null, 13);
        using var office = app.Admin();
        var address = Address(2019, "tong-ket");
        await office.DoneAsync(Put(address, """
            {"kind":"yearEnd","title":"Báo cáo tổng kết năm 2019, nhiệm vụ năm 2020","from":"2019-01-01","until":"2019-12-31","due":"2019-12-25"}
            """));
        var merged = await office.PostAsync(new Uri($"{address}/merge", UriKind.Relative), null, Cancellation).JsonAsync();
        using var read = await office.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        var written = await office.DoneAsync(Put($"{address}/draft", """
            {"items":[
              {"chapter":"results","text":"Từng bước đổi mới cả về nội dung lẫn hình thức hoạt động."},
              {"chapter":"shortcomings","text":"Khó khăn cho việc triển khai các hoạt động của khối.","causes":["Lãnh đạo khối kiêm nhiệm","Nhiệm vụ thường xuyên nhiều","Trụ sở làm việc không tập trung"]},
              {"chapter":"tasks","text":"Tăng cường sự lãnh đạo, chỉ đạo của cấp ủy Đảng về công tác thi đua, khen thưởng."},
              {"chapter":"tasks","text":"Quán triệt, tuyên truyền Luật Thi đua, Khen thưởng."},
              {"chapter":"tasks","text":"Thực hiện đầy đủ kế hoạch công tác thi đua của khối."},
              {"chapter":"tasks","text":"Đôn đốc kiểm tra việc thực hiện các nội dung ký kết thi đua."},
              {"chapter":"tasks","text":"Đẩy mạnh các phong trào văn hóa thể thao trong toàn khối."},
              {"chapter":"tasks","text":"Tăng cường kỷ luật, kỷ cương hành chính."},
              {"chapter":"tasks","text":"Chấm điểm, đánh giá xếp loại thi đua, xét khen thưởng đúng quy trình."}]}
            """, read.Headers.ETag!.Tag));
        await office.DoneAsync(Post($"{address}/adoption", """{"day":"2019-12-26"}""", written));

        var report = await office.GetsAsync(address);
        Assert.Equal((0, 0, 0), ((int)report["asked"]!, (int)report["sent"]!, merged["added"]!.AsArray().Count));
        Assert.Null(report["draft"]!["presentedBy"]); // nobody said who
        Assert.Equal(3, report["draft"]!["chapters"]![1]!["items"]![0]!["causes"]!.AsArray().Count);
        var left = await app.Services.GetRequiredService<ReportOutcomeLookup>()(new(2019, Bloc), Cancellation);
        Assert.Equal((1, 7), (left!.Shortcomings.Count, left.Tasks.Count));
    }
}
