namespace EmulationFunctions.Common;

/// <summary>
/// The one way to say no: thrown anywhere, answered as a problem document (RFC 9457) by the one place that writes answers.
/// Whoever throws it has changed nothing.
/// </summary>
/// <param name="status">The HTTP status.</param>
/// <param name="type">A stable slug that programs can act on; it becomes <c>urn:emulation-functions:{type}</c>.</param>
/// <param name="words">A sentence a clerk understands.</param>
/// <param name="faults">Every fault of the body, where there are any.</param>
internal sealed class Refusal(int status, string type, Words words, IReadOnlyList<Fault>? faults = null) : Exception(words.En)
{
    /// <summary>Of what was sent with faults, which are all named.</summary>
    public const string BadInputType = "bad-input";

    public int Status { get; } = status;

    public string Type { get; } = type;

    public Words Words { get; } = words;

    public IReadOnlyList<Fault> Faults { get; } = faults ?? [];

    /// <summary>When it is worth trying again, if that is known.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>More faults than a person would read are not told; how many there are is.</summary>
    public const int MostFaults = 200;

    /// <summary>400: what was sent has faults; all of them are counted, and the first are named.</summary>
    /// <param name="faults">All, or the first of them.</param>
    /// <param name="count">How many there are, where not all are given.</param>
    public static Refusal BadInput(IReadOnlyList<Fault> faults, int? count = null)
    {
        var all = count ?? faults.Count;
        return new(
            StatusCodes.Status400BadRequest,
            BadInputType,
            all <= MostFaults ? new($"Dữ liệu gửi lên có {all} lỗi; chưa có gì được lưu.", $"What was sent has {Words.Count(all, "fault")}; nothing was saved.")
                : new(
                    $"Dữ liệu gửi lên có {all} lỗi, dưới đây là {MostFaults} lỗi đầu; chưa có gì được lưu.",
                    $"What was sent has {all} faults, of which the first {MostFaults} are named; nothing was saved."),
            faults.Count <= MostFaults ? faults : [.. faults.Take(MostFaults)]);
    }

    /// <summary>400 with a single fault.</summary>
    public static Refusal BadInput(string path, Words words) => BadInput([new(path, words)]);

    /// <summary>404: there is no such thing, or the caller may not know whether there is.</summary>
    public static Refusal NotFound(Words words) => new(StatusCodes.Status404NotFound, "not-found", words);

    /// <summary>409: a rule of the field forbids it now. <paramref name="type"/> names the rule.</summary>
    public static Refusal Rule(string type, Words words) => new(StatusCodes.Status409Conflict, type, words);

    /// <summary>401: no token, or none that is taken.</summary>
    public static Refusal NotSignedIn() => new(
        StatusCodes.Status401Unauthorized,
        "not-signed-in",
        new("Bạn chưa đăng nhập, hoặc phiên đăng nhập không hợp lệ.", "You are not signed in, or the sign-in is not valid."));

    /// <param name="who">Who may, where that is known.</param>
    public static Refusal Forbidden(Words? who = null) => new(
        StatusCodes.Status403Forbidden,
        "forbidden",
        who is null
            ? new("Tài khoản của bạn không có quyền làm việc này.", "Your account has no right to do this.")
            : new($"Tài khoản của bạn không có quyền làm việc này; chỉ {who.Vi} làm được.", $"Your account has no right to do this; only {who.En} may."));
}
