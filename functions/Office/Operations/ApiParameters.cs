using EmulationFunctions.Platform.Functions;

namespace EmulationFunctions.Office.Operations;

/// <summary>What stands in addresses, queries and headers, for the API's description.</summary>
internal static class ApiParameters
{
    public static void AddApiParameters(this FunctionsApplicationBuilder builder) => builder.Services.AddSingleton(new ParameterWords(new Dictionary<string, ParameterWord>
    {
        ["year"] = new("The year of emulation.", "2026"),
        ["period"] = new("The period's id; nam is the whole year.", "\"nam\""),
        ["bloc"] = new("The bloc's id in the roster.", "\"khoi-kinh-te\""),
        ["unit"] = new("The unit's id in the roster.", "\"so-tai-chinh\""),
        ["scorer"] = new("The id of the unit that scores a peer.", "\"so-xay-dung\""),
        ["scheme"] = new("The scheme's id.", "\"bang-diem-so-nganh\""),
        ["round"] = new("Which round of appraisal; the first is 1.", "1"),
        ["complaint"] = new("The complaint's number among those of the unit.", "\"1\""),
        ["evidence"] = new("The file's id, as the list of files gives it.", "\"tep-1\""),
        ["inspection"] = new("The cross-check's id, chosen by who plans it.", "\"kiem-tra-1\""),
        ["succession"] = new("The succession's id, chosen by who records it.", "\"sap-nhap-2026\""),
        ["officer"] = new("The account's object id in the tenant.", "\"2b0c7f5e-6f0a-4d55-9a0e-7f7a4f0c6f11\""),
        ["mail"] = new("The mail's id, as the list of mails gives it.", "\"thu-1\""),
        ["stage"] = new("Which step of the year, such as self-score.", "\"self-score\""),
        ["from"] = new("The first day of the membership.", "\"2020-01-01\""),
        ["condition"] = new("The condition's code in the scheme.", "\"khien-trach\""),
        ["criterion"] = new("The criterion's code in the scheme.", "\"II.1\""),
        ["version"] = new("The scheme's version; the latest unless given.", "1"),
        ["If-Match"] = new("The ETag that was read; needed to change something that exists.", "\"\\\"7\\\"\""),
        ["pageSize"] = new("How many items a page has at most.", "50"),
        ["Range"] = new("Which bytes are wanted; all unless given.", "\"bytes=0-1023\""),

        ["CompareSchemes.other"] = new("The scheme to compare with; this one unless given.", "\"bang-diem-so-nganh\""),
        ["CompareSchemes.otherVersion"] = new("The version to compare with; the latest unless given.", "1"),
        ["ExportAudit.table"] = new("A table of the system; together with partition, instead of from and to.", null),
        ["ExportAudit.partition"] = new("The key of a partition of the table.", null),
        ["ExportAudit.from"] = new("The first Vietnamese day.", "\"2026-12-01\""),
        ["ExportAudit.to"] = new("The last Vietnamese day; at most 31 days in all.", "\"2026-12-10\""),
        ["ExportAudit.format"] = new("jsonl (the default) or csv.", "\"csv\""),
        ["ExtendDeadline.period"] = new("The period's id; the whole year unless given.", "\"nam\""),
        ["GetBloc.day"] = new("The day whose members are shown; today unless given.", "\"2026-12-10\""),
        ["GetExtension.period"] = new("The period's id; the whole year unless given.", "\"nam\""),
        ["ImportOfficers.check"] = new("true: only say what it would do.", "true"),
        ["ImportRoster.check"] = new("true: only say what it would do.", "true"),
        ["ListBlocComplaints.state"] = new("Only those that are open, answered or closed.", "\"open\""),
        ["ListBlocs.level"] = new("Only blocs of this level.", "\"province\""),
        ["ListComplaints.state"] = new("Only those that are open, answered or closed.", "\"open\""),
        ["ListMail.day"] = new("The day the mails were due; those of all days that are not over unless given.", "\"2026-12-10\""),
        ["ListMail.state"] = new("Only mails that stand so; without a day only dead can be asked for.", "\"dead\""),
        ["ListOfficers.unit"] = new("Only officers of this unit.", "\"so-tai-chinh\""),
        ["ListSuccessions.unit"] = new("Only those that name this unit.", "\"so-tai-chinh\""),
        ["ListUnits.kind"] = new("Only units of this kind.", "\"department\""),
        ["RunTimer.name"] = new("The timer's name, as the health report gives it.", "\"SendReminders\""),
        ["UploadEvidence.criterion"] = new("The code of the criterion that the file stands behind.", "\"II.1\""),
        ["UploadEvidence.name"] = new("The file's name, with its ending.", "\"bao-cao.pdf\""),
        ["UploadEvidence.Idempotency-Key"] = new("Of the caller's choice: the same upload again gives the same file. 1 to 200 ASCII characters without blanks.", "\"nop-lan-1\""),
        ["VerifyAudit.table"] = new("A table of the system; together with partition, instead of a day.", "\"Sheets\""),
        ["VerifyAudit.partition"] = new("The key of a partition of the table.", "\"2026-nam|khoi-kinh-te|so-tai-chinh\""),
        ["VerifyAudit.day"] = new("A sealed day (UTC); all partitions of its seal are checked.", null),
        ["VoidCriterion.version"] = new("The version in which the criterion is void.", "1"),
    }));
}
