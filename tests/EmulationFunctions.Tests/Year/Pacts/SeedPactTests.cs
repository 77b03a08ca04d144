using System.Text;
using EmulationFunctions.Emulators;
using EmulationFunctions.Tests.Province.Calendar;

namespace EmulationFunctions.Tests.Year.Pacts;

/// <summary>What five public articles say of pacts and movements, entered with their traps and read back.</summary>
public sealed class SeedPactTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly string[] BacNinh =
    [
        "bac-ninh-so-tai-nguyen-moi-truong", "bac-ninh-so-cong-thuong", "bac-ninh-so-nong-nghiep", "bac-ninh-so-giao-thong", "bac-ninh-so-thong-tin", "bac-ninh-so-xay-dung",
        "bac-ninh-ban-quan-ly-kcn", "bac-ninh-lien-minh-htx", "bac-ninh-cuc-du-tru-ha-bac", "bac-ninh-quy-dau-tu-phat-trien", "bac-ninh-quy-phat-trien-dat",
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Eleven_units_sign_in_the_hall_on_7_March_2017_and_the_pact_of_Bac_Ninh_is_complete()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasRosterAsync(app, 2017, "bac-ninh-khoi-kinh-te-ky-thuat", "2017-03-08");
        const string Pact = "/api/cycles/2017/blocs/bac-ninh-khoi-kinh-te-ky-thuat/pact";
        using var head = await app.OfficerAsync("bac-ninh-so-tai-nguyen-moi-truong");
        using var member = await app.OfficerAsync("bac-ninh-quy-phat-trien-dat");

        await head.PutsAsync(Pact, """
            {"title":"Giao ước thi đua năm 2017","isForSigning":true,
             "grounds":[
              {"kind":"Chỉ thị","number":"34-CT/TW","day":"2014-04-07","subject":"Tiếp tục đổi mới công tác thi đua, khen thưởng"},
              {"kind":"Chỉ thị","number":"05-CT/TW","day":"2016-05-15","issuer":"Bộ Chính trị","subject":"đẩy mạnh việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh"},
              {"kind":"Nghị quyết","issuer":"Trung ương 4 (khoá XII)"}],
             "items":[{"text":"Tích cực đoàn kết nội bộ; chủ động tham mưu kịp thời cho Tỉnh ủy, HĐND, UBND tỉnh."},{"text":"Thực hiện hiệu quả phong trào “Bắc Ninh chung sức xây dựng nông thôn mới”."}],
             "targets":[
              {"id":"dang","kind":"title","what":"Các chi, Đảng bộ trong Khối","titles":["Trong sạch vững mạnh","Trong sạch vững mạnh tiêu biểu"]},
              {"id":"doan-the","kind":"title","what":"Các Đoàn thể chính trị","titles":["Đoàn thể vững mạnh"]},
              {"id":"hoan-thanh","kind":"percentage","what":"cán bộ đảng viên, công chức, viên chức được đánh giá hoàn thành và hoàn thành tốt nhiệm vụ trở lên","percent":100},
              {"id":"xuat-sac","kind":"percentage","what":"hoàn thành xuất sắc nhiệm vụ","percent":15,"within":"hoan-thanh"},
              {"id":"cong-so","kind":"title","what":"Cơ quan","titles":["Công sở văn hóa"]}]}
            """);
        var hash = (string)(await head.ReadsAsync(Pact))["textHash"]!;
        foreach (var (index, unit) in BacNinh.Index())
        {
            Assert.Equal(index, (await head.ReadsAsync(Pact))["signatures"]!.AsArray().Count);
            await head.PostAsync(
                $"{Pact}/signatures/{unit}",
                EmulationApp.Json($$$"""{"textHash":"{{{hash}}}","paper":{"day":"2017-03-07"},"signer":{"post":"đại diện lãnh đạo"}}"""),
                Cancellation).JsonAsync();
        }

        var read = await member.ReadsAsync(Pact);

        Assert.Equal(("complete", 11, 11, 11), ((string)read["state"]!, (int)read["members"]!, (int)read["statedMembers"]!, read["signatures"]!.AsArray().Count));
        Assert.All(read["signatures"]!.AsArray(), one => Assert.Equal(("paper", "2017-03-07", null, "đại diện lãnh đạo"), ((string)one!["way"]!, (string)one["day"]!, (string?)one["signerName"], (string)one["signerPost"]!)));
        Assert.Contains("Cục dự trữ nhà nước Khu vực Hà Bắc", read["signatures"]!.AsArray().Select(one => (string)one!["unitName"]!));
        Assert.Equal(["34-CT/TW 2014-04-07", "05-CT/TW 2016-05-15", " "], read["grounds"]!.AsArray().Select(one => $"{one!["number"]} {one["day"]}"));
        Assert.Equal(("Nghị quyết", "Trung ương 4 (khoá XII)"), ((string)read["grounds"]![2]!["kind"]!, (string)read["grounds"]![2]!["issuer"]!));
        Assert.Equal([null, null, 100m, 15m, null], read["targets"]!.AsArray().Select(one => (decimal?)one!["ofAll"]));
        Assert.Equal(["Trong sạch vững mạnh", "Trong sạch vững mạnh tiêu biểu"], read["targets"]![0]!["target"]!["titles"]!.AsArray().Select(one => (string)one!));
        // Nobody has a scan: all count, and that is pointed out.
        Assert.All(read["signatures"]!.AsArray(), one => Assert.Equal((null, false), ((string?)one!["scan"], (bool)one["hasScan"]!)));
        Assert.Equal(Enumerable.Range(0, 11).Select(index => $"noScan $.signatures[{index}].scan"), read["warnings"]!.AsArray().Select(one => $"{one!["code"]} {one["path"]}"));
    }

    [Fact]
    public async Task The_movements_of_Bac_Ninh_have_no_day_that_nobody_wrote()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasRosterAsync(app, 2017, "bac-ninh-khoi-kinh-te-ky-thuat", "2017-03-08");
        const string Movements = "/api/cycles/2017/blocs/bac-ninh-khoi-kinh-te-ky-thuat/movements";
        using var head = await app.OfficerAsync("bac-ninh-so-tai-nguyen-moi-truong");

        await head.PutsAsync($"{Movements}/nong-thon-moi", """{"name":"Bắc Ninh chung sức xây dựng nông thôn mới","scope":"province","form":"regular"}""");
        await head.PutsAsync($"{Movements}/hoc-tap-va-lam-theo", """
            {"name":"Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh","scope":"province","form":"regular","paper":{"kind":"Chỉ thị","number":"05-CT/TW","day":"2016-05-15","issuer":"Bộ Chính trị"}}
            """);
        var read = (await head.ReadsAsync(Movements))["movements"]!.AsArray();

        Assert.Equal(["Học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "Bắc Ninh chung sức xây dựng nông thôn mới"], read.Select(one => (string)one!["name"]!));
        Assert.All(read, one => Assert.All(new[] { "from", "until", "launchedOn", "reviewOn" }, name => Assert.Null(one![name])));
    }

    [Fact]
    public async Task A_caption_of_another_year_is_kept_as_it_is_and_pointed_out()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasRosterAsync(app, 2020, "tinh-a-khoi-ha-tang-kinh-te-ky-thuat", "2020-01-16");
        const string Pact = "/api/cycles/2020/blocs/tinh-a-khoi-ha-tang-kinh-te-ky-thuat/pact";
        using var admin = app.Admin();

        await admin.PutsAsync(Pact, """
            {"title":"Giao ước thi đua khối năm 2020","textUnknown":true,"isForSigning":true,
             "pictures":[{"attachment":"anh-1","caption":"Các thành viên Khối ký kết giao ước thi đua năm 2019."}]}
            """);
        var hash = (string)(await admin.ReadsAsync(Pact))["textHash"]!;
        foreach (var unit in new[] { "so-tai-nguyen-moi-truong", "so-nong-nghiep", "so-cong-thuong", "cuc-thong-ke", "so-giao-thong", "so-xay-dung" })
        {
            await admin.PostAsync(
                $"{Pact}/signatures/tinh-a-{unit}", EmulationApp.Json($$$"""{"textHash":"{{{hash}}}","paper":{"day":"2020-01-16"}}"""), Cancellation).JsonAsync();
        }

        var read = await admin.ReadsAsync(Pact);

        Assert.Equal("complete", (string)read["state"]!);
        Assert.Equal((true, null, 0, 0), ((bool)read["textUnknown"]!, (string?)read["text"], read["items"]!.AsArray().Count, read["targets"]!.AsArray().Count));
        Assert.Equal("Các thành viên Khối ký kết giao ước thi đua năm 2019.", (string)read["pictures"]![0]!["caption"]!);
        Assert.Equal(
            ("textUnknown", "$.text", "Nội dung giao ước không được ghi lại."),
            read["warnings"]!.AsArray().Select(one => ((string)one!["code"]!, (string)one["path"]!, (string)one["text"]!)).First());
        var warning = Assert.Single(read["warnings"]!.AsArray(), one => (string)one!["code"]! == "otherYear")!;
        Assert.Equal(("otherYear", "$.pictures[0].caption", "Ở đây ghi năm 2019, nhưng giao ước là của năm 2020."), ((string)warning["code"]!, (string)warning["path"]!, (string)warning["text"]!));
    }

    [Fact]
    public async Task A_pact_that_was_signed_only_lately_has_its_words_and_no_day()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasRosterAsync(app, 2020, "tinh-b-khoi-tham-muu-tong-hop", "2020-03-11");
        const string Pact = "/api/cycles/2020/blocs/tinh-b-khoi-tham-muu-tong-hop/pact";
        using var head = await app.OfficerAsync("tinh-b-so-ngoai-vu");

        await head.PutsAsync(Pact, """{"title":"Giao ước thi đua năm 2020","textUnknown":true,"isForSigning":true}""");
        var hash = (string)(await head.ReadsAsync(Pact))["textHash"]!;
        // Nobody can have read here what nobody put down.
        var byAccount = await head.PostAsync($"{Pact}/signatures/tinh-b-so-ngoai-vu", EmulationApp.Json($$$"""{"textHash":"{{{hash}}}"}"""), Cancellation).ProblemAsync(409);
        await head.PostAsync($"{Pact}/signatures/tinh-b-van-phong", EmulationApp.Json($$$"""{"textHash":"{{{hash}}}","paper":{"daySaid":"vừa qua"}}"""), Cancellation).JsonAsync();
        await head.PutsAsync("/api/cycles/2020/blocs/tinh-b-khoi-tham-muu-tong-hop/movements/phat-dong", """
            {"name":"Phong trào thi đua năm 2020","scope":"bloc","form":"regular","launchedBy":["Chủ tịch UBND tỉnh","Khối trưởng"]}
            """);

        var read = await head.ReadsAsync(Pact);
        var signed = Assert.Single(read["signatures"]!.AsArray())!;
        Assert.Equal((null, "vừa qua", "Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh"), ((string?)signed["day"], (string)signed["daySaid"]!, (string)signed["unitName"]!));
        Assert.Equal("pact-text-unknown", byAccount.Type());
        Assert.Equal(["textUnknown", "noScan"], read["warnings"]!.AsArray().Select(one => (string)one!["code"]!));
        Assert.Equal(("incomplete", 6), ((string)read["state"]!, read["missing"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_bloc_of_thirteen_unknown_members_has_targets_and_never_a_complete_pact()
    {
        await using var app = new EmulationApp(azurite, issuer);
        await HasRosterAsync(app, 2020, "tinh-c-khoi-ban-chi-cuc", "2020-03-01");
        const string Pact = "/api/cycles/2020/blocs/tinh-c-khoi-ban-chi-cuc/pact";
        using var admin = app.Admin();

        await admin.PutsAsync(Pact, """
            {"title":"Giao ước thi đua năm 2020","isForSigning":true,"reportBy":["2020-06-30"],"targets":[{"id":"ky-luat","kind":"words","what":"Chấp hành kỷ luật, kỷ cương hành chính"}]}
            """);
        var hash = (string)(await admin.ReadsAsync(Pact))["textHash"]!;
        for (var number = 1; number <= 13; number++)
        {
            await admin.PostAsync(
                $"{Pact}/signatures/tinh-c-thanh-vien-{number:D2}", EmulationApp.Json($$$"""{"textHash":"{{{hash}}}","paper":{"scan":"ban-giao-uoc","daySaid":"đầu năm"}}"""), Cancellation).JsonAsync();
        }

        app.SetDay("2020-07-01");
        var read = await admin.ReadsAsync(Pact);
        var progress = await admin.ReadsAsync($"{Pact}/progress");

        Assert.Equal(("membersUnknown", 13, 13), ((string)read["state"]!, (int)read["members"]!, read["signatures"]!.AsArray().Count));
        Assert.All(progress["units"]!.AsArray(), unit => Assert.Equal(["ky-luat"], unit!["late"]!.AsArray().Select(one => (string)one!)));
    }

    /// <summary>The roster of the articles, as the office imports it, and a year with this bloc.</summary>
    private static async Task HasRosterAsync(EmulationApp app, int year, string bloc, string day)
    {
        app.SetDay(day);
        using var admin = app.Admin();
        using var csv = new StringContent(await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Path, "tests", "emulators", "sample", "roster.csv"), Cancellation), Encoding.UTF8, "text/csv");
        await admin.PostAsync("/api/roster/import", csv, Cancellation).JsonAsync();
        await admin.PutCycleAsync(year, CycleBodyOf.Template(bloc)).JsonAsync();
        await app.HasFilesAsync(new(year, bloc), "ban-giao-uoc", "ban-giao-uoc-2017", "anh-1", "a");
    }
}
