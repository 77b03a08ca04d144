namespace EmulationFunctions.Benchmarks;

/// <summary>What Azure takes, in USD without tax: the only place with prices. A price between two bounds is an assumption.</summary>
internal static class YearPrices
{
    /// <summary>Where these were seen, and when; Azure's own pages show their figures only to browsers that run scripts.</summary>
    public const string Basis = "list prices of pay-as-you-go as public calculations repeat them, looked up on 2026-11-28; United States, East, standard storage with local redundancy, hot tier; without tax";

    public const double Millions = 1_000_000;
    public const double GB = 1_000_000_000;

    /// <summary>Storage calls, each: 0.00036 for 10,000 of tables; 0.05 for 10,000 that write a blob, 0.004 that read one.</summary>
    public static readonly Price TableCall = new(0.00036 / 10_000);
    public static readonly Price BlobCall = new(0.004 / 10_000, 0.05 / 10_000);

    /// <summary>A gigabyte for a month: locally redundant as listed; in three zones and two regions, as the templates make it, assumed to be 2.5 times as much.</summary>
    public static readonly Price TableMonth = new(0.045, 0.045 * 2.5);
    public static readonly Price BlobMonth = new(0.0184, 0.0184 * 2.5);

    /// <summary>Flex Consumption on demand: after 250,000 executions and 100,000 GB-s a month, which are free.</summary>
    public static readonly Price Execution = new(0.40 / Millions);
    public static readonly Price GBSecond = new(0.000026);
    public const double FreeExecutions = 250_000;
    public const double FreeGBSeconds = 100_000;

    /// <summary>Memory of an instance, in GB, as the templates make it; each execution is charged with at least a second of it.</summary>
    public const double InstanceGB = 2;
    public const double LeastSeconds = 1;

    /// <summary>A gigabyte of logs, after 5 a month: 2.30 in the United States, 2.99 in Southeast Asia. How much a request writes is assumed.</summary>
    public static readonly Price LogGB = new(2.30, 2.99);
    public const double FreeLogGB = 5;
    public static readonly Price LogBytesARequest = new(4_000, 8_000);

    /// <summary>Communication Services: a mail, and what is sent with it.</summary>
    public static readonly Price Mail = new(0.00025);
    public static readonly Price MailMB = new(0.00012);
    public const double MailBytes = 30_000;
}

/// <summary>From the least to the most it can be.</summary>
internal readonly record struct Price(double Least, double Most)
{
    public Price(double known) : this(known, known)
    {
    }

    public static Price operator *(Price price, double amount) => new(price.Least * amount, price.Most * amount);

    public static Price operator *(Price one, Price other) => new(one.Least * other.Least, one.Most * other.Most);

    public static Price operator +(Price one, Price other) => new(one.Least + other.Least, one.Most + other.Most);

    public override string ToString() => Least == Most ? $"{Least:0.00}" : $"{Least:0.00} to {Most:0.00}";
}
