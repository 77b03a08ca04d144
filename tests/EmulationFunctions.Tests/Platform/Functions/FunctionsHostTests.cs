using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EmulationFunctions.StandIn;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace EmulationFunctions.Tests.Platform.Functions;

/// <summary>A worker that is not the program, as a process behind the stand-in.</summary>
public sealed class BareWorker : IAsyncLifetime
{
    private readonly ConcurrentQueue<WorkerLog> _logs = new();

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, "..", "..", "EmulationFunctions.BareWorker", new DirectoryInfo(AppContext.BaseDirectory).Name));

    public StandInHost Host { get; private set; } = null!;

    public HttpClient Client { get; private set; } = null!;

    /// <summary>What it and the stand-in have logged so far.</summary>
    public IReadOnlyList<string> Said => [.. _logs.Select(log => log.Message)];

    public IReadOnlyList<WorkerLog> Logs => [.. _logs];

    public static async Task<BareWorker> StartAsync(StandInOptions options, string? folder = null)
    {
        var worker = new BareWorker();
        worker.Host = await StandInHost.StartAsync(folder ?? Folder, options with { Log = worker._logs.Enqueue }, TestContext.Current.CancellationToken);
        worker.Client = new() { BaseAddress = worker.Host.Address };
        return worker;
    }

    public async ValueTask InitializeAsync()
    {
        Host = await StandInHost.StartAsync(Folder, new() { Log = _logs.Enqueue }, TestContext.Current.CancellationToken);
        Client = new() { BaseAddress = Host.Address };
    }

    public async Task UntilSaidAsync(string message)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!Said.Contains(message))
        {
            await Task.Delay(10, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
    }
}

/// <summary>
/// Workers as processes of their own: each looks for a free port a while before it listens there, so nothing else may take ports meanwhile.
/// </summary>
[CollectionDefinition(DisableParallelization = true)]
public sealed class WorkersAlone;

