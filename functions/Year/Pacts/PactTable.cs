using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using EmulationFunctions.Common;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Storage.Partitions;
using EmulationFunctions.Year.Blocs;

namespace EmulationFunctions.Year.Pacts;

/// <summary>A bloc's pact of a year with its signatures, in the bloc's partition of that year (<see cref="PactRows"/>).</summary>
internal sealed class PactTable(PartitionStore partitions, TimeProvider clock)
{
    public async Task<PactRecord?> FindAsync(YearOfBloc id, CancellationToken cancellationToken) =>
        PactRows.ReadRecord(await partitions.ReadAsync(id.AddressIn(PactKeys.Table), PactKeys.Pact, cancellationToken));

    /// <summary>What is behind <see cref="UseOfAttachment"/>.</summary>
    public async Task<Words?> UseOfAsync(YearOfBloc id, string attachment, CancellationToken cancellationToken) =>
        (await FindAsync(id, cancellationToken))?.Attachments.Contains(attachment) is true
            ? new(
                "Giao ước hoặc một chữ ký trên bản giấy còn dùng tệp này. Hãy bỏ tệp khỏi giao ước hoặc hủy chữ ký trước.",
                "The pact or a signature on paper rests on this file. Take it out of the pact or withdraw the signature first.")
            : null;

    /// <summary>
    /// Writes a pact whole. The same again changes nothing. A text that somebody has signed is left as it is, and what it becomes is
    /// another edition, which nobody has signed: so no signature ever stands under what was not read. Who changes the text has read all signatures, which become void;
    /// days, files and the opening void nothing, so there it is enough to have read the text.
    /// </summary>
    /// <param name="terms">The bloc's year.</param>
    /// <param name="body">What the pact becomes.</param>
    /// <param name="ifMatch">What the caller has read.</param>
    /// <param name="today">Its members get the mails.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<PactRecord> PutAsync(YearTerms terms, PactBody body, IfMatch ifMatch, DateOnly today, Actor actor, CancellationToken cancellationToken)
    {
        var text = body.ToText();
        var hash = PactHash.Of(terms.Id, text);
        IReadOnlyList<PactPicture> pictures = [.. body.Pictures.Select(one => one with { Caption = one.Caption?.Trim() is { Length: > 0 } caption ? caption : null })];
        return partitions.ChangeAsync(terms.Id.AddressIn(PactKeys.Table), PactKeys.Pact, actor, (view, change) =>
        {
            var record = PactRows.ReadRecord(view);
            var before = record?.Current;
            var edition = record?.EditionOf(hash) ?? 1;
            var isAnother = before is not null && edition != before.Edition;
            var after = new Pact(
                edition,
                text,
                hash,
                PactHash.Form,
                body.IsForSigning,
                body.ReportBy,
                pictures,
                before is null || isAnother ? clock.GetUtcNow() : before.WrittenAt,
                change.Seq);
            if (before is not null && before.Says(after))
            {
                return Task.FromResult(record!);
            }

            DemandRead(record, hash, ifMatch);
            DemandRoom(after);
            change.Put(PactRows.Row(terms.Id.AddressIn(PactKeys.Table).Partition, after));
            change.Audit = new("PutPact", terms.Id.ToString(), Before: before is null ? null : Describe(terms.Id, before), After: Describe(terms.Id, after));
            Notify(change, terms, record, after, isAnother, today);
            return Task.FromResult(record?.With(after) ?? new PactRecord([after], []));
        }, cancellationToken);
    }

    /// <summary>A pact is changed by those alone who have read it as it is.</summary>
    /// <param name="record">As it is.</param>
    /// <param name="hash">Of the text that it shall have.</param>
    /// <param name="ifMatch">What the caller has read.</param>
    /// <exception cref="Refusal">428 without the header, 412 with another version.</exception>
    public static void DemandRead(PactRecord? record, string hash, IfMatch ifMatch)
    {
        if (record is not null || ifMatch.Tags.Count > 0)
        {
            ifMatch.Demand(record?.VersionFor(hash, ifMatch) ?? 0);
        }
    }

    /// <summary>Who signed what is void now is told so; the other members are asked to sign once there is something to read and sign.</summary>
    private static void Notify(PartitionChange change, YearTerms terms, PactRecord? record, Pact after, bool isAnother, DateOnly today)
    {
        string[] voided = isAnother ? [.. record!.Valid.Select(one => one.Unit)] : [];
        change.Notify(NoticeKind.SignaturesVoided, voided, terms.Id.ToString());
        if (after.IsToRead && (record is null || !record.Current.IsForSigning || record.Current.Hash != after.Hash))
        {
            string[] asked = [.. terms.MembersOn(terms.WithinYear(today)).Except(voided).Where(unit => isAnother || record?.ValidOf(unit) is null)];
            change.Notify(NoticeKind.PactToSign, asked, terms.Id.ToString());
        }
    }

