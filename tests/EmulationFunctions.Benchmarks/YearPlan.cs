namespace EmulationFunctions.Benchmarks;

/// <summary>How large a province is, and how much its people do in a year: assumptions, all in this place.</summary>
/// <param name="Blocs">How many blocs.</param>
/// <param name="Units">How many units in each.</param>
/// <param name="Leaves">How many criteria each scheme has; a multiple of 20.</param>
/// <param name="Advances">How often a day <c>AdvanceStages</c> runs.</param>
/// <param name="Deliveries">How often a day <c>DeliverMail</c> runs.</param>
internal sealed record YearPlan(int Blocs, int Units, int Leaves, int Advances, int Deliveries)
{
    public const int Year = 2026;
    public const int Days = 365;

    /// <summary>Criteria that one save has in it, each explained in so many characters.</summary>
    public const int LeavesInSave = 10;
    public const int Explained = 200;

    /// <summary>Each criterion is saved so often: once written, once mended.</summary>
    public const int SavesOfLeaf = 2;

    /// <summary>Days on which a unit works at its sheet.</summary>
    public const int WorkDays = 2;

    public const int Files = 10;
    public const int FileBytes = 2_000_000;

    /// <summary>Who scores each unit.</summary>
    public const int Peers = 2;

    /// <summary>Of so many sheets one is returned and submitted again.</summary>
    public const int ReturnedOf = 10;

    /// <summary>Months in which each unit looks at its sheet once.</summary>
    public const int Looks = 10;

    /// <summary>Weeks in which the office looks at how things are going.</summary>
    public const int Weeks = 52;

    /// <summary>Of each unit's mails in a year: digests, and notices of what others have done.</summary>
    public const int Digests = 5;
    public const int Notices = 3;

    public int Sheets => Blocs * Units;

    public int Returned => (Sheets + ReturnedOf - 1) / ReturnedOf;

    public int Saves => SavesOfLeaf * Leaves / LeavesInSave;

    public int Mails => Sheets * (Digests + Notices) + Returned;

    /// <summary>What people changed on which day, each partition once a day: a sheet when its unit works at it, at its submission, its return and its publication; a bloc's own five times; the office's when it sets the year up.</summary>
    public int Changed => Sheets * (WorkDays + 2) + Returned + Blocs * 5 + SetUp;

    /// <summary>The same with what the timers change: each day the reminders note that they have run. Seal and backup look at all of these.</summary>
    public int PartitionDays => Changed + Days;

    private const int SetUp = 6;

    public override string ToString() => $"{Blocs} blocs × {Units} units × {Leaves} criteria";
}
