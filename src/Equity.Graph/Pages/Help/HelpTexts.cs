namespace Equity.Graph.Pages.Help;

/// <summary>What the help page says: ways through the main tasks, and the words that the pages use. The steps are HTML of our own.</summary>
internal static class HelpTexts
{
    /// <summary>What people come to do, step by step.</summary>
    public static readonly (string Id, string Title, string[] Steps)[] Tasks =
    [
        ("find", "Find a team to call on",
        [
            "Go to <a href=\"/find\">Find a peer</a> and say what you need help with, in your own words.",
            "You see teams that have been there. Under each you read why: what you wrote beside what they wrote.",
            "Narrow it down by what it is about, how far they are, or where they are.",
            "Say “Helpful” or “Not helpful” under a team. It makes the next list better.",
        ]),
        ("propose", "Ask a team to be a friend",
        [
            "Press “Propose a friendship” under a team, or on the team’s page.",
            "Write a few words to them. How to reach you is for the two teams only.",
            "They are told. You find what you have asked on <a href=\"/my-team\">My team</a>, and can take it back.",
            "If they say no or do not answer in time, another team is named to you.",
        ]),
        ("answer", "Answer a team that asks you",
        [
            "On <a href=\"/my-team\">My team</a> you see what waits for you.",
            "Say yes, and agree on how soon you answer each other, what stays between you, and when you are asked whether you met.",
            "Or say no. A reason is for your own team only.",
            "Either team can change what you agreed on, or end the friendship, at any time.",
        ]),
        ("team", "Bring your team here",
        [
            "Go to <a href=\"/my-team\">My team</a>. It shows the next step.",
            "Is the team here already? Ask one of its members to add you.",
            "A team is a draft until you publish it. Only members, leads and coaches see a draft.",
            "No time for new friends? Pause the team. It ends by itself.",
        ]),
        ("learn", "Share and try out learning",
        [
            "Go to <a href=\"/learning\">Learning</a> and search in your own words.",
            "Thank a team, or say that your team tries it. Tell later what became of it.",
            "Write your own: what worked, what did not, what surprised you. What did not work helps others too.",
        ]),
        ("events", "Come to an event",
        [
            "Go to <a href=\"/events\">Events</a> and let your team join. If it is full, your team waits for room and is told.",
            "At a world café the event’s page tells where your team sits in each round, and the question.",
            "Write down what you heard at your table. It becomes learning of the team that it came from.",
            "Ask the panel a question, with or without your team’s name, and vote for others’ questions.",
        ]),
    ];

    /// <summary>The words of improvement work that the pages use.</summary>
    public static readonly (string Word, string Meaning)[] Glossary =
    [
        ("Aim", "What a team wants to achieve: how much, of what, for whom, by when."),
        ("Ask and offer", "What a team needs help with, and what it can help others with."),
        ("Change idea", "Something that a team thinks would help, and tries."),
        ("Check-in", "The day on which two friends are asked whether they met and whether it helped."),
        ("Coach", "Somebody who helps teams with improvement work."),
        ("Co-production", "Doing the work together with the people whom it is for, as equals. Its ladder has seven rungs; co-production is the highest."),
        ("Core20PLUS5", "Whom the NHS in England looks at first: the poorest fifth of people, groups chosen locally, and five areas of care."),
        ("Friend to call on", "A team that has agreed to answer when yours is stuck."),
        ("Inequity", "An unfair difference between groups of people: in getting care, in how care feels, or in its results."),
        ("Little i and Big I", "How service users take part: little i means that they are asked now and then, Big I that they are full members of the team."),
        ("Measure", "What a team counts over time to see whether things get better."),
        ("PDSA cycle", "A small test: plan it, do it, study what happened, act on it."),
        ("Peer", "A team that works on something like yours, or has been where you are."),
        ("Progress score", "How far the work has come, from 0.5 to 5. At 3 about a fifth of the hoped-for result is there, at 4 half of it."),
        ("Programme", "A number of teams that work towards a shared goal, with leads and coaches."),
        ("Service user and carer", "Somebody who uses the care, and somebody who looks after such a person."),
        ("Special cause", "A point or a run in a chart that chance alone would seldom make."),
        ("Star (*)", "1 to 7 people: hidden, so that nobody can be recognised."),
        ("World café", "An event at tables of four or five. After each round everybody but a host moves to another table."),
    ];
}
