using EmulationFunctions.Cycles;
using EmulationFunctions.Evidence;
using EmulationFunctions.Hosting;
using EmulationFunctions.Identity;
using EmulationFunctions.Roster;
using EmulationFunctions.Schemes;
using EmulationFunctions.Storage;

IcuCheck.Require();

var builder = WebApplication.CreateSlimBuilder(args);

builder.AddHosting();
builder.AddStorage();
builder.AddIdentity();
builder.AddRoster();
builder.AddCycles();
builder.AddSchemes();
builder.AddEvidence();

var app = builder.Build();

app.UseHosting();
app.UseIdentity();

app.MapHealth();
app.MapFunctionDescription();
app.MapOfficers();
app.MapSchemes();
app.MapEvidence();
app.MapTimers();

if (DescribeCommand.IsAsked(args))
{
    await DescribeCommand.RunAsync(app, args[1]);
    return;
}

StartRecords.Write(app);
app.Services.CheckSettings();
await app.RunAsync();
