using EmulationFunctions;
using EmulationFunctions.Office.Operations;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Platform.Trail;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Year.Appraisals;
using EmulationFunctions.Year.Complaints;
using EmulationFunctions.Year.CrossScores;
using EmulationFunctions.Year.Evidence;
using EmulationFunctions.Year.Sheets;
using EmulationFunctions.Year.Standings;
using EmulationFunctions.Year.Visits;

StartFailures.SayInOneSentence();
IcuCheck.Require();

// Settings come from the environment; no file of them is watched.
var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange=false", .. args]);

if (DescribeCommand.IsAsked(args))
{
    DescribeCommand.Prepare(builder);
}

builder.AddHosting();
builder.AddApiExamples();
builder.AddStorage();
builder.AddIdentity();
builder.AddAudit();
builder.AddBackups();
builder.AddRoster();
builder.AddCycles();
builder.AddSchemes();
builder.AddScoring();
builder.AddCrossScores();
// Before all others that have hourly work, which is done in this order: what was left half published comes first.
builder.AddStandings();
builder.AddEvidence();
builder.AddVisits();
builder.AddComplaints();
builder.AddReminders();
builder.AddOperations();
builder.AddAppraisals();

var app = builder.Build();

if (RestoreCommand.IsAsked(args))
{
    return await RestoreCommand.RunAsync(args, app.Services, Console.Out, Console.Error, CancellationToken.None);
}

if (!DescribeCommand.IsAsked(args))
{
    StartRecords.Write(app);
    // Before anything is built from them.
    app.Services.CheckSettings();
}

app.UseHosting();
app.UseIdentity();

app.MapHealth();
app.MapFunctionDescription();
app.MapOfficers();
app.MapAudit();
app.MapRoster();
app.MapCycles();
app.MapMe();
app.MapSchemes();
app.MapSchemeEditing();
app.MapSheets();
app.MapSheetFiles();
app.MapFigures();
app.MapCrossScores();
app.MapEvidence();
app.MapInspections();
app.MapComplaints();
app.MapReminderRules();
app.MapMail();
app.MapOperations();
app.MapStandings();
app.MapTargets();
app.MapDisqualifications();
app.MapHistory();
app.MapAppraisals();
app.MapRevisions();
app.MapTimers();

if (DescribeCommand.IsAsked(args))
{
    await DescribeCommand.RunAsync(app, args[1]);
    return 0;
}

await app.RunAsync();
return 0;
