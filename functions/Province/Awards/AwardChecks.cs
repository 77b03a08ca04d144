using EmulationFunctions.Common;
using EmulationFunctions.Province.Texts;

namespace EmulationFunctions.Province.Awards;

/// <summary>What a version of the rules of awards may say. Pure.</summary>
internal static class AwardChecks
{
    private static readonly DateOnly Beginning = DateOnly.MinValue;

    /// <summary>All faults of what was sent; its form has been checked.</summary>
    /// <param name="awards">The awards.</param>
    /// <param name="money">How what goes with them is reckoned.</param>
    /// <param name="texts">The ids of the legal texts that are known.</param>
    public static IReadOnlyList<Fault> Check(IReadOnlyList<Award> awards, AwardMoney? money, IReadOnlySet<string> texts)
    {
        var faults = new List<Fault>();
        var codes = awards.Select(award => award.Code).ToHashSet(StringComparer.Ordinal);
        if (money is not null)
        {
            Check(money.Source, "$.money.source", texts, faults);
        }

        foreach (var (index, award) in awards.Index())
        {
            var path = $"$.awards[{index}]";
            if (awards.Take(index).Any(earlier => earlier.Code == award.Code))
            {
                faults.Add($"{path}.code", $"Mã “{award.Code}” bị lặp lại.", $"The code “{award.Code}” is there twice.");
            }

            CheckText(award.Title, $"{path}.title", faults);
            CheckText(award.GrantedBy, $"{path}.grantedBy", faults);
            Check(award.Source, $"{path}.source", texts, faults);
            if (award.Worth is { } worth)
            {
                Check(worth.Source, $"{path}.worth.source", texts, faults);
                if (decimal.Round(worth.Coefficient, 2) != worth.Coefficient)
                {
                    faults.Add($"{path}.worth.coefficient", "Hệ số có nhiều nhất hai chữ số thập phân.", "A coefficient has at most two decimals.");
                }
            }

            Each(award.Conditions, $"{path}.conditions", (one, at) =>
            {
                Check(one.Source, $"{at}.source", texts, faults);
                ConditionChecks.Check(one, at, codes, faults);
            });
            CheckTwice(award.Conditions, one => one.Code, $"{path}.conditions", "code", faults);
            Each(award.Quotas, $"{path}.quotas", (one, at) =>
            {
                Check(one.Source, $"{at}.source", texts, faults);
                Check(one, at, codes, faults);
            });
            Each(award.Votes, $"{path}.votes", (one, at) =>
            {
                Check(one.Source, $"{at}.source", texts, faults);
                Check(one.Threshold, $"{at}.threshold", faults);
                Check(one.Quorum, $"{at}.quorum", faults);
            });
            CheckOverlaps(award.Votes, one => one.Body, one => one.Source, $"{path}.votes", new("Cùng một ngày, một tổ chức chỉ bỏ phiếu theo một cách.", "On one day a body votes one way only."), faults);
            Each(award.TieBreaks, $"{path}.tieBreaks", (one, at) =>
            {
                Check(one.Source, $"{at}.source", texts, faults);
                if (one.Kind == AwardTieBreakKind.Criterion == one.Criterion is null)
                {
                    faults.Add($"{at}.criterion", "Chỉ và luôn ghi tiêu chí khi so điểm một tiêu chí.", "A criterion is named where the points of one are compared, and only there.");
                }
            });
            CheckOverlaps(
                award.TieBreaks, one => (one.Kind, one.Criterion), one => one.Source, $"{path}.tieBreaks", new("Cách phân định này bị lặp lại.", "This tie-break is there twice."), faults);
            CheckLast(award.TieBreaks, $"{path}.tieBreaks", faults);
        }

        return faults;
    }

    private static void Each<T>(IReadOnlyList<T> list, string path, Action<T, string> check)
    {
        foreach (var (index, one) in list.Index())
        {
            check(one, $"{path}[{index}]");
        }
    }

    private static void Check(AwardSource source, string path, IReadOnlySet<string> texts, List<Fault> faults)
    {
        if (source.Text is { } text && !texts.Contains(text))
        {
            faults.Add(new($"{path}.text", TextWords.NotThere(text)));
        }

        if (source is { Reading: SourceReading.Read, Text: null } or { Reading: SourceReading.Read, Article: null })
        {
            faults.Add(path, "Quy định đã đọc thì cần ghi văn bản và điều khoản.", "What was read has a text and an article.");
        }

        CheckText(source.Article, $"{path}.article", faults);
        if (source.Until < source.From)
        {
            faults.Add($"{path}.until", "Ngày hết hiệu lực không thể trước ngày có hiệu lực.", "It cannot end before it begins.");
        }
    }