/// <summary>The stand-in passes requests on as the Functions host was seen to.</summary>
[Collection<WorkersAlone>]
public sealed class FunctionsHostTests(BareWorker worker) : IClassFixture<BareWorker>
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET", "/api/all/literal", "all:literal")]
    [InlineData("PUT", "/api/all/literal", "literal:PUT")]
    [InlineData("GET", "/API/All/x//y/", "all:x//y/")]
    [InlineData("GET", "/api/all", "all:")]
    public async Task The_first_function_by_name_whose_route_and_method_match_answers(string method, string path, string answer)
    {
        using var response = await worker.Client.SendAsync(new(new(method), path), Cancellation);

        Assert.Equal(answer, await response.Content.ReadAsStringAsync(Cancellation));
    }

    [Theory]
    [InlineData("GET", "/api/nothing")]
    [InlineData("GET", "/all/literal")]
    [InlineData("GET", "/api//echo")]
    [InlineData("GET", "/api/echo/one/two")]
    [InlineData("DELETE", "/api/echo")]
    [InlineData("OPTIONS", "/api/echo")]
    [InlineData("HEAD", "/api/echo")]
    [InlineData("POST", "/admin/functions/Echo")]
    public async Task What_no_function_takes_is_404_with_an_empty_body_and_never_405(string method, string path)
    {
        using var response = await worker.Client.SendAsync(new(new(method), path), Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("GET", "/", HttpStatusCode.OK)]
    [InlineData("GET", "/api/keyed", HttpStatusCode.Unauthorized)]
    public async Task The_host_itself_answers_at_the_root_and_where_a_key_is_needed(string method, string path, HttpStatusCode status)
    {
        using var response = await worker.Client.SendAsync(new(new(method), path), Cancellation);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public void Routes_have_the_prefix_of_the_host_and_their_constraints_and_the_root_may_be_a_function()
    {
        var routes = new Routes([Http("Number", "units/{unit:int}"), Http("Text", "units/{unit}"), Http("Root", "/"), Http("Unrouted", null)], "");
        var values = new RouteValueDictionary();

        Assert.Equal("Number", routes.Find("GET", "/units/12", values)?.Name);
        Assert.Equal("Text", routes.Find("GET", "/units/twelve/", values)?.Name);
        Assert.Equal("twelve", values["unit"]);
        Assert.Equal("Root", routes.Find("GET", "/", values)?.Name);
        Assert.Equal("Unrouted", routes.Find("GET", "/unrouted", values)?.Name);
        Assert.Equal("Text", new Routes([Http("Text", "units/{unit}")], "v1").Find("GET", "/v1/units/x", values)?.Name);

        static Function Http(string name, string? route) => new() { Name = name, Trigger = "httpTrigger", EntryPoint = name, Route = route, Methods = ["GET"] };
    }

    [Fact]
    public void The_functions_are_those_of_the_metadata_that_the_build_wrote()
    {
        var written = JsonNode.Parse(File.ReadAllText(Path.Combine(BareWorker.Folder, "functions.metadata")))!.AsArray()
            .Select(function => ((string)function!["name"]!, (string?)function["bindings"]![0]!["route"], (string?)function["bindings"]![0]!["schedule"]));

        Assert.Equal(written.OrderBy(function => function.Item1, StringComparer.OrdinalIgnoreCase), worker.Host.Functions.Select(function => (function.Name, function.Route, function.Schedule)));
    }

    [Fact]
    public async Task The_worker_gets_the_hosts_own_view_of_who_called()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/echo");
        request.Headers.Host = "bloc.example";
        foreach (var name in (string[])["X-Forwarded-For", "X-Forwarded-Proto", "X-Forwarded-Host", "x-ms-invocation-id"])
        {
            request.Headers.TryAddWithoutValidation(name, "forged");
        }

        request.Headers.Add("X-Own", ["one", "two"]);

        var echo = await EchoAsync(request);

        Assert.Equal("bloc.example", (string?)echo["value"]);
        Assert.Equal("one,two", ((string?)echo["headers"]!["X-Own"])!.Replace(" ", "", StringComparison.Ordinal));
        Assert.True(Guid.TryParse((string?)echo["headers"]!["x-ms-invocation-id"], out _));
        Assert.DoesNotContain("forged", echo.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paths_and_queries_reach_the_worker_as_they_came()
    {
        var echo = await EchoAsync(new(HttpMethod.Get, "/api/echo/a%2Fb%20%C4%91?q=%2F&q=x&code=secret"));

        Assert.Equal("/api/echo/a%2Fb%20%C4%91?q=%2F&q=x&code=secret", (string?)echo["target"]);
        Assert.Equal("a%2Fb đ", (string?)echo["data"]!["part"]);
        Assert.Null(echo["data"]!["code"]);
    }

    [Fact]
    public async Task Parameters_bind_route_values_before_query_values_before_members_of_a_JSON_body()
    {
        var echo = await EchoAsync(new(HttpMethod.Post, "/api/echo/route?part=query&two=query") { Content = new StringContent("""{"part":"body","two":"body","three":"body","four":4}""", Encoding.UTF8, "application/json") });

        Assert.Equal(("route", "query", "body", "4"), ((string?)echo["data"]!["part"], (string?)echo["data"]!["two"], (string?)echo["data"]!["three"], (string?)echo["data"]!["four"]));
        Assert.Equal((long?)echo["contentLength"], (long?)echo["read"]);
    }

    [Fact]
    public async Task A_body_of_known_length_is_held_until_it_is_whole_and_another_flows()
    {
        using var held = new PipedContent(length: 200_000);
        using var flowing = new PipedContent(length: null);
        var answers = new[] { ("held", held), ("flowing", flowing) }.Select(upload =>
            worker.Client.PostAsync(new Uri($"/api/upload/{upload.Item1}", UriKind.Relative), upload.Item2, Cancellation)).ToList();
        await held.Writer.WriteAsync(new byte[60_000], Cancellation);
        await flowing.Writer.WriteAsync(new byte[60_000], Cancellation);

        await worker.UntilSaidAsync("Bare: flowing begins");
        Assert.DoesNotContain("Bare: held begins", worker.Said);
        foreach (var upload in (PipedContent[])[held, flowing])
        {
            await upload.Writer.WriteAsync(new byte[140_000], Cancellation);
            await upload.Writer.CompleteAsync();
        }

        foreach (var answer in answers)
        {
            using var response = await answer;
            Assert.Equal("200000", await response.Content.ReadAsStringAsync(Cancellation));
        }

        await worker.UntilSaidAsync("Bare: held begins");
    }

    [Fact]
    public async Task An_answer_flows_as_it_is_written_with_its_status_and_headers()
    {
        using var response = await worker.Client.GetAsync(new Uri("/api/drip", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await using var body = await response.Content.ReadAsStreamAsync(Cancellation);
        var begun = new byte[5];
        await body.ReadExactlyAsync(begun, Cancellation).AsTask().WaitAsync(TimeSpan.FromSeconds(30), Cancellation);

        Assert.Equal("begun", Encoding.UTF8.GetString(begun));
        Assert.Equal(HttpStatusCode.NonAuthoritativeInformation, response.StatusCode);
        Assert.Equal(["one", "two"], response.Headers.GetValues("X-Kind"));
    }

    [Fact]
    public async Task A_body_over_the_hosts_limit_is_413()
    {
        using var content = new PipedContent(length: 104_857_601);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/upload/long") { Content = content };
        request.Headers.ExpectContinue = true;

        using var response = await worker.Client.SendAsync(request, Cancellation);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("80000000\r\nabc")]
    [InlineData("FFFFFFFFFFFFFFFFFF\r\nabc")]
    [InlineData("many\r\nabc")]
    [InlineData("3\r\nabc\r\n80000000\r\nabc")]
    public async Task A_body_whose_chunks_are_none_is_400(string chunks)
    {
        using var caller = new TcpClient();
        await caller.ConnectAsync(worker.Host.Address.Host, worker.Host.Address.Port, Cancellation);
        await using var stream = caller.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/upload/torn HTTP/1.1\r\nHost: bloc.example\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}"), Cancellation);
        using var reader = new StreamReader(stream);

        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync(Cancellation));
    }

    [Fact]
    public async Task A_function_that_throws_is_500_with_an_empty_body_and_what_it_threw_is_logged()
    {
        using var response = await worker.Client.GetAsync(new Uri("/api/throw", UriKind.Relative), Cancellation);

        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(Cancellation));
        Assert.Contains(worker.Logs, log => log.Level == LogLevel.Error && log.Exception?.Contains("thrown by Throw", StringComparison.Ordinal) == true && log.InvocationId is not null);
    }

    [Fact]
    public async Task A_caller_that_leaves_cancels_the_functions_token_before_the_web_servers()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var asking = worker.Client.GetAsync(new Uri("/api/wait/60", UriKind.Relative), leaving.Token);
        await worker.UntilSaidAsync("Bare: waiting 60");
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        await worker.UntilSaidAsync("Bare: cancelled, aborted: False");
    }

    [Fact]
    public async Task Requests_run_side_by_side()
    {
        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => worker.Client.GetStringAsync(new Uri("/api/wait/1", UriKind.Relative), Cancellation)));

        Assert.All(answers, answer => Assert.Equal("waited", answer));
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Timers_are_run_by_hand()
    {
        await worker.Host.RunTimerAsync("Yearly", isPastDue: true, Cancellation);
        var failed = await Assert.ThrowsAsync<InvalidOperationException>(() => worker.Host.RunTimerAsync("Failing", cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(() => worker.Host.RunTimerAsync("Echo", cancellationToken: Cancellation));
        using var accepted = await worker.Client.PostAsync(new Uri("/admin/functions/Yearly", UriKind.Relative), JsonContent.Create(new { input = "" }), Cancellation);

        Assert.Contains("thrown by Failing", failed.Message, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, accepted.StatusCode);
        await worker.UntilSaidAsync("Bare: yearly, past due: True");
        await worker.UntilSaidAsync("Bare: yearly, past due: False");
    }

    private async Task<JsonNode> EchoAsync(HttpRequestMessage request)
    {
        using var response = await worker.Client.SendAsync(request, Cancellation);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancellation))!;
    }

    /// <summary>A body that is written while it is on its way.</summary>
    private sealed class PipedContent(long? length) : HttpContent
    {
        private readonly Pipe _pipe = new();

        public PipeWriter Writer => _pipe.Writer;

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            for (var ended = false; !ended;)
            {
                var read = await _pipe.Reader.ReadAsync(Cancellation);
                foreach (var part in read.Buffer)
                {
                    await stream.WriteAsync(part, Cancellation);
                }

                await stream.FlushAsync(Cancellation);
                _pipe.Reader.AdvanceTo(read.Buffer.End);
                ended = read.IsCompleted;
            }
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length ?? 0;
            return length is not null;
        }
    }
}

