using System.Net;
using System.Net.Sockets;
using EmulationFunctions.Emulators;

namespace EmulationFunctions.Tests.Local;

/// <summary>What a local run is asked for, and what its folder remembers.</summary>
public sealed class LocalRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("local-run-").FullName;

    [Theory]
    [InlineData("2027-01-31", "2027-01-31T08:00:00+07:00")]
    [InlineData("2027-01-31T23:30", "2027-01-31T23:30:00+07:00")]
    public void The_clock_is_moved_to_a_day_or_a_minute_in_Vietnam(string text, string moment)
    {
        var (asked, fault) = LocalArguments.Parse(["--once", "--now", text]);

        Assert.Null(fault);
        Assert.Equal(new(true, DateTimeOffset.Parse(moment, null), false), asked);
    }

    [Fact]
    public void A_province_that_begins_has_no_sample() => Assert.Equal((new LocalArguments(false, null, false, Empty: true), null), LocalArguments.Parse(["--empty"]));

    [Theory]
    [InlineData("'--onse' is not understood.", "--onse")]
    [InlineData("--now needs a day (2027-01-31), or a day and a time (2027-01-31T23:30).", "--now")]
    [InlineData("--now needs a day (2027-01-31), or a day and a time (2027-01-31T23:30).", "--now", "tomorrow")]
    public void What_is_not_understood_is_refused_by_name(string fault, params string[] args) => Assert.Equal((null, fault), LocalArguments.Parse(args));

    [Fact]
    public void A_second_start_in_one_folder_is_refused_with_who_holds_it_and_a_later_one_goes_on()
    {
        using (LocalFolder.Hold(_folder))
        {
            var refused = Assert.Throws<InvalidOperationException>(() => LocalFolder.Hold(_folder));
            Assert.Contains($"process {Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
        }

        LocalFolder.Hold(_folder).Dispose();
    }

    [Fact]
    public void Clock_year_and_ports_are_what_they_were_at_the_next_start()
    {
        using (var first = LocalFolder.Hold(_folder))
        {
            Assert.Equal((TimeSpan.Zero, null), (first.ClockAhead, first.SampleYear));
            (first.ClockAhead, first.SampleYear) = (TimeSpan.FromDays(-40.5), 2026);
        }

        using var second = LocalFolder.Hold(_folder);
        Assert.Equal((TimeSpan.FromDays(-40.5), 2026), (second.ClockAhead, second.SampleYear));
    }

    [Fact]
    public void A_port_stays_the_same_and_one_that_somebody_else_has_is_told_and_not_kept()
    {
        using var folder = LocalFolder.Hold(_folder);
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        folder.KeepPort("api", port);
        folder.KeepPort("api", port + 1);
        var told = new List<string>();

        var taken = folder.PortOf("api", 7071, told.Add);
        other.Stop();
        var free = folder.PortOf("api", 7071, told.Add);

        Assert.Equal((0, port), (taken, free));
        Assert.Contains($"port {port}", Assert.Single(told), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
