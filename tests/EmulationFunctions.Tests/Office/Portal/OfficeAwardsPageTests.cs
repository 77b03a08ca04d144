using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Rules.Tests.Province.Schemes;
using EmulationFunctions.Tests.Province.Calendar;
using EmulationFunctions.Tests.Year.Standings;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EmulationFunctions.Tests.Office.Portal;

/// <summary>What the office does about awards in the browser, and what everybody sees of it.</summary>
public sealed class OfficeAwardsPageTests(PortalFixture portal, AzuriteFixture azurite)
{
    private const string Flag = AwardTemplate.ProvinceFlag;

    [Fact]
    public async Task The_council_votes_on_a_proposal_and_passes_it_and_more_votes_than_members_are_refused_at_their_field()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("office", "/portal/office/council/2026");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ghi phiên họp" }).ClickAsync();
        await page.GetByLabel("Tên phiên họp").FillAsync("Xét tặng Cờ thi đua năm 2026");
        string[] posts = ["Chủ tịch Ủy ban nhân dân tỉnh", "Giám đốc Sở Nội vụ", "Trưởng ban Thi đua - Khen thưởng"];
        foreach (var (index, post) in posts.Index())
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Thêm thành viên" }).ClickAsync();
            await page.GetByLabel("Chức vụ").Nth(index).FillAsync(post);
        }

        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi mọi người có mặt" }).ClickAsync();
        await page.GetByLabel("Danh hiệu, hình thức").SelectOptionAsync(Flag);
        await page.GetByLabel("Khối", new() { Exact = true }).SelectOptionAsync(BlocOf.Bloc);
        await page.GetByLabel("Đơn vị", new() { Exact = true }).SelectOptionAsync("so-a");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm vào danh sách" }).ClickAsync();
        await page.HasNoBarriersAsync();
        await Save(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Xét tặng Cờ thi đua năm 2026" })).ToBeVisibleAsync();
        await Expect(page.GetByText("Đủ số người dự họp")).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi kết quả bỏ phiếu" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Hình thức").SelectOptionAsync("show");
        var votes = dialog.GetByLabel("Đồng ý", new() { Exact = true });
        await votes.FillAsync("4");
        await Save(dialog).ClickAsync();
        await Expect(dialog.Locator(".field .fault")).ToContainTextAsync("nhiều hơn 3 thành viên dự họp");
        await page.HasNoBarriersAsync();
        await votes.FillAsync("3");
        await Save(dialog).ClickAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Đơn vị so-a" });
        await Expect(row).ToContainTextAsync("Đồng ý 3/3");
        await Expect(row).ToContainTextAsync("Chưa kết luận");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi kết luận" }).ClickAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Thông qua mọi đề nghị đạt tỷ lệ phiếu" }).ClickAsync();
        await page.HasNoBarriersAsync();
        await Save(dialog).ClickAsync();
        await Expect(page.GetByText("Thông qua 1, không thông qua 0, còn lại 0.")).ToBeVisibleAsync();
        await page.HasNoBarriersAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Xem và in – Biên bản họp" }).ClickAsync();
        await Expect(page.Locator(".printed")).ToContainTextAsync("Giám đốc Sở Nội vụ");
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task A_decision_of_an_earlier_year_is_recorded_revoked_and_its_flag_comes_back()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("office", "/portal/office/decisions/2025");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ghi quyết định" }).ClickAsync();
        await page.GetByLabel("Số và ký hiệu").FillAsync("15/QĐ-UBND");
        await page.GetByLabel("Ngày ban hành").FillAsync("20/01/2026");
        await page.GetByLabel("Danh hiệu, hình thức").SelectOptionAsync(Flag);
        await page.GetByLabel("Đơn vị", new() { Exact = true }).SelectOptionAsync("so-a");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm vào danh sách" }).ClickAsync();
        await page.HasNoBarriersAsync();
        await Save(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Quyết định 15/QĐ-UBND" })).ToBeVisibleAsync();
        var row = page.GetByRole(AriaRole.Row, new() { Name = "Đơn vị so-a" });
        await Expect(row).ToContainTextAsync("Còn hiệu lực");

        await page.GetByRole(AriaRole.Button, new() { Name = "Hủy bỏ danh hiệu" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await Expect(dialog.GetByRole(AriaRole.Button, new() { Name = "Hủy bỏ", Exact = true })).ToBeDisabledAsync();
        await dialog.GetByLabel("Căn cứ hủy bỏ").SelectOptionAsync("Khai man thành tích");
        await dialog.GetByLabel("Lý do").FillAsync("Theo kết luận thanh tra");
        await dialog.GetByLabel("Số và ký hiệu").FillAsync("99/QĐ-UBND");
        await dialog.GetByLabel("Ngày ban hành").FillAsync("01/10/2026");
        await page.HasNoBarriersAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Hủy bỏ", Exact = true }).ClickAsync();
        await Expect(row).ToContainTextAsync("Đã hủy bỏ 01/10/2026");

        await page.GetByRole(AriaRole.Button, new() { Name = "Ghi thu hồi" }).ClickAsync();
        await dialog.GetByLabel("Ngày đơn vị nhận quyết định hủy bỏ").FillAsync("02/10/2026");
        await dialog.GetByLabel("Ngày nộp lại hiện vật").FillAsync("20/11/2026");
        await Save(dialog).ClickAsync();
        await Expect(row).ToContainTextAsync("hiện vật: 20/11/2026");
        await page.HasNoBarriersAsync();

        await page.GotoAsync(scene.Address("/portal/office/titles/so-a"));
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "15/QĐ-UBND" })).ToContainTextAsync("Đã hủy bỏ 01/10/2026");
        await page.HasNoBarriersAsync();
        await MoneyIsOverdueAsync(scene, page);
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task What_is_disclosed_everybody_reads_without_a_sign_in_a_unit_comments_the_office_answers_and_takes_it_back()
    {
        await using var scene = await OpenAsync();
        using var office = scene.App.Admin();
        await office.PutAsync($"/api/cycles/2026/blocs/{BlocOf.Bloc}/nominations/{Flag}/so-a", new JsonObject(), null).JsonAsync();
        var page = await scene.SignInAsync("office", "/portal/office/disclosures/2026");

        await page.GetByRole(AriaRole.Link, new() { Name = "Lập đợt công khai" }).ClickAsync();
        await page.GetByLabel("Tên đợt").FillAsync("Cờ thi đua năm 2026");
        await page.GetByLabel("Nhận góp ý đến hết ngày").FillAsync("10/12/2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm mọi đề cử còn lại (1)" }).ClickAsync();
        await page.GetByLabel("Tóm tắt thành tích").FillAsync("Dẫn đầu khối");
        await page.HasNoBarriersAsync();
        await Save(page).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("1 đề nghị được mọi người đọc từ ngày");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Công khai", Exact = true }).ClickAsync();
        await Expect(page.GetByText("Đang công khai")).ToBeVisibleAsync();

        var anybody = await scene.OpenAsync();
        var tokens = new ConcurrentBag<string>();
        anybody.Request += (_, request) =>
        {
            if (request.Headers.ContainsKey("authorization"))
            {
                tokens.Add(request.Url);
            }
        };
        await anybody.GotoAsync(scene.Address("/portal/public/2026"));
        await anybody.HasNoBarriersAsync();
        await anybody.GetByRole(AriaRole.Link, new() { Name = "Cờ thi đua năm 2026" }).ClickAsync();
        await Expect(anybody.GetByRole(AriaRole.Row, new() { Name = "Đơn vị so-a" })).ToContainTextAsync("Dẫn đầu khối");
        await anybody.HasNoBarriersAsync();
        Assert.Empty(tokens);

        var unit = await scene.SignInAsync("so-b", new Uri(anybody.Url).AbsolutePath);
        await unit.GotoAsync(anybody.Url);
        await unit.GetByRole(AriaRole.Button, new() { Name = "Góp ý", Exact = true }).ClickAsync();
        await unit.GetByLabel("Nội dung góp ý").FillAsync("Số liệu cần đối chiếu lại");
        await unit.HasNoBarriersAsync();
        await unit.GetByRole(AriaRole.Button, new() { Name = "Gửi", Exact = true }).ClickAsync();
        await Expect(unit.GetByRole(AriaRole.Row, new() { Name = "Số liệu cần đối chiếu lại" })).ToContainTextAsync("Chưa trả lời");

        await page.ReloadAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Trả lời" }).ClickAsync();
        await page.GetByLabel("Trả lời", new() { Exact = false }).Last.FillAsync("Đã đối chiếu, số liệu đúng");
        await Save(page.GetByRole(AriaRole.Dialog)).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row, new() { Name = "Số liệu cần đối chiếu lại" })).ToContainTextAsync("Không có cơ sở");
        await page.HasNoBarriersAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Rút lại" }).ClickAsync();
        await page.GetByRole(AriaRole.Dialog).GetByLabel("Lý do").FillAsync("Công khai nhầm danh sách");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button, new() { Name = "Rút lại" }).ClickAsync();
        await Expect(page.GetByText("Đã rút lại: Công khai nhầm danh sách")).ToBeVisibleAsync();
        await anybody.GotoAsync(scene.Address("/portal/public/2026"));
        await Expect(anybody.GetByText("Năm này chưa công khai đề nghị nào.")).ToBeVisibleAsync();
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    [Fact]
    public async Task Everything_else_that_the_office_keeps_about_awards_shuts_nobody_out_and_rules_are_written_in_a_form()
    {
        await using var scene = await OpenAsync();
        var page = await scene.SignInAsync("office", "/portal/office");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Khen thưởng" })).ToBeVisibleAsync();

        await scene.HasNoBarriersAtAsync(
            page, "/portal/office", "/portal/office/award-rules", $"/portal/office/award-rules/{AwardTemplate.Version}/copy", "/portal/office/outside-lists/2026", "/portal/office/suspensions/2026",
            "/portal/office/holidays/2026", "/portal/office/dossier-template", "/portal/office/salaries", "/portal/office/archive/2026", "/portal/office/council/2026", "/portal/office/decisions/2026");
        await WritesRulesAsync(scene, page);
        Assert.Equal("", string.Join(Environment.NewLine, scene.Faults));
    }

    /// <summary>The office sees what has not come back, and the unit has it among what it has to do.</summary>
    private static async Task MoneyIsOverdueAsync(PortalScene scene, IPage page)
    {
        await page.GotoAsync(scene.Address("/portal/"));
        await Expect(page.GetByText("Đơn vị so-a quá hạn nộp lại").First).ToBeVisibleAsync();
        await page.GotoAsync(scene.Address("/portal/office/operations"));
        var overdue = page.GetByRole(AriaRole.Region, new() { Name = "Danh hiệu đã bị hủy bỏ, quá hạn nộp lại" }).GetByRole(AriaRole.Row, new() { Name = "Đơn vị so-a" });
        await Expect(overdue).ToContainTextAsync("tiền thưởng");
        await Expect(overdue).Not.ToContainTextAsync("hiện vật");
        await page.HasNoBarriersAsync();
        await overdue.GetByRole(AriaRole.Link).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Quyết định 15/QĐ-UBND" })).ToBeVisibleAsync();

        var unit = await scene.SignInAsync("so-a");
        await unit.GetByRole(AriaRole.Link, new() { Name = "Mở thành tích qua các năm" }).ClickAsync();
        await Expect(unit.GetByText("Đã thu hồi 01/10/2026, 99/QĐ-UBND")).ToBeVisibleAsync();
    }

    /// <summary>A version with an award that the template does not have, all of it typed.</summary>
    private static async Task WritesRulesAsync(PortalScene scene, IPage page)
    {
        await page.GotoAsync(scene.Address($"/portal/office/award-rules/{AwardTemplate.Version}/copy"));
        await page.GetByLabel("Tên phiên bản").FillAsync("Quy định 2027");
        await page.GetByLabel("Áp dụng từ ngày").FillAsync("01/01/2027");
        await page.GetByLabel("Tên danh hiệu, hình thức mới").FillAsync("Cờ thi đua chuyên đề");
        await page.GetByRole(AriaRole.Button, new() { Name = "Thêm vào phiên bản" }).ClickAsync();
        var award = page.Locator("details").Filter(new() { HasText = "Mã: co-thi-dua-chuyen-de" });
        foreach (var (kind, chosen, add) in new[] { ("Loại điều kiện", "share", "Thêm điều kiện"), ("Ai bỏ phiếu", "council", "Thêm cách bỏ phiếu"), ("Cách phân định", "shareOfWomen", "Thêm cách phân định") })
        {
            await award.GetByLabel(kind, new() { Exact = true }).SelectOptionAsync(chosen);
            await award.GetByRole(AriaRole.Button, new() { Name = add }).ClickAsync();
        }

        await award.GetByRole(AriaRole.Button, new() { Name = "Thêm giới hạn số lượng" }).ClickAsync();
        await Save(page).ClickAsync();
        await Expect(award.GetByLabel("Nội dung điều kiện")).ToHaveAttributeAsync("aria-invalid", "true");
        await page.HasNoBarriersAsync();
        await award.GetByLabel("Nội dung điều kiện").FillAsync("Nửa số người là lao động trực tiếp");
        await Save(page).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Phiên bản “quy-dinh-2027”, áp dụng từ 01/01/2027" })).ToBeVisibleAsync();
        await page.GetByText("Cờ thi đua chuyên đề").ClickAsync();
        await Expect(page.GetByText("số người lao động trực tiếp trên số người: từ một nửa")).ToBeVisibleAsync();
        await Expect(page.GetByText("Tỷ lệ nữ từ 70 % trở lên").Last).ToBeVisibleAsync();
    }

    private static ILocator Save(ILocator where) => where.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true });

    private static ILocator Save(IPage where) => where.GetByRole(AriaRole.Button, new() { Name = "Lưu", Exact = true });

    private async Task<PortalScene> OpenAsync()
    {
        var scene = await portal.OpenAsync(azurite);
        await scene.App.HasOpenBlocAsync(SchemeSamples.Of(SchemeSamples.Direct("I", null, 100)), "so-a", "so-b", "so-c");
        return scene;
    }
}
