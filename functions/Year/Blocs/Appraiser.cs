using EmulationFunctions.Common;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Schemes;

namespace EmulationFunctions.Year.Blocs;

/// <summary>Who appraises a unit's sheet, and in which offices.</summary>
/// <param name="Scored">The unit whose sheet it is.</param>
/// <param name="Units">The units that the caller acts for.</param>
/// <param name="IsOffice">Whether it is the emulation office.</param>
/// <param name="Leaders">Who leads the bloc.</param>
internal sealed record Appraiser(string Scored, IReadOnlyList<string> Units, bool IsOffice, Leaders Leaders)
{
    private bool IsScored => Units.Contains(Scored);

    /// <summary>The unit in whose name the caller appraises; none for the office.</summary>
    public string? ActingUnit(Appraisal rules) => IsOffice ? null : Units.FirstOrDefault(unit =>
        unit == Leaders.Head || unit == Leaders.Deputy || rules.Specialists?.Any(body => body.Unit == unit) is true);

    /// <exception cref="Refusal">409: nobody appraises itself; what is the unit's own is left to the office.</exception>
    public void DemandOther()
    {
        if (IsScored && !IsOffice)
        {
            throw Refusal.Rule("own-sheet", new(
                "Đơn vị không thẩm định phiếu điểm của chính mình; cơ quan thường trực thẩm định phiếu này.",
                "A unit does not appraise its own sheet; the office appraises it."));
        }
    }

    /// <summary>In which office the caller scores the criterion; otherwise why it does not.</summary>
    /// <exception cref="Refusal">409: in its office it may only send back.</exception>
    public (AppraiserOffice? Office, Words? WhyNot) OfficeFor(Appraisal rules, SchemeNode leaf)
    {
        var owner = rules.OwnerOf(leaf);

        // A body that owns a criterion does not score itself by it either.
        if (owner is not null && owner != Scored)
        {
            return Units.Contains(owner) && !IsScored
                ? (AppraiserOffice.Specialist, null)
                : (null, new($"Tiêu chí {leaf.Code} do đơn vị '{owner}' chấm.", $"Criterion {leaf.Code} is scored by the unit '{owner}'."));
        }

        var offices = Offices(rules, isLeft: owner is not null).ToList();
        return offices.Exists(one => one.Power == AppraisalPower.Score) ? (offices.Find(one => one.Power == AppraisalPower.Score).Office, null)
            : offices.Count > 0 ? throw MayOnlySendBack()
            : owner is not null ? (null, new($"Tiêu chí {leaf.Code} của đơn vị này do cơ quan thường trực chấm.", $"Criterion {leaf.Code} of this unit is scored by the office."))
            : (null, new($"Đơn vị của bạn không được giao chấm tiêu chí {leaf.Code}.", $"Your unit was not given criterion {leaf.Code} to score."));
    }

    /// <param name="isLeft">Whether the criterion is left to the office.</param>
    private IEnumerable<(AppraiserOffice Office, AppraisalPower Power)> Offices(Appraisal rules, bool isLeft)
    {
        if (IsOffice)
        {
            yield return (AppraiserOffice.Office, rules.Office);
        }

        if (isLeft || IsScored)
        {
            yield break;
        }

        if (Leaders.Head is { } head && Units.Contains(head))
        {
            yield return (AppraiserOffice.Head, rules.Head);
        }

        if (Leaders.Deputy is { } deputy && Units.Contains(deputy))
        {
            yield return (AppraiserOffice.Deputy, rules.Deputy);
        }
    }

    private static Refusal MayOnlySendBack() => Refusal.Rule("may-only-send-back", new(
        "Theo bảng điểm, bạn chỉ được trả lại phiếu để chỉnh sửa, không chấm điểm.",
        "By the scheme you may only send the sheet back for revision, not record points."));
}