/// <summary>What the stand-in does with the worker's process and with schedules: each test has a worker of its own.</summary>
[Collection<WorkersAlone>]
public sealed class FunctionsHostLifeTests
{
    private static readonly CancellationToken Cancellation = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_worker_that_dies_is_started_again_while_requests_wait_until_it_has_died_too_often()
    {
        await using var worker = await BareWorker.StartAsync(new() { MostDeaths = 2 });
        var first = worker.Host.Process!.Id;
        var underWay = worker.Client.GetAsync(new Uri("/api/wait/60", UriKind.Relative), Cancellation);
        await worker.UntilSaidAsync("Bare: waiting 60");

        Assert.Equal(HttpStatusCode.InternalServerError, await DieAsync());
        Assert.Equal(HttpStatusCode.InternalServerError, (await underWay).StatusCode);
        await worker.UntilSaidAsync("The worker has died with 7.");
        Assert.Equal("all:again", await worker.Client.GetStringAsync(new Uri("/api/all/again", UriKind.Relative), Cancellation));
        Assert.NotEqual(first, worker.Host.Process.Id);
        Assert.False(worker.Host.Ended.IsCompleted);

        Assert.Equal(HttpStatusCode.InternalServerError, await DieAsync());
        await worker.Host.Ended.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await Assert.ThrowsAsync<HttpRequestException>(() => worker.Client.GetAsync(new Uri("/api/echo", UriKind.Relative), Cancellation));

        async Task<HttpStatusCode> DieAsync()
        {
            using var response = await worker.Client.GetAsync(new Uri("/api/die", UriKind.Relative), Cancellation);
            return response.StatusCode;
        }
    }

