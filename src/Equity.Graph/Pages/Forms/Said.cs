using System.Collections.Frozen;
using Microsoft.AspNetCore.WebUtilities;

namespace Equity.Graph.Pages.Forms;

/// <summary>What a page says once a form has done its work.</summary>
internal static class Said
{
    /// <summary>The parameter of an address that names what was done.</summary>
    public const string Parameter = "done";

    private static readonly FrozenDictionary<string, string> Sentences = new Dictionary<string, string>
    {
        ["ProposeFriendship"] = "You have asked them. They have been told, and you will be when they answer.",
        ["ThankForLearning"] = "You have thanked them. They are told that somebody did, not who.",
        ["TakeBackThanks"] = "Your thanks are taken back.",
        ["AdoptLearning"] = "They know now that your team tries it. Come back to say what became of it.",
        ["RecordAdoptionOutcome"] = "You have told what became of it. The team that it came from has been told.",
        ["AcceptFriendship"] = "You are friends to call on now. They have been told.",
        ["DeclineFriendship"] = "You have said no. They have been told, and another team is named to them.",
        ["WithdrawFriendship"] = "You have taken the proposal back.",
        ["UpdateFriendship"] = "It is changed, and your friend has been told.",
        ["EndFriendship"] = "The friendship has ended. How to reach each other has been deleted.",
        ["RecordCheckIn"] = "Thank you for telling. You are asked again in some weeks.",
        ["MarkNotificationsRead"] = "They are marked as read.",
        ["SetFriendCapacity"] = "The number of friends that you have time for is changed.",
        ["PauseTeam"] = "Your team pauses. Nobody new can ask it until then, and your friends have been told.",
        ["ResumeTeam"] = "Your team takes new friends again.",
        ["ArchiveTeam"] = "Your team has ended its work. It can still be read, and its friendships are over.",
        ["ChooseMail"] = "Your choice about mail is kept.",
        ["RenewCalendar"] = "Your calendar has another address. The old one no longer works.",
        ["ForgetPerson"] = "You are forgotten. Sign out now: if you change something while you are signed in, you are known again.",
        ["RateRecommendation"] = "Thank you. This helps to find better peers.",
        ["JoinEvent"] = "Your team is on the list. The page says whether it comes or waits for room.",
        ["LeaveEvent"] = "Your team does not come any more.",
        ["CreateEvent"] = "The draft is made. Look it over, then publish it.",
        ["UpdateEvent"] = "Your changes are saved.",
        ["PublishEvent"] = "The event is published. Teams can join now.",
        ["StartCafeRound"] = "The round has begun. Who has the page open sees it now.",
        ["Harvest"] = "Your note is kept. Write down the next one, if there is one.",
        ["MergeHarvestNotes"] = "One note stands for the others now.",
        ["PublishHarvest"] = "The ticked notes are shared with everybody. The teams whose ideas they were have been told.",
        ["AskPanel"] = "Your question is asked. Others can vote for it now.",
        ["VoteForQuestion"] = "Your vote counts.",
        ["TakeBackVote"] = "Your vote is taken back.",
        ["MergeQuestions"] = "One question stands for the others now, with their votes.",
        ["AnswerQuestion"] = "The answer is written down.",
        ["PlanWorldCafe"] = "The plan is made. Look at it, compare it with another, and publish one.",
        ["ReplanWorldCafe"] = "The café is planned anew. Nothing changes for those who come until you publish it.",
        ["PublishWorldCafe"] = "The plan is published. Everybody who comes can look up their tables.",
        ["IntroduceTeams"] = "They have been told of each other. Whether they become friends is for them to say.",
        ["CancelEvent"] = "The event is called off.",
        ["RegisterTeam"] = "Your team is registered, as a draft. Say more about it here, then show it to everybody.",
        ["UpdateTeam"] = "Saved. Your team says so now.",
        ["PublishTeam"] = "Everybody can see your team now, and find it.",
        ["AdvanceTeam"] = "Saved. Everybody can see how far you are.",
        ["AddMember"] = "The person is on the team now.",
        ["UpdateMember"] = "Saved.",
        ["RemoveMember"] = "The person is no longer on the team.",
        ["RecordInequity"] = "Recorded. Teams that tackle something like it can find you now.",
        ["UpdateInequity"] = "Saved.",
        ["DeleteInequity"] = "Deleted.",
        ["RestoreInequity"] = "It is back.",
        ["AskForHelp"] = "Your team has asked. Teams that offer something like it are shown below.",
        ["OfferHelp"] = "Your team offers it now. Teams that ask for something like it are shown below.",
        ["CloseAsk"] = "The ask is closed.",
        ["WithdrawOffer"] = "Your team no longer offers it.",
        ["DeleteAsk"] = "Deleted.",
        ["RestoreAsk"] = "It is back.",
        ["DeleteOffer"] = "Deleted.",
        ["RestoreOffer"] = "It is back.",
        ["ShareLearning"] = "Shared. Thank you: others can learn from it now.",
        ["UpdateLearning"] = "Saved.",
        ["DeleteLearning"] = "Deleted.",
        ["RestoreLearning"] = "It is back.",
        ["RecordChangeIdea"] = "Recorded. Next: plan a small test of it.",
        ["UpdateChangeIdea"] = "Saved.",
        ["DeleteChangeIdea"] = "Deleted.",
        ["RestoreChangeIdea"] = "It is back.",
        ["RecordPdsaCycle"] = "The test is planned. Come back to say what you did and saw.",
        ["FillInPdsaCycle"] = "Saved.",
        ["CreateMeasure"] = "The measure is there. Record its first figures.",
        ["RecordFigures"] = "Recorded.",
        ["DraftPoster"] = "The poster is a draft now.",
        ["UpdatePoster"] = "Saved.",
        [FilePosting.Operation] = "The file is there. Look whether its description still fits.",
        ["DeletePoster"] = "Deleted.",
        ["RestorePoster"] = "It is back.",
        ["PublishPoster"] = "Everybody can see your poster now.",
    }.ToFrozenDictionary();

    /// <summary>The sentence for what was done; null when there is none.</summary>
    public static string? Of(string operation) => Sentences.GetValueOrDefault(operation);

    /// <summary>An address that says what was done.</summary>
    public static string After(string operation, string address)
    {
        var (rest, fragment) = address.IndexOf('#', StringComparison.Ordinal) is >= 0 and var at ? (address[..at], address[at..]) : (address, "");
        return QueryHelpers.AddQueryString(rest, Parameter, operation) + fragment;
    }
}
