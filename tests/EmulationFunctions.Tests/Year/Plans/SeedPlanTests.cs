using EmulationFunctions.Tests.Year.Meetings;
using static EmulationFunctions.Tests.Year.Plans.PlansOf;

namespace EmulationFunctions.Tests.Year.Plans;

/// <summary>What the articles about five real blocs say of plans and regulations goes in, and comes out as it was said; what they do not say is not there.</summary>
public sealed class SeedPlanTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Six_objectives_and_seven_groups_of_solutions_of_which_three_are_named_are_adopted_at_the_meeting_about_the_year_before()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        await office.HasBlocAsync("tinh-a-khoi-ha-tang", 2019, 6);
        await office.HasBlocAsync("tinh-a-khoi-ha-tang", 2020, 6);
        await app.HasMeetingAsync(new(2019, "tinh-a-khoi-ha-tang"), "tong-ket-2019", new(2020, 1, 16));
        const string Address = "/api/cycles/2020/blocs/tinh-a-khoi-ha-tang/plan";

        await office.DoesAsync(Put(Address, """
            {"statedObjectives":6,"statedSolutionGroups":7,
             "solutionGroups":[
               {"title":"Tập trung đổi mới nội dung, phương thức tổ chức các phong trào thi đua"},
               {"title":"Tiếp tục triển khai phong trào thi đua đảm bảo thiết thực, hiệu quả"},
               {"title":"Duy trì việc kiểm tra chéo về công tác thi đua đối với đơn vị thành viên","measures":["Khắc phục những hạn chế","Thúc đẩy phong trào phát triển đồng đều, liên tục, toàn diện và hiệu quả"]}],
             "adopted":{"day":"2020-01-16","meeting":"tong-ket-2019","meetingYear":2019}}
            """));
        var (plan, _) = await office.ReadsAsync(Address);

        Assert.Equal((6, 7), ((int)plan["statedObjectives"]!, (int)plan["statedSolutionGroups"]!));
        Assert.Empty(plan["objectives"]!.AsArray()); // nothing is made up
        Assert.Equal(3, plan["solutionGroups"]!.AsArray().Count);
        Assert.Equal(["Khắc phục những hạn chế", "Thúc đẩy phong trào phát triển đồng đều, liên tục, toàn diện và hiệu quả"], plan["solutionGroups"]![2]!["measures"]!.AsArray().Select(one => (string)one!));
        Assert.Equal(("2020-01-16", "tong-ket-2019", 2019), ((string)plan["adopted"]!["day"]!, (string)plan["adopted"]!["meeting"]!, (int)plan["adopted"]!["meetingYear"]!));
        Assert.Null(plan["number"]);
        Assert.Null(plan["day"]);
        Assert.Equal(
            ["Khối nêu 6 mục tiêu, nhiệm vụ, ở đây ghi 0.", "Khối nêu 7 nhóm giải pháp, ở đây ghi 3."], plan["warnings"]!.AsArray().Select(warning => (string)warning!["detail"]!));
    }

    [Fact]
    public async Task Directives_are_cited_with_number_and_day_out_of_the_register()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        await office.HasBlocAsync("bac-ninh-khoi-kinh-te-ky-thuat", 2017, 11);
        await app.HasMeetingAsync(new(2017, "bac-ninh-khoi-kinh-te-ky-thuat"), "ky-giao-uoc", new(2017, 3, 7));
        const string Address = "/api/cycles/2017/blocs/bac-ninh-khoi-kinh-te-ky-thuat/plan";
        await office.DoesAsync(Put("/api/legal-texts/chi-thi-34-ct-tw", """
            {"paper":{"kind":"Chỉ thị","number":"34-CT/TW","day":"2014-04-07","issuer":"Bộ Chính trị","subject":"“Tiếp tục đổi mới công tác thi đua, khen thưởng”"}}
            """));
        await office.DoesAsync(Put("/api/legal-texts/chi-thi-05-ct-tw", """{"paper":{"kind":"Chỉ thị","number":"05-CT/TW","day":"2016-05-15","issuer":"Bộ Chính trị"}}"""));

        await office.DoesAsync(Put(Address, """
            {"objectives":["100% cán bộ đảng viên, công chức, viên chức được đánh giá hoàn thành và hoàn thành tốt nhiệm vụ trở lên, trong đó có 15% hoàn thành xuất sắc nhiệm vụ"],
             "directives":[{"text":"chi-thi-34-ct-tw"},{"text":"chi-thi-05-ct-tw"},{"paper":{"kind":"Nghị quyết","issuer":"Trung ương 4 (khoá XII)"}}],
             "adopted":{"day":"2017-03-07","meeting":"ky-giao-uoc"}}
            """));
        var (plan, _) = await office.ReadsAsync(Address);

        Assert.Equal(
            [("34-CT/TW", "2014-04-07", "inForce"), ("05-CT/TW", "2016-05-15", "inForce"), (null, null, null)],
            plan["directives"]!.AsArray().Select(one => ((string?)one!["paper"]!["number"], (string?)one["paper"]!["day"], (string?)one["validity"])));
        Assert.Equal("Trung ương 4 (khoá XII)", (string)plan["directives"]![2]!["paper"]!["issuer"]!);
        Assert.Empty(plan["warnings"]!.AsArray());
    }

    [Fact]
    public async Task A_plan_and_a_regulation_of_which_it_is_only_said_that_they_were_there_from_the_beginning_of_the_year()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        await office.HasBlocAsync("tinh-b-khoi-tham-muu", 2019, 7);
        const string Address = "/api/cycles/2019/blocs/tinh-b-khoi-tham-muu";

        await office.DoesAsync(Put($"{Address}/plan", """{"adopted":{"said":"Ngay từ đầu năm 2019"}}"""));
        var (_, tag) = await office.DoesAsync(Put($"{Address}/regulation", """{"settings":{}}"""));
        await office.DoesAsync(Post($"{Address}/regulation/adoption", """{"said":"Ngay từ đầu năm 2019"}""", tag));
        var (plan, regulation) = ((await office.ReadsAsync($"{Address}/plan")).Body, (await office.ReadsAsync($"{Address}/regulation")).Body);

        Assert.All([plan, regulation], one =>
        {
            Assert.Equal(("adopted", "Ngay từ đầu năm 2019"), ((string)one["state"]!, (string)one["adopted"]!["said"]!));
            Assert.Null(one["adopted"]!["day"]);
        });
        Assert.Null(regulation["settings"]!["quorum"]); // what the regulation settles nobody has put down
    }

    [Fact]
    public async Task A_bloc_whose_members_and_head_nobody_knows_sets_its_tasks_in_the_year_before_and_carries_its_shortcomings_over()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        await office.HasBlocAsync("quang-tri-khoi-ban-chi-cuc", 2020, 13);
        const string Address = "/api/cycles/2020/blocs/quang-tri-khoi-ban-chi-cuc/plan";

        await office.DoesAsync(Put(Address, """
            {"objectives":["Tăng cường sự lãnh đạo, chỉ đạo của cấp ủy Đảng","Chỉ đạo thực hiện đầy đủ các nội dung kế hoạch","Tăng cường, đôn đốc kiểm tra việc thực hiện các nội dung ký kết thi đua",
               "Đẩy mạnh các phong trào văn hóa thể thao","Tăng cường kỷ luật, kỷ cương hành chính","Thực hiện chấm điểm, đánh giá xếp loại thi đua, xét khen thưởng đảm bảo đúng quy trình"],
             "carriedOver":[{"kind":"shortcoming","text":"Lãnh đạo khối kiêm nhiệm, trụ sở làm việc không tập trung","source":{"year":2019,"room":"report","said":"Tồn tại, hạn chế năm 2019"}}],
             "adopted":{"day":"2019-12-26"}}
            """));
        var (plan, _) = await office.ReadsAsync(Address);

        Assert.Equal((6, "2019-12-26"), (plan["objectives"]!.AsArray().Count, (string)plan["adopted"]!["day"]!));
        Assert.Null(plan["statedObjectives"]);
        Assert.Equal((2019, "report", "Tồn tại, hạn chế năm 2019"), ((int)plan["carriedOver"]![0]!["source"]!["year"]!, (string)plan["carriedOver"]![0]!["source"]!["room"]!, (string)plan["carriedOver"]![0]!["source"]!["said"]!));
    }
}
