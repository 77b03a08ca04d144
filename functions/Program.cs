using EmulationFunctions.Cycles;
using EmulationFunctions.Hosting;
using EmulationFunctions.Identity;
using EmulationFunctions.Roster;
using EmulationFunctions.Storage;

IcuCheck.Require();

var builder = WebApplication.CreateSlimBuilder(args);

builder.AddHosting();
builder.AddStorage();
builder.AddIdentity();
builder.AddRoster();
builder.AddCycles();

var app = builder.Build();

app.UseHosting();
app.UseIdentity();

app.MapHealth();
app.MapFunctionDescription();
app.MapOfficers();
app.MapTimers();

if (DescribeCommand.IsAsked(args))
{
    await DescribeCommand.RunAsync(app, args[1]);
    return;
}

app.Services.CheckSettings();
await app.RunAsync();