    [Fact]
    public async Task A_body_that_flows_waits_for_a_worker_whose_server_does_not_listen_yet()
    {
        await using var worker = await BareWorker.StartAsync(new());
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/upload/early") { Content = new StringContent("abc") };
        request.Headers.TransferEncodingChunked = true;

        using var response = await worker.Client.SendAsync(request, Cancellation);

        Assert.Equal((HttpStatusCode.OK, "3"), (response.StatusCode, await response.Content.ReadAsStringAsync(Cancellation)));
    }

    [Fact]
    public async Task A_worker_that_does_not_start_is_an_error_with_what_it_wrote()
    {
        var options = new StandInOptions { Environment = new Dictionary<string, string?> { ["BareWorker__Refuse"] = "A setting is missing." } };

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StandInHost.StartAsync(BareWorker.Folder, options, Cancellation));
        var late = await Assert.ThrowsAsync<InvalidOperationException>(() => StandInHost.StartAsync(BareWorker.Folder, new() { StartLimit = TimeSpan.FromMilliseconds(1) }, Cancellation));

        Assert.Contains("ended with 3", refused.Message, StringComparison.Ordinal);
        Assert.Contains("A setting is missing.", refused.Message, StringComparison.Ordinal);
        Assert.Contains("did not start within", late.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_end_in_order_waits_for_what_is_under_way_and_another_kills()
    {
        await using var orderly = await BareWorker.StartAsync(new());
        await using var killed = await BareWorker.StartAsync(new());
        var (asked, process) = (orderly.Host.Process!, Process.GetProcessById(killed.Host.Process!.Id));
        var underWay = orderly.Client.GetStringAsync(new Uri("/api/wait/1", UriKind.Relative), Cancellation);
        await orderly.UntilSaidAsync("Bare: waiting 1");

        await orderly.Host.StopAsync();
        await killed.Host.DisposeAsync();

        Assert.Equal("waited", await underWay);
        Assert.InRange(orderly.Host.LoadTime, TimeSpan.FromMilliseconds(1), orderly.Host.WorkerAge);
        Assert.True(asked.HasExited);
        Assert.Equal(0, asked.ExitCode);
        Assert.True(process.HasExited);
    }

    [Fact]
    public async Task The_worker_does_not_outlive_the_process_that_started_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no shell that watches.");
        await using var host = await StandInHost.OpenAsync(BareWorker.Folder);
        using var worker = WorkerProcess.Start(BareWorker.Folder, host.WorkerSettings, new Dictionary<string, string?>(), _ => { });
        await host.ServeAsync(null, Cancellation);

        // What the system does when this process dies.
        worker.Watch!.StandardInput.Close();

        await worker.Process.WaitForExitAsync(Cancellation).WaitAsync(TimeSpan.FromSeconds(10), Cancellation);
        Assert.Equal(128 + 9, worker.Process.ExitCode);
    }

    [Fact]
    public async Task Timers_run_on_their_schedules_one_run_at_a_time_and_missed_ones_are_made_up_at_the_start()
    {
        var file = Path.GetTempFileName();
        var now = DateTime.UtcNow;
        var longAgo = now.AddYears(-2);
        await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { Yearly = longAgo, Failing = longAgo, EverySecond = longAgo }), Cancellation);
        await using (var worker = await BareWorker.StartAsync(new() { RunTimers = true, TimersFile = file }))
        {
            await worker.UntilSaidAsync("Bare: run 3 begins");

            var runs = worker.Said.Where(message => message.StartsWith("Bare: run ", StringComparison.Ordinal));
            Assert.Equal(["Bare: run 1 begins", "Bare: run 1 ends", "Bare: run 2 begins", "Bare: run 2 ends", "Bare: run 3 begins"], runs);
            Assert.Single(worker.Said, "Bare: yearly, past due: True");
            Assert.Single(worker.Logs, log => log.Category == "Host" && log.Message.Contains("thrown by Failing", StringComparison.Ordinal));
        }

        var kept = JsonSerializer.Deserialize<Dictionary<string, DateTime>>(await File.ReadAllTextAsync(file, Cancellation))!;
        Assert.All(kept.Values, seen => Assert.InRange(seen, now, DateTime.UtcNow));
        File.Delete(file);
    }
}
