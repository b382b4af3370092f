using System.Globalization;
using SanctuaryTracker;
using SanctuaryTracker.Data;
using SanctuaryTracker.Features.Campaigns;
using SanctuaryTracker.Features.Cards;
using SanctuaryTracker.Features.Citations;
using SanctuaryTracker.Features.Compare;
using SanctuaryTracker.Features.Desk.Accounts;
using SanctuaryTracker.Features.Desk.Imports;
using SanctuaryTracker.Features.Documents;
using SanctuaryTracker.Features.Downloads;
using SanctuaryTracker.Features.Embeds;
using SanctuaryTracker.Features.Figures;
using SanctuaryTracker.Features.History;
using SanctuaryTracker.Features.Jurisdictions;
using SanctuaryTracker.Features.Lawsuits;
using SanctuaryTracker.Features.Letters;
using SanctuaryTracker.Features.Responses;
using SanctuaryTracker.Features.Search;
using SanctuaryTracker.Features.Sources;
using SanctuaryTracker.Features.Statements;
using SanctuaryTracker.Site;

// Dates and numbers are the record's own, whatever the language of the server.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

if (args is [PdfText.Command, var pdf])
    return PdfText.Run(pdf);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = Commands.SettingsIn(args), ContentRootPath = Hosting.ContentRoot });
var settings = DataSettings.From(builder.Configuration, builder.Environment.ContentRootPath);
builder.Services.AddTrackerData(settings).AddTrackerSite(settings);

var app = builder.Build();
if (Commands.Match(args))
    return await Commands.RunAsync(app, args);

app.UseTrackerSite();
app.MapStaticAssets();
app.MapRazorPages().WithStaticAssets();
app.MapFigureFiles();
app.MapOEmbed();
app.MapFeeds();
app.MapListDownloads();
app.MapWholeRecord();
app.MapCards();
app.MapListCards();
app.MapDocumentFiles();
app.MapImportFiles();
var api = app.MapGroup("/api/v1").ProducesValidationProblem();
api.MapJurisdictions();
api.MapCampaigns();
api.MapLetters();
api.MapResponses();
api.MapStatements();
api.MapLawsuits();
api.MapSources();
api.MapCitations();
api.MapSearch();
api.MapChanges();
api.MapCompare();
api.MapDocuments();
api.MapTokens();
return await Commands.ServeAsync(app);

/// <summary>The application, named for the tests that host it.</summary>
public partial class Program;
