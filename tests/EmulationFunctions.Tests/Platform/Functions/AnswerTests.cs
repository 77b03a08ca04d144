using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Province.Rights;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>How every function answers when something is wrong.</summary>
public sealed class AnswerTests(AzuriteFixture azurite, IssuerFixture issuer)
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task Problems_are_in_Vietnamese_and_in_English_for_those_who_ask()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();

        var vietnamese = await client.GetAsync("/api/officers", Cancellation).ProblemAsync(401);
        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("en-GB, vi;q=0.5");
        var english = await client.GetAsync("/api/officers", Cancellation).ProblemAsync(401);

        Assert.Equal("Bạn chưa đăng nhập, hoặc phiên đăng nhập không hợp lệ.", (string)vietnamese["detail"]!);
        Assert.Equal("You are not signed in, or the sign-in is not valid.", (string)english["detail"]!);
    }

    [Theory]
    [InlineData("/api/me")]
    [InlineData("/api/units/nowhere")]
    public async Task An_answer_and_a_problem_go_out_packed_to_whoever_can_unpack_them(string path)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        using var plain = await office.GetAsync(path, Cancellation);
        office.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        using var packed = await office.GetAsync(path, Cancellation);

        await using var unpacked = new GZipStream(await packed.Content.ReadAsStreamAsync(Cancellation), CompressionMode.Decompress);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal("gzip", Assert.Single(packed.Content.Headers.ContentEncoding));
        Assert.Equal((plain.StatusCode, plain.Content.Headers.ContentType), (packed.StatusCode, packed.Content.Headers.ContentType));
        Assert.Equal(WithoutTrace(await plain.Content.ReadAsStringAsync(Cancellation)), WithoutTrace(await new StreamReader(unpacked).ReadToEndAsync(Cancellation)));

        static string WithoutTrace(string body)
        {
            var members = JsonNode.Parse(body)!.AsObject();
            members.Remove("trace");
            return members.ToJsonString();
        }
    }

    [Fact]
    public async Task A_problem_names_the_trace_by_which_the_host_s_records_of_the_request_are_found()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var client = app.Nobody();
        client.DefaultRequestHeaders.Add("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");

        var problem = await client.GetAsync("/api/officers", Cancellation).ProblemAsync(401);

        Assert.Equal("4bf92f3577b34da6a3ce929d0e0e4736", (string)problem["trace"]!);
    }

    [Fact]
    public async Task A_body_may_begin_with_the_mark_that_some_tools_put_first()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/units/a") { Content = new ByteArrayContent([0xEF, 0xBB, 0xBF, .. "{}"u8]) };
        request.Content.Headers.ContentType = new("application/json");

        var problem = await office.SendAsync(request, Cancellation).ProblemAsync(400);

        Assert.Contains("$.name", problem.Paths());
    }

    [Theory]
    [InlineData("""{"name":"\ud800"}""")]
    [InlineData("""{"\ud800":1}""")]
    public async Task Half_a_character_in_a_body_is_bad_input(string body)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        await office.PutAsync(new Uri("/api/units/a", UriKind.Relative), EmulationApp.Json(body), Cancellation).ProblemAsync(400);
    }

    [Fact]
    public async Task Storage_that_does_not_answer_in_time_is_unavailable_and_not_an_unexpected_fault()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        app.Faults.Instead = _ => throw new TaskCanceledException("It took too long.");

        var problem = await office.GetAsync(new Uri("/api/units", UriKind.Relative), Cancellation).ProblemAsync(503);

        Assert.Equal("urn:emulation-functions:storage-unavailable", (string)problem["type"]!);
    }

    [Theory]
    [InlineData("PUT", "/api/units/a", "application/json", 1024 * 1024, false)]
    [InlineData("PUT", "/api/units/a", "application/json", 1024 * 1024, true)]
    [InlineData("POST", "/api/roster/import", "text/csv", 2 * 1024 * 1024, false)]
    [InlineData("POST", "/api/roster/import", "text/csv", 2 * 1024 * 1024, true)]
    [InlineData("POST", "/api/roster/import", "text/csv", 99 * 1024 * 1024, false)] // nearly all that the host takes
    [InlineData("POST", "/api/roster/import", "text/csv", 99 * 1024 * 1024, true)]
    public async Task A_body_of_one_byte_more_than_the_limit_is_too_large_and_a_problem_document_says_so(string method, string path, string type, int limit, bool isChunked)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        using var request = new HttpRequestMessage(new(method), path)
        {
            Content = new ByteArrayContent(Encoding.ASCII.GetBytes(new string(' ', limit + 1))) { Headers = { ContentType = new MediaTypeHeaderValue(type) } },
        };
        request.Headers.TransferEncodingChunked = isChunked;

        var problem = await office.SendAsync(request, Cancellation).ProblemAsync(413);

        Assert.Equal("urn:emulation-functions:too-large", (string)problem["type"]!);
    }

    [Theory]
    [InlineData("POST", "/api/roster/import?check=maybe", "check")]
    [InlineData("GET", "/api/units?kind=castle", "kind")]
    [InlineData("GET", "/api/units?pageSize=0", "pageSize")]
    [InlineData("GET", "/api/blocs/a?day=2026-02-30", "day")]
    [InlineData("PUT", "/api/blocs/a/terms/26", "year")]
    [InlineData("GET", "/api/admin/audit/export?from=9999-12-31&to=9999-12-31", "from")]
    [InlineData("GET", "/api/admin/audit/export?from=2026-01-01&to=0001-01-01", "to")]
    public async Task A_part_of_the_address_that_is_wrong_is_named(string method, string path, string part)
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        using var request = new HttpRequestMessage(new(method), path);

        var problem = await office.SendAsync(request, Cancellation).ProblemAsync(400);

        Assert.Equal([part], problem.Paths());
    }

    /// <summary>The host hands both over in one bag; what was checked is what is used.</summary>
    [Fact]
    public async Task Members_of_the_body_and_query_values_never_stand_in_for_parts_of_the_address()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();

        await office.PutAsync("/api/units/a?unit=b&Unit=c", EmulationApp.Json("""
            {"name":"Sở A","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}
            """), Cancellation).JsonAsync();
        var other = await office.PutAsync("/api/units/a", EmulationApp.Json("""{"unit":"b"}"""), Cancellation).ProblemAsync(400);

        Assert.Contains("$.unit", other.Paths());
        var units = await office.GetAsync("/api/units", Cancellation).JsonAsync();
        Assert.Equal("a", (string)Assert.Single(units["units"]!.AsArray())!["id"]!);
    }

    [Fact]
    public async Task An_answer_that_fails_half_way_does_not_look_whole()
    {
        await using var app = new EmulationApp(azurite, issuer);
        using var office = app.Admin();
        app.Clock.Now = TimeProvider.System.GetUtcNow();
        await office.PutAsync("/api/units/a", EmulationApp.Json("""
            {"name":"Sở A","kind":"department","functions":[],"isCentrallyManaged":false,"contacts":[],"isPlaceholder":false}
            """), Cancellation).JsonAsync();
        await office.PutAsync($"/api/units/a/officers/{EmulationApp.ObjectId("a")}", EmulationApp.Json("""{"kind":"person"}"""), Cancellation).JsonAsync();
        var day = $"{app.Clock.Now.ToOffset(TimeSpan.FromHours(7)):yyyy-MM-dd}";
        var export = new Uri($"/api/admin/audit/export?from={day}&to={day}", UriKind.Relative);
        var whole = await office.GetStringAsync(export, Cancellation);
        app.Faults.Reset();
        Assert.Equal(whole, await office.GetStringAsync(export, Cancellation));

        app.Faults.Reset(dieAfter: app.Faults.Calls - 1);
        using var half = await office.GetAsync(export, HttpCompletionOption.ResponseHeadersRead, Cancellation);

        Assert.Equal(2, whole.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(HttpStatusCode.OK, half.StatusCode);
        await Assert.ThrowsAnyAsync<Exception>(() => half.Content.ReadAsStringAsync(Cancellation));
    }

    [Fact]
    public async Task What_is_done_for_a_caller_ends_when_the_caller_leaves()
    {
        using var records = new RecordCollector();
        await using var app = new EmulationApp(azurite, issuer, services: records.Collect);
        using var office = app.Admin();
        app.Faults.Hangs = true;
        using var leaving = new CancellationTokenSource();
        var answer = office.GetAsync(new Uri("/api/units", UriKind.Relative), leaving.Token);
        while (app.Faults.Held == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => answer);

        while (records.Of("RequestEnded").Count == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }

        Assert.Equal(499, Assert.Single(records.Of("RequestEnded"))["Status"]);
    }

    [Fact]
    public async Task A_function_that_does_not_say_what_it_needs_is_refused_to_everybody()
    {
        await using var app = new EmulationApp(azurite, issuer);
        // A timer says nothing of rights, since nobody calls it.
        var undeclared = FunctionMethod.All.Values.First(function => function.Timer is not null);

        Assert.Equal(401, (await CallAsync(app.Nobody())).Status);
        Assert.Equal(403, (await CallAsync(app.Admin())).Status);

        async Task<Refusal> CallAsync(HttpClient caller)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            http.Request.Headers.Authorization = caller.DefaultRequestHeaders.Authorization?.ToString();
            var rights = ActivatorUtilities.CreateInstance<RightsMiddleware>(scope.ServiceProvider);
            return await Assert.ThrowsAsync<Refusal>(() => rights.Invoke(new CalledFunction(undeclared, http), _ => throw new InvalidOperationException("It was called.")));
        }
    }

    /// <summary>As much of an invocation as middleware looks at.</summary>
    private sealed class CalledFunction(FunctionMethod function, HttpContext http) : FunctionContext
    {
        public override string InvocationId => "1";

        public override string FunctionId => "1";

        public override TraceContext TraceContext => throw new NotSupportedException();

        public override BindingContext BindingContext => throw new NotSupportedException();

        public override RetryContext RetryContext => throw new NotSupportedException();

        public override IServiceProvider InstanceServices { get; set; } = http.RequestServices;

        public override FunctionDefinition FunctionDefinition { get; } = new Definition(function.Name);

        public override IDictionary<object, object> Items { get; set; } = new Dictionary<object, object> { ["HttpRequestContext"] = http };

        public override IInvocationFeatures Features => throw new NotSupportedException();
    }

    private sealed class Definition(string name) : FunctionDefinition
    {
        public override System.Collections.Immutable.ImmutableArray<FunctionParameter> Parameters => [];

        public override string PathToAssembly => throw new NotSupportedException();

        public override string EntryPoint => throw new NotSupportedException();

        public override string Id => "1";

        public override string Name => name;

        public override System.Collections.Immutable.IImmutableDictionary<string, BindingMetadata> InputBindings => throw new NotSupportedException();

        public override System.Collections.Immutable.IImmutableDictionary<string, BindingMetadata> OutputBindings => throw new NotSupportedException();
    }
}
