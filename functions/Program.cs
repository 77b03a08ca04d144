using EmulationFunctions.Office.Archive;
using EmulationFunctions.Office.Operations;
using EmulationFunctions.Office.Papers;
using EmulationFunctions.Office.Portal;
using EmulationFunctions.Office.Reminders;
using EmulationFunctions.Platform.Documents;
using EmulationFunctions.Platform.Files;
using EmulationFunctions.Platform.Functions;
using EmulationFunctions.Platform.Identity;
using EmulationFunctions.Platform.Mail;
using EmulationFunctions.Platform.Settings;
using EmulationFunctions.Platform.Storage;
using EmulationFunctions.Platform.Trail;
using EmulationFunctions.Province.Awards;
using EmulationFunctions.Province.Calendar;
using EmulationFunctions.Province.Decisions;
using EmulationFunctions.Province.Rights;
using EmulationFunctions.Province.Roster;
using EmulationFunctions.Province.Schemes;
using EmulationFunctions.Province.Texts;
using EmulationFunctions.Year.Appraisals;
using EmulationFunctions.Year.Attachments;
using EmulationFunctions.Year.Ballots;
using EmulationFunctions.Year.Blocs;
using EmulationFunctions.Year.Complaints;
using EmulationFunctions.Year.Conditions;
using EmulationFunctions.Year.Council;
using EmulationFunctions.Year.CrossScores;
using EmulationFunctions.Year.Disclosures;
using EmulationFunctions.Year.Dossiers;
using EmulationFunctions.Year.Evidence;
using EmulationFunctions.Year.Meetings;
using EmulationFunctions.Year.Movements;
using EmulationFunctions.Year.Nominations;
using EmulationFunctions.Year.Pacts;
using EmulationFunctions.Year.Plans;
using EmulationFunctions.Year.Registers;
using EmulationFunctions.Year.Reports;
using EmulationFunctions.Year.Sheets;
using EmulationFunctions.Year.Standings;
using EmulationFunctions.Year.Visits;

namespace EmulationFunctions;

/// <summary>The program: what it is made of, room by room, and what it is asked to do.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        StartFailures.SayInOneSentence();
        IcuCheck.Require();

        var builder = HostingRegistration.CreateBuilder(args);
        AddRooms(builder);
        if (DescribeCommand.IsAsked(args))
        {
            AddDescription(builder);
        }

        using var app = builder.Build();
        if (RestoreCommand.IsAsked(args))
        {
            return await RestoreCommand.RunAsync(args, app.Services, Console.Out, Console.Error, CancellationToken.None);
        }

        if (DescribeCommand.IsAsked(args))
        {
            await DescribeCommand.RunAsync(app.Services, args[1]);
            return 0;
        }

        StartRecords.Write(app.Services);
        // Before anything is built from them.
        app.Services.CheckSettings();
        await app.RunAsync();
        return 0;
    }

    /// <summary>What only the description needs.</summary>
    public static void AddDescription(FunctionsApplicationBuilder builder)
    {
        builder.AddApiExamples();
        builder.AddApiParameters();
        builder.Services.AddFunctionDescription();
    }

    /// <summary>Everything that is served; tests put their own clock and storage in its place afterwards.</summary>
    public static void AddRooms(FunctionsApplicationBuilder builder)
    {
        builder.AddHosting();
        builder.AddStorage();
        builder.AddIdentity();
        builder.AddFiles();
        builder.AddDocuments();
        builder.AddMail();
        builder.AddTrail();

        builder.AddRights();
        builder.AddRoster();
        builder.AddCalendar();
        builder.AddSchemes();
        builder.AddTexts();
        builder.AddAwards();
        builder.AddDecisions();

        builder.AddBlocs();
        builder.AddCrossScores();
        // Before all others that have hourly work, which is done in this order: what was left half published comes first.
        builder.AddStandings();
        builder.AddSheets();
        builder.AddEvidence();
        builder.AddConditions();
        builder.AddVisits();
        builder.AddComplaints();
        builder.AddAppraisals();
        builder.AddPlans();
        builder.AddPacts();
        builder.AddMovements();
        builder.AddMeetings();
        builder.AddReports();
        builder.AddRegisters();
        builder.AddAttachments();
        builder.AddDisclosures();
        builder.AddNominations();
        builder.AddDossiers();
        builder.AddBallots();
        builder.AddCouncil();

        builder.AddPortal();
        builder.AddReminders();
        builder.AddPapers();
        builder.AddArchive();
        builder.AddOperations();
    }
}
