namespace EmulationFunctions.Platform.Documents;

/// <summary>
/// A paper in the form of annex I of Decree 30/2020/NĐ-CP, before <see cref="PaperWriter"/> makes a file of it. Pure: rooms compose it of what
/// was recorded, and what was not is a gap (<see cref="PaperText.Gap"/>), never a default.
/// </summary>
/// <param name="Head">What stands above the text.</param>
/// <param name="Blocks">The text, in order.</param>
internal sealed record Paper(PaperHead Head, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>What it rests on ("căn cứ"), each without its mark at the end.</summary>
    public IReadOnlyList<PaperText> Grounds { get; init; } = [];

    /// <summary>Whether "./." ends the text; minutes do without.</summary>
    public bool HasEndMark { get; init; } = true;

    /// <summary>Who signs, from left to right: one stands at the right, two side by side, three in a row, more in rows of two.</summary>
    public IReadOnlyList<PaperSignature> Signatures { get; init; } = [];

    /// <summary>Who gets it ("Nơi nhận"), each without its mark at the end; the last is what is kept ("Lưu: VT").</summary>
    public IReadOnlyList<PaperText> Recipients { get; init; } = [];

    public IReadOnlyList<PaperAnnex> Annexes { get; init; } = [];

    /// <summary>Whether its pages lie on their long side: for a paper that is one wide table.</summary>
    public bool IsLying { get; init; }
}

/// <param name="Issuer">The body that issues it; written in capitals.</param>
/// <param name="Kind">The name of its type, such as "Báo cáo", written in capitals; null for an official letter, whose subject stands under its number.</param>
/// <param name="Subject">What it is about ("trích yếu"); of a letter without "V/v".</param>
internal sealed record PaperHead(PaperText Issuer, string? Kind, PaperText Subject)
{
    /// <summary>For <see cref="BodyAbove"/>, where nobody has recorded which one it is.</summary>
    public static readonly PaperText UnknownBody = PaperText.Gap("cơ quan chủ quản");

    /// <summary>The body above the issuer; null where there is none.</summary>
    public PaperText? BodyAbove { get; init; }

    /// <summary>Number and symbol as the issuer writes them, such as "403/BC-PTNMT"; null for a paper without one, such as minutes of an inspection.</summary>
    public PaperText? Number { get; init; } = PaperText.Gap("số, ký hiệu");

    public PaperText Place { get; init; } = PaperText.Gap("địa danh");

    /// <summary>The day on it; null where it is not known.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>Whether place and day stand in the head; minutes may say them in their text alone.</summary>
    public bool HasPlaceAndDay { get; init; } = true;

    /// <summary>To whom it is addressed ("Kính gửi"); empty for nobody.</summary>
    public IReadOnlyList<PaperText> To { get; init; } = [];
}

/// <summary>A block to be signed.</summary>
/// <param name="Post">Who signs, such as "Giám đốc" or "Thư ký"; written in capitals, a line each.</param>
/// <param name="Name">The name below the gap for signature and seal.</param>
internal sealed record PaperSignature(PaperText Post, PaperText Name)
{
    /// <summary>In what capacity, above the post: "TM. KHỐI THI ĐUA", "KT. GIÁM ĐỐC", "TL.", "TUQ.", "Q."; null where it is the post's own.</summary>
    public PaperText? Capacity { get; init; }

    /// <summary>Whether whoever heads the issuing body signs here: its letterhead, where there is one, says in what capacity and by which post.</summary>
    public bool IsIssuers { get; init; }

    /// <summary>Whether a deputy signs here in the place of whoever heads the body: the letterhead says nothing of it, who signed the paper stands here all the same.</summary>
    public bool IsDeputys { get; init; }

    /// <summary>Slanted below the post, such as "(Đã ký ngày 07/03/2026)"; null for nothing.</summary>
    public PaperText? Note { get; init; }
}

/// <summary>What is attached, on pages with numbers of their own. "Phụ lục", its number where there are several, and "(Kèm theo …)" are written by the writer.</summary>
/// <param name="Title">Written in capitals.</param>
internal sealed record PaperAnnex(PaperText Title, IReadOnlyList<PaperBlock> Blocks)
{
    /// <summary>Whether its pages lie on their long side.</summary>
    public bool IsLying { get; init; }

    public IReadOnlyList<PaperSignature> Signatures { get; init; } = [];
}