    private static void Check(AwardQuota quota, string path, HashSet<string> codes, List<Fault> faults)
    {
        if (quota.Most is null == quota.Share is null)
        {
            faults.Add(path, "Ghi một số tối đa, hoặc một tỷ lệ; không ghi cả hai.", "Say a number or a part, and not both.");
        }

        if (quota.Share is null != quota.Base is null)
        {
            faults.Add($"{path}.base", "Tỷ lệ cần có cơ sở để tính; số tối đa thì không.", "A part is of a base; a number has none.");
        }

        Check(quota.Share, $"{path}.share", faults);
        if (quota.Share is { Above: true })
        {
            faults.Add($"{path}.share.above", "Chỉ tiêu là mức tối đa, không phải mức phải vượt.", "A quota is a most, not what must be passed.");
        }

        if (quota.Base is QuotaBase.Classified == quota.Classes is null)
        {
            faults.Add($"{path}.classes", "Chỉ và luôn ghi mức xếp loại khi tính trên số đơn vị đạt một mức.", "Classes are named where their units are the base, and only there.");
        }

        if (quota.Base is QuotaBase.LeadersAtStandard == quota.Standard is null)
        {
            faults.Add($"{path}.standard", "Chỉ và luôn ghi danh hiệu làm chuẩn khi tính trên số đơn vị dẫn đầu đạt chuẩn.", "The standard's award is named where leaders who reach it are the base, and only there.");
        }
        else if (quota.Standard is { } standard && !codes.Contains(standard))
        {
            faults.Add($"{path}.standard", $"Không có danh hiệu “{standard}” trong bộ quy định này.", $"There is no award “{standard}” in this version.");
        }

        if (quota is { Scope: QuotaScope.Province, Base: QuotaBase.Present })
        {
            faults.Add($"{path}.base", "Số thành viên có mặt chỉ tính được trong một khối.", "Those present are counted in one bloc only.");
        }
    }

    public static void Check(Share? share, string path, List<Fault> faults)
    {
        if (share is { } part && (part.Part > part.Of || (part.Above && part.Part == part.Of)))
        {
            faults.Add(path, "Tỷ lệ không thể quá toàn bộ.", "A part is not more than the whole.");
        }
    }

    private static void CheckTwice<T>(IReadOnlyList<T> list, Func<T, string> key, string path, string member, List<Fault> faults)
    {
        foreach (var (index, one) in list.Index())
        {
            if (list.Take(index).Any(earlier => key(earlier) == key(one)))
            {
                faults.Add($"{path}[{index}].{member}", $"Mã “{key(one)}” bị lặp lại.", $"The code “{key(one)}” is there twice.");
            }
        }
    }

    private static void CheckOverlaps<T, TKey>(IReadOnlyList<T> list, Func<T, TKey> key, Func<T, AwardSource> source, string path, Words words, List<Fault> faults)
    {
        foreach (var (index, one) in list.Index())
        {
            if (list.Take(index).Any(earlier => Equals(key(earlier), key(one)) && Overlap(source(earlier), source(one))))
            {
                faults.Add(new($"{path}[{index}]", words));
            }
        }
    }

    private static bool Overlap(AwardSource one, AwardSource other) =>
        (one.From ?? Beginning) <= (other.Until ?? DateOnly.MaxValue) && (other.From ?? Beginning) <= (one.Until ?? DateOnly.MaxValue);

    /// <summary>After the competent person has decided nothing is left to separate.</summary>
    private static void CheckLast(IReadOnlyList<AwardTieBreak> tieBreaks, string path, List<Fault> faults)
    {
        foreach (var (index, one) in tieBreaks.Index())
        {
            if (one.Kind != AwardTieBreakKind.CompetentPerson && tieBreaks.Take(index).Any(earlier => earlier.Kind == AwardTieBreakKind.CompetentPerson && Overlap(earlier.Source, one.Source)))
            {
                faults.Add($"{path}[{index}]", "Sau khi người có thẩm quyền quyết định thì không còn cách phân định nào.", "Nothing separates after the competent person has decided.");
            }
        }
    }

    private static void CheckText(string? text, string path, List<Fault> faults)
    {
        if (text is not null && string.IsNullOrWhiteSpace(text))
        {
            faults.Add(path, "Không được để trống.", "Must not be blank.");
        }
    }
}
