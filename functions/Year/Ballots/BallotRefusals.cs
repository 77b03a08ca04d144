using EmulationFunctions.Common;

namespace EmulationFunctions.Year.Ballots;

/// <summary>Why a ballot does not do what was asked. None of them says anything of a vote.</summary>
internal static class BallotRefusals
{
    public static Refusal NoSuchBallot() => Refusal.NotFound(new("Không có cuộc bỏ phiếu này.", "There is no such ballot."));

    public static Refusal NoFirstBallot(string after) => Refusal.Rule("no-first-ballot", new(
        $"Cuộc bỏ phiếu '{after}' chưa kiểm phiếu hoặc đã bị hủy nên không có lần tiếp theo.", $"The ballot '{after}' is not counted, so there is no run-off of it."));

    public static Refusal NotOpen(BallotState state) => state == BallotState.Annulled
        ? Refusal.Rule("ballot-annulled", new("Cuộc bỏ phiếu đã bị hủy.", "The ballot was annulled."))
        : Refusal.Rule("ballot-closed", new("Cuộc bỏ phiếu đã kết thúc.", "The ballot is closed."));

    public static Refusal WrittenTooLate(DateOnly until) => Refusal.Rule("ballot-closed", new(
        $"Đã hết hạn bỏ phiếu (ngày {VietnamTime.Local(until)}); chỉ ghi ý kiến bằng văn bản đề ngày chậm nhất là ngày đó.",
        $"The last day was {until:yyyy-MM-dd}: only a paper that is dated by it is written down."));

    public static Refusal NotCounted() => Refusal.Rule("ballot-not-counted", new("Cuộc bỏ phiếu chưa kiểm phiếu hoặc đã bị hủy.", "The ballot is not counted, or was annulled."));

    public static Refusal NoVoter() => Refusal.Rule("not-a-voter", new(
        "Đơn vị không có quyền bỏ phiếu trong cuộc này; khách mời được phát biểu nhưng không bỏ phiếu.", "The unit does not vote in this ballot; guests speak and do not vote."));

    public static Refusal AlreadyVoted() => Refusal.Rule("already-voted", new(
        "Phiếu của đơn vị trong lần bỏ phiếu này đã được ghi nhận; không bỏ phiếu lại.", "The unit's vote in this ballot is recorded; there is no second one."));

    public static Refusal BoxLost() => Refusal.Rule("box-lost", new(
        "Hòm phiếu không còn nguyên vẹn (chẳng hạn vì dữ liệu được khôi phục từ bản sao lưu, vốn không chứa phiếu kín). Hãy hủy cuộc bỏ phiếu này và mở cuộc khác.",
        "The box is not whole (as after a restore from backups, which hold no secret votes). Annul this ballot and open another."));

    /// <exception cref="Refusal">409: too few for what they say to be counted.</exception>
    public static void DemandQuorum(BallotTerms terms, int there)
    {
        if (!terms.HasQuorum(there))
        {
            throw Refusal.Rule("no-quorum", new(
                $"Không đủ số đơn vị tham gia: {there}/{terms.Voters.Count}, cần ít nhất {terms.Quorum!.Part}/{terms.Quorum.Of}. Nếu nhiều đơn vị dự họp hơn, hãy ghi số có mặt; nếu không, hãy hủy cuộc bỏ phiếu.",
                $"No quorum: {there} of {terms.Voters.Count}, {terms.Quorum.Part} of {terms.Quorum.Of} needed. If more were there say how many; else annul the ballot."));
        }
    }

    public static Refusal Fixed() => Refusal.Rule("ballot-fixed", new(
        "Đã có cuộc bỏ phiếu với mã này. Quy định của cuộc bỏ phiếu không đổi sau khi mở; nếu sai, hãy hủy cả cuộc và mở cuộc khác.",
        "There is a ballot of this id. Its rules never change once it is open: if they are wrong, annul it as a whole and open another."));
}