    /// <summary>Gives a unit's signature.</summary>
    /// <param name="terms">The bloc's year.</param>
    /// <param name="unit">Who signs.</param>
    /// <param name="textHash">The hash of the text that was read.</param>
    /// <param name="make">The signature, for an edition.</param>
    /// <param name="check">Refuses what the rules forbid, given what there is.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task<PactRecord> SignAsync(
        YearTerms terms, string unit, string textHash, Func<Pact, Signature> make, Action<PactRecord> check, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(terms.Id, actor, (record, change) =>
        {
            PactRules.DemandSignable(record, unit, textHash);
            check(record);
            var signed = make(record.Current) with { Given = change.Seq, Version = change.Seq };
            change.Put(PactRows.Row(terms.Id.AddressIn(PactKeys.Table).Partition, signed));
            change.Audit = new("SignPact", $"{terms.Id} {unit}", After: Describe(signed));
            return record with { Signatures = [.. record.Signatures, signed] };
        }, cancellationToken);

    /// <summary>Takes a unit's signature back, of which the unit gets a mail; it is kept as void.</summary>
    /// <param name="id">The bloc's year.</param>
    /// <param name="unit">Whose.</param>
    /// <param name="reason">Why.</param>
    /// <param name="isOffice">Whether it is the office, which alone takes back what a unit has signed itself.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="Refusal">404 or 409: there is none, or it is not the caller's to take back.</exception>
    public Task<PactRecord> WithdrawAsync(YearOfBloc id, string unit, string reason, bool isOffice, Actor actor, CancellationToken cancellationToken) =>
        ChangeAsync(id, actor, (record, change) =>
        {
            var signed = record.ValidOf(unit) ?? throw Refusal.NotFound(new("Đơn vị chưa ký giao ước này.", "The unit has not signed this pact."));
            if (signed.Way == SignatureWay.Account && !isOffice)
            {
                throw Refusal.Rule("signed-by-account", new(
                    "Đơn vị đã tự ký bằng tài khoản; chỉ cơ quan thường trực được hủy chữ ký này.", "The unit has signed by its own account; only the office takes that back."));
            }

            var withdrawn = signed with { Withdrawn = new(reason, clock.GetUtcNow()), Version = change.Seq };
            change.Put(PactRows.Row(id.AddressIn(PactKeys.Table).Partition, withdrawn));
            change.Audit = new("WithdrawSignature", $"{id} {unit}", reason, Before: Describe(signed));
            change.Notify(NoticeKind.SignaturesVoided, unit, id.ToString(), reason);
            return record with { Signatures = [.. record.Signatures.Select(one => one == signed ? withdrawn : one)] };
        }, cancellationToken);

    private Task<PactRecord> ChangeAsync(YearOfBloc id, Actor actor, Func<PactRecord, PartitionChange, PactRecord> decide, CancellationToken cancellationToken) =>
        partitions.ChangeAsync(id.AddressIn(PactKeys.Table), PactKeys.Pact, actor, (view, change) =>
            PactRows.ReadRecord(view) is { } record ? Task.FromResult(decide(record, change)) : throw PactRules.NoPact(), cancellationToken);

    private static void DemandRoom(Pact pact)
    {
        if (pact.Edition > Pact.MostEditions)
        {
            throw Refusal.Rule("too-many-editions", new("Giao ước đã được sửa quá nhiều lần sau khi ký.", "The pact has been changed too often after it was signed."));
        }
    }

    /// <summary>Captions may name people, so the trail holds their fingerprints.</summary>
    private static string Describe(YearOfBloc id, Pact pact) => string.Create(
        CultureInfo.InvariantCulture,
        $"edition {pact.Edition} {pact.Hash} {(pact.IsForSigning ? "for signing" : "draft")} report by [{string.Join(' ', pact.ReportBy.Select(day => RowDay.Of(day)))}] files [{string.Join(' ', pact.Pictures.Select(Describe))}]\n{PactHash.CanonicalText(id, pact.Text)}");

    private static string Describe(PactPicture one) =>
        one.Caption is null ? one.Attachment : $"{one.Attachment}:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(one.Caption)))}";

    private static string Describe(Signature one) => string.Create(
        CultureInfo.InvariantCulture, $"edition {one.Edition} {one.TextHash} {one.Way} {RowDay.Of(one.Day) ?? one.DaySaid} {one.Scan} {one.Signer?.Fingerprint}");
}
