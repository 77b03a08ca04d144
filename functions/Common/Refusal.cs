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

    /// <summary>400: what was sent has faults; all of them are named.</summary>
    public static Refusal BadInput(IReadOnlyList<Fault> faults) => new(
        StatusCodes.Status400BadRequest,
        BadInputType,
        new(
            faults.Count == 1 ? "Dữ liệu gửi lên có 1 lỗi; chưa có gì được lưu." : $"Dữ liệu gửi lên có {faults.Count} lỗi; chưa có gì được lưu.",
            faults.Count == 1 ? "What was sent has 1 fault; nothing was saved." : $"What was sent has {faults.Count} faults; nothing was saved."),
        faults);

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

    public static Refusal Forbidden() => new(
        StatusCodes.Status403Forbidden,
        "forbidden",
        new("Tài khoản của bạn không có quyền làm việc này.", "Your account has no right to do this."));
}
