using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Complaints;

/// <summary>What may become of a complaint.</summary>
internal static class ComplaintRules
{
    /// <exception cref="Refusal">409: the unit has complained often enough.</exception>
    public static void DemandRoom(int complaints)
    {
        if (complaints >= Complaint.Most)
        {
            throw Refusal.Rule("too-many-complaints", new(
                $"Đơn vị đã có {Complaint.Most} kiến nghị trong kỳ này.", $"The unit has made {Complaint.Most} complaints in this period already."));
        }
    }

    public static Refusal TooEarly() => Refusal.Rule("nothing-to-complain-of", new(
        "Chưa có vòng thẩm định nào kết thúc và kết quả xếp hạng chưa được công bố nên chưa thể kiến nghị về điểm.",
        "No appraisal round is closed and no standings are published, so there is no score to complain of yet."));

    /// <exception cref="Refusal">409: it is answered or closed.</exception>
    public static void DemandOpen(Complaint complaint)
    {
        if (complaint.State != ComplaintState.Open)
        {
            throw Refusal.Rule("complaint-not-open", new(
                complaint.State == ComplaintState.Answered ? "Kiến nghị này đã được trả lời." : "Kiến nghị này đã khép lại.",
                complaint.State == ComplaintState.Answered ? "The complaint has been answered." : "The complaint is closed."));
        }
    }

    /// <summary>Without an answer only the unit itself ends it.</summary>
    /// <exception cref="Refusal">409: it has to be answered first.</exception>
    public static void DemandCloses(Complaint complaint, ComplaintParty party)
    {
        if (complaint.Answer is null && party != ComplaintParty.Unit)
        {
            throw Refusal.Rule("complaint-not-answered", new(
                "Kiến nghị chưa được trả lời; chỉ đơn vị đã kiến nghị mới được rút lại.", "The complaint has not been answered; only the unit itself can withdraw it."));
        }
    }

    /// <summary>Nobody decides about its own complaint.</summary>
    public static Refusal OwnComplaint() => Refusal.Rule("own-complaint", new(
        "Đơn vị không được trả lời kiến nghị của chính mình; cơ quan thường trực sẽ trả lời.", "A unit does not answer its own complaint; the office does."));
}
