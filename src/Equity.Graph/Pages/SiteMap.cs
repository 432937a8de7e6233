using Equity.Graph.Pages.Accessibility;
using Equity.Graph.Pages.Asking;
using Equity.Graph.Pages.Community;
using Equity.Graph.Pages.Events;
using Equity.Graph.Pages.Find;
using Equity.Graph.Pages.Forms;
using Equity.Graph.Pages.Frame;
using Equity.Graph.Pages.Friendships;
using Equity.Graph.Pages.Help;
using Equity.Graph.Pages.Home;
using Equity.Graph.Pages.Inequities;
using Equity.Graph.Pages.Insights;
using Equity.Graph.Pages.Learning;
using Equity.Graph.Pages.Live;
using Equity.Graph.Pages.MyTeam;
using Equity.Graph.Pages.Network;
using Equity.Graph.Pages.Privacy;
using Equity.Graph.Pages.Problems;
using Equity.Graph.Pages.SignIn;
using Equity.Graph.Pages.Teams;

namespace Equity.Graph.Pages;

/// <summary>Where every page is.</summary>
internal static class SiteMap
{
    /// <summary>Adds what pages are made with.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="dataFolder">The data folder.</param>
    public static IServiceCollection AddPages(this IServiceCollection services, string dataFolder)
    {
        services.AddRazorComponents();
        return services.AddPageSignIn(dataFolder).AddScoped<PageRequest>().AddSingleton<Posting>().AddSingleton<FilePosting>();
    }

    /// <summary>Serves all pages.</summary>
    public static void MapPages(this IEndpointRouteBuilder routes)
    {
        routes.MapPageAssets();
        routes.MapPageSignIn();
        routes.MapLive();
        routes.MapPage<HomePage>("/");
        routes.MapPage<FindPage>("/find");
        routes.MapPage<TeamsPage>("/teams");
        routes.MapPage<RegisterTeamPage>("/teams/new");
        routes.MapPage<TeamPage>("/teams/{key}");
        routes.MapPage<EditTeamPage>("/teams/{key}/edit");
        routes.MapPage<TeamPeoplePage>("/teams/{key}/people");
        routes.MapPage<TeamInequitiesPage>("/teams/{key}/inequities");
        routes.MapPage<TeamAsksPage>("/teams/{key}/asks");
        routes.MapPage<TeamLearningPage>("/teams/{key}/learning");
        routes.MapPage<TeamIdeasPage>("/teams/{key}/ideas");
        routes.MapPage<TeamMeasuresPage>("/teams/{key}/measures");
        routes.MapPage<TeamPosterPage>("/teams/{key}/poster");

        routes.MapPage<MyTeamPage>("/my-team");
        routes.MapPage<ProposePage>("/propose/{key}");
        routes.MapPage<FriendshipPage>("/friendships/{id}");
        routes.MapPage<PrivacyPage>("/privacy");
        routes.MapPage<AccessibilityPage>("/accessibility");
        routes.MapPage<HelpPage>("/help");

        routes.MapPage<InequitiesPage>("/inequities");
        routes.MapPage<InequityPage>("/inequities/{id}");
        routes.MapPage<InsightsPage>("/insights");
        routes.MapPage<MetricPage>("/insights/metrics/{name}");
        routes.MapPage<MeasuresPage>("/insights/measures");
        routes.MapPage<MeasurePage>("/insights/measures/{id}");
        routes.MapMeasurePictures();
        routes.MapPage<NetworkPage>("/network");
        routes.MapPage<LearningPage>("/learning");
        routes.MapPage<LearningPiecePage>("/learning/{id}");
        routes.MapPage<EventsPage>("/events");
        routes.MapPage<NewEventPage>("/events/new");
        routes.MapPage<EventPage>("/events/{key}");
        routes.MapPage<EventEditPage>("/events/{key}/edit");
        routes.MapPage<CafePage>("/events/{key}/cafe");
        routes.MapPage<CafePrintPage>("/events/{key}/cafe/print");
        routes.MapPage<HarvestPage>("/events/{key}/harvest");
        routes.MapPage<PanelPage>("/events/{key}/panel");
        routes.MapPage<PostersPage>("/events/{key}/posters");
        routes.MapPage<PosterPage>("/posters/{id}");
        routes.MapPage<CommunityPage>("/community");
        routes.MapPage<IntroductionsPage>("/community/introductions");
        routes.MapPage<CafePlanPage>("/community/cafe/{key}");
        routes.MapPage<AuditPage>("/community/audit");

        routes.MapUnknownPages();
    }
}
