using System.Net.Http.Headers;
using System.Text;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Tests.Year.Sheets;
using Microsoft.AspNetCore.Http;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>What is said of what was sent: all that is wrong with it, as what it is.</summary>
public sealed class BodyTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_the_rules_find_is_told_together_with_what_is_no_JSON_of_that_kind_and_nothing_is_saved()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":1}"""));

        var problem = await unit.SendAsync(SheetWorld.Save("""
            {"criterion":"I.1","points":"18,5"}, {"criterion":"X","points":1}, {"criterion":"I.2","count":2}, {"criterion":"T","points":6, "note":""}
            """, tag), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.scores[0].points", "$.scores[3].note", "$.scores[1].criterion", "$.scores[3].points"], problem.Paths());
        Assert.Equal("Hãy viết 18.5: số, dùng dấu chấm thập phân, không đặt trong ngoặc kép.", (string)problem["faults"]![0]!["detail"]!);
        Assert.Equal(tag, (await SheetWorld.ReadAsync(unit)).Tag);
    }

    /// <summary>What can be read of it is all well, so only the fault kept it from being saved.</summary>
    [Fact]
    public async Task A_body_with_a_fault_changes_nothing_however_good_the_rest_is()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        var problem = await office.PutAsync("/api/units/a", EmulationApp.Json("""{"name":"Sở A","kind":"department","isPlaceholder":"no"}"""), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.isPlaceholder"], problem.Paths());
        Assert.Empty((await office.GetAsync("/api/units", Cancellation).JsonAsync())["units"]!.AsArray());
    }

    [Fact]
    public async Task A_blank_name_is_told_beside_a_missing_kind()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        var problem = await office.PutAsync("/api/units/a", EmulationApp.Json("""{"name":" ","contacts":["nobody","a@b.vn",7]}"""), Cancellation).ProblemAsync(400);

        Assert.Equal(["$.contacts[2]", "$.kind", "$.name", "$.contacts[0]"], problem.Paths());
    }

    [Theory]
    [InlineData("""{"scores":[{"criterion":"I.1","points":18,5}]}""")]
    [InlineData("{\n \"scores\": [\n{\"criterion\": \"I.1\", \"points\":  18,5}]}")]
    public async Task A_comma_that_makes_it_no_JSON_is_told_as_what_it_is(string body)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        unit.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en");

        var problem = await unit.PatchAsync($"{SheetWorld.Sheet}/scores", EmulationApp.Json(body), Cancellation).ProblemAsync(400);

        Assert.Equal("Write 18.5: a number, with a decimal point and without quotation marks.", (string)problem["faults"]![0]!["detail"]!);
    }

    [Fact]
    public async Task What_has_a_natural_default_need_not_be_sent()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        var unit = await office.PutAsync("/api/units/a", EmulationApp.Json("""{"name":"Sở A","kind":"department"}"""), Cancellation).JsonAsync();
        await office.PutAsync("/api/blocs/k", EmulationApp.Json("""{"name":"Khối K","kind":"bloc","level":"province"}"""), Cancellation).JsonAsync();
        await office.PutAsync("/api/blocs/k/members/a/2026-01-01", EmulationApp.Json("{}"), Cancellation).JsonAsync();
        var term = await office.PutAsync("/api/blocs/k/terms/2026", EmulationApp.Json("""{"head":"a"}"""), Cancellation).JsonAsync();
        var cycle = await office.PutAsync("/api/cycles/2027", EmulationApp.Json("""{"blocs":[{"bloc":"k"}]}"""), Cancellation).JsonAsync();
        var refused = await office.PutAsync("/api/units/b", EmulationApp.Json("""{"name":"Sở B","kind":"department","functions":null}"""), Cancellation).ProblemAsync(400);

        Assert.Equal((0, false, false), (unit["unit"]!["functions"]!.AsArray().Count, (bool)unit["unit"]!["isCentrallyManaged"]!, (bool)unit["unit"]!["isPlaceholder"]!));
        Assert.Equal((null, false), ((string?)term["deputy"], (bool)term["isConcurrentPost"]!));
        Assert.Empty(cycle["blocs"]![0]!["stages"]!.AsArray());
        Assert.Equal(["$.functions"], refused.Paths());
    }

    [Theory]
    [InlineData("1", "If-Match is not an ETag; send it with its quotes.")]
    [InlineData("\"1\", 2", "If-Match is not an ETag; send it with its quotes.")]
    [InlineData("*", "* is not enough here: read it first, and send its ETag.")]
    public async Task An_If_Match_that_is_none_is_told_as_what_it_is(string sent, string told)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":1}"""));
        using var request = SheetWorld.Save("""{"criterion":"I.2","count":2}""");
        request.Headers.TryAddWithoutValidation("If-Match", sent);
        request.Headers.AcceptLanguage.ParseAdd("en");

        var problem = await unit.SendAsync(request, Cancellation).ProblemAsync(400);

        Assert.Equal(["If-Match"], problem.Paths());
        Assert.Equal(told, (string)problem["faults"]![0]!["detail"]!);
    }

    [Theory]
    [InlineData("W/\"{0}\"")]
    [InlineData("\"0\", \"{0}\"")]
    public async Task Weak_ETags_and_lists_are_taken(string form)
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer);
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var tag = await SheetWorld.DoneAsync(unit, SheetWorld.Save("""{"criterion":"I.2","count":1}"""));
        using var request = SheetWorld.Save("""{"criterion":"I.2","count":2}""");
        request.Headers.TryAddWithoutValidation("If-Match", form.Replace("{0}", tag.Trim('"'), StringComparison.Ordinal));

        await unit.SendAsync(request, Cancellation).JsonAsync();
    }

    [Fact]
    public async Task A_code_whose_letters_and_marks_are_apart_is_the_same_code_in_a_query_and_in_an_address()
    {
        await using var world = await SheetWorld.StartAsync(azurite, issuer, Rules.Tests.Province.Schemes.SchemeSamples.Of(
            Rules.Tests.Province.Schemes.SchemeSamples.Direct("Mục-Đ.1", null, 60), Rules.Tests.Province.Schemes.SchemeSamples.Direct("I", null, 40)));
        using var unit = await world.App.OfficerAsync(SheetWorld.Unit);
        var apart = Uri.EscapeDataString("Mục-Đ.1".Normalize(NormalizationForm.FormD));
        using var file = new ByteArrayContent(Rules.Tests.Platform.Files.SampleFiles.Pdf());

        var stored = await unit.PostAsync($"{SheetWorld.Sheet}/evidence?criterion={apart}&name=a.pdf", file, Cancellation).JsonAsync();
        var voided = await world.Admin.PostAsync(
            $"/api/schemes/{SheetWorld.Scheme}/versions/1/criteria/{apart}/void", EmulationApp.Json("""{"reason":"Bỏ"}"""), Cancellation).JsonAsync();

        Assert.Equal("Mục-Đ.1", (string)stored["criterion"]!);
        Assert.Equal("Mục-Đ.1", (string)voided["voided"]![0]!["criterion"]!);
    }

    /// <summary>All that take a body, with one of a kind that none of them takes.</summary>
    [Fact]
    public async Task Who_is_nobody_is_told_so_whatever_was_sent()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var nobody = app.Nobody();
        var functions = FunctionMethod.All.Values.Where(function => function.Http is { } http && http.Methods!.Any(method => method is "put" or "post" or "patch")
            && function.Attribute<NeedsAttribute>()!.Right != Right.Anyone).ToList();

        foreach (var function in functions)
        {
            var path = string.Join('/', function.Http!.Route!.Split('/').Select(part => part switch { "{year}" => "2026", "{officer}" => Guid.Empty.ToString(), ['{', ..] => "1", _ => part }));
            foreach (var type in new[] { "text/x-none", "multipart/form-data; boundary=x", "application/json" })
            {
                using var request = new HttpRequestMessage(new(function.Http.Methods![0].ToUpperInvariant()), $"/{path}") { Content = new ByteArrayContent([1]) };
                request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
                await nobody.SendAsync(request, Cancellation).ProblemAsync(401);
            }
        }

        Assert.NotEmpty(functions);
    }

    [Fact]
    public async Task A_body_that_the_web_server_cannot_read_is_a_bad_request()
    {
        var http = new DefaultHttpContext { Request = { Body = new Unreadable() } };

        var refused = await Assert.ThrowsAsync<BadHttpRequestException>(() => WholeBody.ReadAsync(http, 100));

        Assert.Equal(400, refused.StatusCode);
    }

    /// <summary>What Kestrel throws of a chunk longer than 2^31.</summary>
    private sealed class Unreadable : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => throw new IOException("Bad chunk size data.");
    }
}
