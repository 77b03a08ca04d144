using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Province.Rights;

/// <summary>What a function asks of its caller. Declared beside each function, decided in <see cref="RightRules"/> and nowhere else.</summary>
internal enum Right
{
    /// <summary>No sign-in: health, the API's description, and pages, which must load before anybody signs in.</summary>
    Anyone,

    /// <summary>Any valid token of the tenant, even one without a role or a unit.</summary>
    SignedIn,

    /// <summary>Anyone with a role or a unit: the roster, calendars, schemes, published standings.</summary>
    Read,

    /// <summary>The emulation office.</summary>
    Administer,

    /// <summary>The office, the council and readers.</summary>
    Oversee,

    /// <summary>The unit of the address; the office for a year that is over.</summary>
    WriteSheet,

    /// <summary>The unit of the address, the leaders of its bloc that year, who was assigned to score it, the office, the council, readers.</summary>
    ReadSheet,

    /// <summary>The unit of the address that scores a peer. Whether it was assigned to is not a right but a rule.</summary>
    ScorePeer,

    /// <summary>The unit of the address, the head of its bloc that year, the office.</summary>
    ReportResults,

    /// <summary>The unit of the address, the leaders of its bloc that year, the office, the council, readers; not its peers.</summary>
    ReadComplaints,

    /// <summary>The leaders of the bloc in the year of the address, the specialist bodies of its scheme, the office.</summary>
    Appraise,

    /// <summary>The unit of the address, the leaders of its bloc that year, the bodies that the scheme names, the office. Who declares which is a rule.</summary>
    DeclareConditions,

    /// <summary>Those who may read the sheet, and the bodies that the scheme names.</summary>
    ReadConditions,

    /// <summary>The head of the bloc of the address in the year of the address; the office.</summary>
    LeadBloc,

    /// <summary>Those who lead the bloc, the council, readers.</summary>
    ReadBloc,

    /// <summary>The person whom the office has bound to the unit of the address as one who may approve for it: its leader.</summary>
    ApproveForUnit,

    /// <summary>The head and the deputy of the bloc in the year of the address; the office. What they prepare for the bloc together.</summary>
    RunBloc,

    /// <summary>Whoever belongs to the bloc at some time of the year of the address, leads it, or oversees all.</summary>
    ReadBlocYear,

    /// <summary>Whoever belongs to the bloc at some time of the year of the address, leads it, or is the office. Of what is one unit's own, whose it is is a rule.</summary>
    TakePart,

    /// <summary>The unit of the address, and nobody else for it. Who of the unit is a rule.</summary>
    CastVote,
}

/// <summary>Who may call a function; one without this is refused to everybody.</summary>
internal sealed class NeedsAttribute(Right right) : AccessAttribute(needsSignIn: right is not Right.Anyone, refuses: right is not (Right.Anyone or Right.SignedIn))
{
    public Right Right { get; } = right;
}
