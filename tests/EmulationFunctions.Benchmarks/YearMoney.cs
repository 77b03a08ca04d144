using static EmulationFunctions.Benchmarks.YearPrices;

namespace EmulationFunctions.Benchmarks;

/// <summary>What a modelled year costs.</summary>
internal static class YearMoney
{
    /// <summary>One storage call takes so many seconds, one after the other: an assumption, for how long a timer with many calls runs.</summary>
    private static readonly Price CallSeconds = new(0.002, 0.01);

    private static readonly HashSet<string> TimerNames = ["StartAnnualCycle", "AdvanceStages", "SendReminders", "DeliverMail", "SealAudit", "BackUpTables"];

    public static IReadOnlyList<(string What, string Amount, Price Dollars)> Of(YearPlan plan, IReadOnlyList<YearLine> lines)
    {
        var all = lines.Aggregate(default(YearUse), (sum, line) => sum + line.Use);
        var (people, timers) = (lines.Where(line => !TimerNames.Contains(line.What)).Sum(line => line.Times), lines.Where(line => TimerNames.Contains(line.What)).Sum(line => line.Times));
        var requests = people + timers;
        var seconds = lines.Aggregate(default(Price), (sum, line) => sum + Seconds(line));
        var gbSeconds = seconds * InstanceGB;
        var logs = LogBytesARequest * (requests / GB);
        var mails = MailBytes * plan.Mails / Millions;
        return
        [
            ("calls of tables", $"{all.Tables / Millions:0.0} million", TableCall * all.Tables),
            ("rows kept, twelve months", $"{all.RowBytes / GB:0.00} GB", TableMonth * (all.RowBytes / GB * 12)),
            ("calls of blobs", $"{all.Blobs / 1000:0} thousand", BlobCall * all.Blobs),
            ("files, seals and backups kept, twelve months", $"{all.BlobBytes / GB:0.0} GB", BlobMonth * (all.BlobBytes / GB * 12)),
            // Free each month; at worst nine tenths of what people do falls into one month, at best nothing is above what is free.
            ("executions", $"{requests / 1000:0} thousand", new Price(0, Math.Max(0, people * 0.9 + timers / 12 - FreeExecutions)) * Execution),
            ("memory while something runs", $"{gbSeconds.Least / 1000:0} to {gbSeconds.Most / 1000:0} thousand GB-s", Memory(lines)),
            ("logs", $"{logs.Least:0.0} to {logs.Most:0.0} GB", new Price(Math.Max(0, logs.Least - FreeLogGB * 12) * LogGB.Least, Math.Max(0, logs.Most - FreeLogGB) * LogGB.Most)),
            ("mails", $"{plan.Mails / 1000.0:0.0} thousand", Mail * plan.Mails + MailMB * mails),
        ];
    }

    /// <summary>At best nothing is beyond what is free each month; at worst nine tenths of what people do falls into one month.</summary>
    private static Price Memory(IReadOnlyList<YearLine> lines)
    {
        double Of(bool isTimer, Func<Price, double> bound) => lines.Where(line => TimerNames.Contains(line.What) == isTimer).Sum(line => bound(Seconds(line))) * InstanceGB;
        var least = 12 * Math.Max(0, (Of(isTimer: true, one => one.Least) + Of(isTimer: false, one => one.Least)) / 12 - FreeGBSeconds);
        var (timers, people) = (Of(isTimer: true, one => one.Most) / 12, Of(isTimer: false, one => one.Most));
        var most = Math.Max(0, people * 0.9 + timers - FreeGBSeconds) + 11 * Math.Max(0, people * 0.1 / 11 + timers - FreeGBSeconds);
        return new Price(least, most) * GBSecond;
    }

    private static Price Seconds(YearLine line)
    {
        var calls = line.Use.Calls / Math.Max(1, line.Times);
        return new Price(Math.Max(LeastSeconds, calls * CallSeconds.Least), Math.Max(LeastSeconds, calls * CallSeconds.Most)) * line.Times;
    }
}
