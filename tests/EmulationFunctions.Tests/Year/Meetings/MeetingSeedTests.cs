using System.Text.Json.Nodes;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Pacts;
using static EmulationFunctions.Tests.Year.Meetings.MeetingsOf;

namespace EmulationFunctions.Tests.Year.Meetings;

/// <summary>Three meetings of real blocs, as they were told: units only, and posts in place of people. What was not told is a gap.</summary>
public sealed class MeetingSeedTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    /// <summary>A standing unit in place of a head, an acting director in the chair, two events in one meeting, and a caption whose year is another.</summary>
    [Fact]
    public async Task A_standing_unit_sums_up_2019_and_the_pact_of_2020_is_signed_under_a_caption_that_says_2019()
    {
        const string Bloc = "khoi-ha-tang-kinh-te-ky-thuat";
        string[] units = ["so-tai-nguyen-va-moi-truong", "so-nong-nghiep", "so-cong-thuong", "cuc-thong-ke", "so-giao-thong-van-tai", "so-xay-dung"];
        await using var app = App(azurite, issuer);
        await app.HasYearAsync(2019, Bloc, new(Bloc, 2019, null, null, units[0], false, false, 0), units);
        app.SetDay("2020-01-17");
        using var office = app.Admin();
        const string Address = $"/api/cycles/2019/blocs/{Bloc}/meetings/tong-ket-2019";

        await office.PutAsync(Address, JsonNode.Parse("""
            {"kinds":["yearEnd","pactSigning"],
             "title":"Hội nghị tổng kết công tác thi đua khen thưởng năm 2019, triển khai nhiệm vụ công tác thi đua khen thưởng năm 2020",
             "when":{"day":"2020-01-16","said":"Chiều nay (16/01)"},
             "host":"so-tai-nguyen-va-moi-truong",
             "years":{"reviewed":2019,"pact":2020,"plan":2020},
             "chairs":[{"unit":"so-tai-nguyen-va-moi-truong","as":"standingUnit","post":"Phó Bí thư Đảng ủy, Quyền Giám đốc"}],
             "source":{"kind":"Tin bài","day":"2020-01-16","subject":"Hội nghị tổng kết công tác thi đua khen thưởng năm 2019, triển khai nhiệm vụ công tác thi đua khen thưởng năm 2020"},
             "photographs":[{"caption":"Quyền Giám đốc Sở phát biểu tại Hội nghị"},{"caption":"Các thành viên Khối ký kết giao ước thi đua năm 2019."}]}
            """)!);
        var (view, _) = await office.PutAsync($"{Address}/minutes", JsonNode.Parse("""
            {"decisions":[
              {"number":1,"about":"plan","text":"Thống nhất 6 mục tiêu, nhiệm vụ và 7 nhóm giải pháp chủ yếu năm 2020","said":"thống nhất","isAdopted":true},
              {"number":2,"about":"pact","text":"Thông qua giao ước thi đua khối năm 2020","isAdopted":true}]}
            """)!);

        Assert.Equal(["yearEnd", "pactSigning"], view["kinds"]!.AsArray().Select(kind => (string)kind!));
        Assert.Equal((2019, 2020), ((int)view["years"]!["reviewed"]!, (int)view["years"]!["pact"]!));
        Assert.Equal(("standingUnit", null, "Phó Bí thư Đảng ủy, Quyền Giám đốc"), ((string)view["chairs"]![0]!["as"]!, (string?)view["chairs"]![0]!["name"], (string)view["chairs"]![0]!["post"]!));
        // Both are kept, and a warning says so.
        Assert.Equal("Các thành viên Khối ký kết giao ước thi đua năm 2019.", (string)view["photographs"]![1]!["caption"]!);
        var warning = Assert.Single(view["warnings"]!.AsArray())!;
        Assert.Equal(("$.photographs[1].caption", "Ghi giao ước năm 2019, nhưng cuộc họp là về giao ước năm 2020."), ((string)warning["path"]!, (string)warning["detail"]!));
        // Hours, mode, room, secretary, attendance and counts were not told.
        Assert.Equal(
            [
                "$.mode", "$.place", "$.chairs[0].name", "$.secretary", "$.attendance", "$.minutes.began", "$.minutes.ended", "$.minutes.proceedings",
                "$.minutes.decisions[0].vote", "$.minutes.decisions[1].vote",
            ],
            view.Gaps());
        Assert.Null(view["when"]!["from"]);
        Assert.Equal(("Tin bài", null, null, "2020-01-16"), ((string)view["source"]!["kind"]!, (string?)view["source"]!["number"], (string?)view["source"]!["issuer"], (string)view["source"]!["day"]!));
        Assert.Equal("notKnown", (string)view["quorum"]!["state"]!);
    }

    /// <summary>Three events in one meeting, the day only "lately", and the flag goes to next year's head.</summary>
    [Fact]
    public async Task A_meeting_of_which_only_lately_is_known_hands_over_to_next_years_head()
    {
        const string Bloc = "khoi-tham-muu-tong-hop";
        const string Council = "van-phong-doan-dbqh-hdnd-va-ubnd-tinh";
        string[] units = ["so-tu-phap", "so-ngoai-vu", "so-ke-hoach-va-dau-tu", "so-noi-vu", "thanh-tra-tinh", Council, "so-tai-chinh"];
        await using var app = App(azurite, issuer);
        await app.HasYearAsync(2019, Bloc, new(Bloc, 2019, "so-tu-phap", "so-ngoai-vu", null, false, false, 0), units);
        await app.ChangeRosterAsync(change => change.Put(RosterRows.Row(
            new Unit(Council, "Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh", UnitKind.Department, [], false, [], false, 0))));
        app.SetDay("2020-03-12");
        using var office = app.Admin();
        const string Address = $"/api/cycles/2019/blocs/{Bloc}/meetings/tong-ket-2019";

        var (_, tag) = await office.PutAsync(Address, JsonNode.Parse("""
            {"kinds":["yearEnd","pactSigning","handover"],
             "title":"Hội nghị tổng kết phong trào thi đua năm 2019 và ký kết giao ước thi đua năm 2020",
             "when":{"said":"Vừa qua"},"host":"so-tu-phap","mode":"inRoom","place":"Sở Tư pháp",
             "years":{"reviewed":2019,"pact":2020},
             "source":{"kind":"Tin bài","issuer":"BTNO","day":"2020-03-11","subject":"Khối Tham mưu–Tổng hợp tổng kết phong trào thi đua năm 2019"},
             "photographs":[{"caption":"Quang cảnh hội nghị."},{"caption":"Trao cờ cho Sở Ngoại vụ-Khối trưởng năm 2020."}]}
            """)!);
        await office.PutAsync($"{Address}/attendance", JsonNode.Parse($$"""{"units":[{"unit":"{{Council}}","state":"present"}]}""")!);
        var (view, read) = await office.PutAsync($"{Address}/minutes", JsonNode.Parse("""
            {"proceedings":[{"text":"Trao cờ luân lưu","unit":"so-ngoai-vu"}],
             "decisions":[{"number":1,"about":"leadership","text":"Năm 2020, Khối trưởng là Sở Ngoại vụ, Khối phó là Sở Tài chính","isAdopted":true}]}
            """)!);

        Assert.NotEmpty(tag);
        Assert.Equal((null, "Vừa qua"), ((string?)view["when"]!["day"], (string)view["when"]!["said"]!));
        Assert.Equal(3, view["kinds"]!.AsArray().Count);
        Assert.Empty(view["warnings"]!.AsArray()); // 2020 is the year of the head who takes the flag
        Assert.Equal("Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh", (string)view["attendance"]!["units"]![0]!["unitName"]!);
        Assert.Null(view["attendance"]!["present"]);
        Assert.Contains("$.when.day", view.Gaps());
        Assert.Equal(6, view.Gaps().Count(path => path == "$.attendance.units"));
        Assert.Equal(
            ("BTNO", "2020-03-11", "Khối Tham mưu–Tổng hợp tổng kết phong trào thi đua năm 2019"),
            ((string)view["source"]!["issuer"]!, (string)view["source"]!["day"]!, (string)view["source"]!["subject"]!));
        Assert.Equal("meeting-has-no-day-to-come", (await office.RefusedAsync(409, HttpMethod.Post, $"{Address}/invitation", new JsonObject())).Rule());

        // Of the day on which the minutes were adopted no more is known.
        foreach (var neither in new[] { "{}", """{"on":"2020-03-11","said":"Vừa qua"}""" })
        {
            Assert.Equal(["$.on"], (await office.RefusedAsync(400, HttpMethod.Post, $"{Address}/minutes/adoption", JsonNode.Parse(neither)!, read)).Paths());
        }

        var (adopted, after) = await office.PostAsync($"{Address}/minutes/adoption", JsonNode.Parse("""{"said":"Vừa qua"}""")!, read);
        var again = await office.PostAsync($"{Address}/minutes/adoption", JsonNode.Parse("""{"said":"Vừa qua"}""")!);
        var found = await office.GetsAsync(Address);

        Assert.Equal(("adopted", null, "Vừa qua"), ((string)adopted["state"]!, (string?)adopted["adopted"]!["on"], (string)adopted["adopted"]!["said"]!));
        Assert.Equal(after, again.Tag);
        Assert.Equal(adopted.ToJsonString(), found.ToJsonString());
        Assert.Contains("$.adopted.on", found.Gaps());
    }

    /// <summary>Two articles of which the publisher is known.</summary>
    [Theory]
    [InlineData(2017, "2017-03-07", "pactSigning", "Quỹ ĐTPT Bắc Ninh", "2017-03-08", "Khối thi đua các sở, ban, ngành tham mưu và quản lý Nhà nước về kinh tế, kỹ thuật ký giao ước thi đua năm 2017")]
    [InlineData(2020, "2019-12-26", "launch", "Web Quảng Trị", "2019-12-31", "Khối thi đua các Ban, Chi cục thuộc Sở triển khai nhiệm vụ năm 2020")]
    public async Task What_is_known_from_an_article_is_found_again_with_its_publisher_title_and_day(int year, string day, string kind, string publisher, string published, string title)
    {
        const string Bloc = "khoi-cua-bai-bao";
        await using var app = App(azurite, issuer);
        await app.HasYearAsync(year, Bloc, null, "so-a", "so-b");
        app.SetDay("2020-01-17");
        using var office = app.Admin();
        var address = $"/api/cycles/{year}/blocs/{Bloc}/meetings/hoi-nghi";
        JsonNode Body(string source) => JsonNode.Parse($$$"""{"kinds":["{{{kind}}}"],"title":"{{{title}}}","when":{"day":"{{{day}}}"},"source":{{{source}}}}""")!;

        var (_, tag) = await office.PutAsync(address, Body($$"""{"kind":"Tin bài","issuer":"{{publisher}}","day":"{{published}}","subject":"{{title}}"}"""));
        var bare = await office.RefusedAsync(400, HttpMethod.Put, address, Body("""{"kind":"Tin bài","issuer":" "}"""), tag);
        var found = await office.GetsAsync(address);

        Assert.Equal(["$.source.number"], bare.Paths());
        Assert.Equal(
            ("Tin bài", null, publisher, published, title),
            ((string)found["source"]!["kind"]!, (string?)found["source"]!["number"], (string)found["source"]!["issuer"]!, (string)found["source"]!["day"]!, (string)found["source"]!["subject"]!));
    }

    [Fact]
    public async Task A_photograph_names_a_file_that_is_there()
    {
        await using var app = App(azurite, issuer);
        await app.HasTenAsync();
        await app.HasFilesAsync(Id, "anh-1");
        using var head = await app.OfficerAsync("so-0");
        JsonObject Pictured(string file)
        {
            var body = Meeting();
            body["photographs"] = new JsonArray(
                new JsonObject { ["caption"] = "Toàn cảnh Hội nghị" }, new JsonObject { ["caption"] = "Toàn cảnh Hội nghị", ["attachment"] = file });
            return body;
        }

        var refused = await head.RefusedAsync(400, HttpMethod.Put, First, Pictured("khong-co"));
        await head.GetAsync(new Uri(First, UriKind.Relative), TestContext.Current.CancellationToken).ProblemAsync(404);
        var (view, _) = await head.PutAsync(First, Pictured("anh-1"));

        Assert.Equal(["$.photographs[1].attachment"], refused.Paths());
        Assert.Equal("anh-1", (string)view["photographs"]![1]!["attachment"]!);
    }

    /// <summary>The host is the deputy, head and deputy take the chair together, and the deputy reads the draft.</summary>
    [Fact]
    public async Task The_deputy_hosts_the_half_year_of_2018_and_takes_the_chair_with_the_head()
    {
        const string Bloc = "khoi-kinh-te-ky-thuat";
        string[] units =
        [
            "so-cong-thuong", "so-xay-dung", "so-tai-nguyen-va-moi-truong", "so-giao-thong-van-tai", "so-nong-nghiep", "vuon-quoc-gia-ba-be", "khu-cong-nghiep", "du-an-dau-tu-xay-dung",
            "quy-phat-trien-dat-rung",
        ];
        await using var app = App(azurite, issuer);
        await app.HasYearAsync(2018, Bloc, new(Bloc, 2018, "so-tai-nguyen-va-moi-truong", "so-cong-thuong", null, false, false, 0), units);
        app.SetDay("2018-07-21");
        using var deputy = await app.OfficerAsync("so-cong-thuong");
        const string Address = $"/api/cycles/2018/blocs/{Bloc}/meetings/so-ket-2018";

        await deputy.PutAsync(Address, JsonNode.Parse("""
            {"kinds":["halfYear"],"title":"Hội nghị sơ kết công tác thi đua - khen thưởng 6 tháng đầu năm 2018",
             "when":{"day":"2018-07-20","said":"Chiều ngày 20/7/2018"},"host":"so-cong-thuong","place":"Sở Công Thương tỉnh",
             "years":{"reviewed":2018},
             "agenda":[{"text":"Dự thảo báo cáo sơ kết 6 tháng đầu năm, phương hướng nhiệm vụ 6 tháng cuối năm 2018","unit":"so-cong-thuong"},{"text":"Thảo luận"}],
             "chairs":[{"unit":"so-tai-nguyen-va-moi-truong","as":"head","post":"Giám đốc"},{"unit":"so-cong-thuong","as":"deputy","post":"Giám đốc"}],
             "guests":[{"body":"Ban Thi đua - Khen thưởng tỉnh","post":"Phó Trưởng Ban"}],
             "source":{"kind":"Tin bài","subject":"Khối thi đua Kinh tế - Kỹ thuật sơ kết công tác thi đua – khen thưởng 6 tháng đầu năm 2018"},
             "photographs":[{"caption":"Toàn cảnh Hội nghị"},{"caption":"Toàn cảnh Hội nghị"}]}
            """)!);
        await deputy.PutAsync($"{Address}/minutes", JsonNode.Parse("""
            {"proceedings":[{"text":"Thông qua dự thảo báo cáo sơ kết","unit":"so-cong-thuong"}],
             "decisions":[{"number":1,"about":"report","reference":"so-ket-2018","text":"Thống nhất nhiệm vụ 6 tháng cuối năm 2018","said":"thống nhất"}]}
            """)!);
        var (view, _) = await deputy.PutAsync($"{Address}/conclusions/1", JsonNode.Parse("""
            {"text":"Khắc phục: phong trào chưa phong phú, đa dạng về hình thức; bình xét ở một số đơn vị chưa chặt chẽ","dueSaid":"6 tháng cuối năm 2018","owners":[]}
            """)!);

        Assert.Equal(("so-cong-thuong", "2018-07-20", "Chiều ngày 20/7/2018"), ((string)view["host"]!, (string)view["when"]!["day"]!, (string)view["when"]!["said"]!));
        Assert.Equal(["so-tai-nguyen-va-moi-truong head", "so-cong-thuong deputy"], view["chairs"]!.AsArray().Select(chair => $"{chair!["unit"]} {chair["as"]}"));
        Assert.Equal(("Ban Thi đua - Khen thưởng tỉnh", "Phó Trưởng Ban"), ((string)view["guests"]![0]!["body"]!, (string)view["guests"]![0]!["post"]!));
        Assert.Equal("so-ket-2018", ((string)view["minutes"]!["decisions"]![0]!["reference"]!));
        Assert.Null(view["minutes"]!["decisions"]![0]!["isAdopted"]);
        Assert.Empty(view["warnings"]!.AsArray());
        Assert.Contains("$.conclusions[0].owners", view.Gaps());
        Assert.DoesNotContain("$.conclusions[0].due", view.Gaps());
    }
}
