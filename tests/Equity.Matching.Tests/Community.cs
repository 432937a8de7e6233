namespace Equity.Matching.Tests;

/// <summary>Twelve teams as people write them: most whole, some thin.</summary>
internal static class Community
{
    public const int Clinic = 1, Heart = 2, Talking = 3, Screening = 4, Midwives = 5, Deaf = 6, Dental = 7, Checks = 8, Carers = 9, Pressure = 10, Nameless = 11, New = 12;

    public static readonly IReadOnlyList<TeamProfile> Teams =
    [
        Team(Clinic, 5, "Third Floor Clinic", "Adult mental health outpatients", "Northgate",
            "Bring missed appointments in the most deprived fifth down from 27 % to 18 % by 31 December 2026.",
            "Bus fare, a moved shift, a letter gone to the old flat. Two of us ring people on Tuesdays and ask what might get in the way. We are at 20 % now.",
            [("Poorest patients miss twice as many appointments", "Adults living in Northgate's most deprived fifth", "27 % against 15 % in the year to August (clinic system).")],
            ["How do you keep an appointment going for somebody you can neither ring nor write to?"],
            ["We got finance to agree a float of day bus tickets held at reception. You can have the form and the real cost."],
            [("Ringing two days ahead", "Reminder texts had gone out for years. What changed things was a person asking whether anything would make Thursday difficult.")]),
        Team(Heart, 3, "Corridor D heart clinics", "Cardiology outpatients", "Saltway",
            "Missed first cardiology appointments in the most deprived fifth fall from 18 % to 13 % by 31 March 2027.",
            "Someone with heart failure herself rings five days ahead. There is a slot at 7.40 for people coming off nights, e.g. bus drivers and bakers.",
            [("Twice as many missed heart appointments in the poorest streets", "New cardiology patients from the most deprived fifth", "")],
            ["Bus fare to the clinic and back is £5.60. If you have sorted travel money for patients, please tell us how."],
            ["Keeping in touch with people who have no fixed address or phone: we use a trusted contact and a message by voice."],
            []),
        Team(Talking, 4, "The Golpo Group", "Psychological therapies", "Aldermere",
            "People of Bangladeshi heritage will make up 26 % of those starting therapy in Aldermere by December, up from 14 %.",
            "Golpo means a chat. Mondays we sit in the back room of the library, tea first. Anyone can ask for an appointment without a form!",
            [("People of Bangladeshi heritage rarely reach talking therapy", "Adults of Bangladeshi heritage", "")],
            ["Has anyone agreed a private room with a mosque or church committee, and what did you have to promise them?"],
            ["Two experts by experience will help you run a focus group in Sylheti or Bangla."],
            [("A form at the door put the men off", "Everybody had told us it was stigma. What sent men home was a nine-question form in English.")]),
        Team(Screening, 4, "Pink Room Wednesdays", "Cervical screening in four GP practices", "Northgate",
            "Lift cervical screening among Urdu-speaking women aged 25 to 49 from 48 % to 62 % by March 2027.",
            "Wednesdays are women only, double slots, with an interpreter in the building. Two patients recorded a voice note that goes out by phone.",
            [("Urdu-speaking women are screened less often than their neighbours", "Women aged 25 to 49 whose main language is Urdu", "")],
            ["Who has an interpreter flag that the booking clerk cannot miss?"],
            ["We can talk you through making a voice note in a spoken language."],
            [("Book one interpreter for the whole morning", "Booking an interpreter for each patient meant ringing the agency eleven times a week.")]),
        Team(Midwives, 2, "Fenbridge midwives", "Community midwifery", "Fenbridge",
            "Bring booking by ten weeks among Polish-speaking and Romanian-speaking women from 38 % to 60 %.",
            "Women come off a shift in the packing sheds at six. We now see them in the canteen, with an interpreter and not a cousin.",
            [("First midwife visit comes a month late", "Pregnant Polish-speaking and Romanian-speaking women in farm work", "")],
            ["Could somebody show us how to make a spoken message in a language that few people here read?"],
            [], []),
        Team(Deaf, 4, "Eyes on Reception", "Outpatients and the booking centre", "Aldermere",
            "Nine in ten Deaf patients will have a qualified interpreter confirmed before they arrive.",
            "Three Deaf patients and the booking supervisor went through eight months of appointments and found the interpreter had been asked for and never confirmed.",
            [("Deaf patients are seen without a qualified interpreter", "Deaf adults whose first language is British Sign Language", "")],
            [],
            ["Our yellow flag holds a booking open until the interpreter is confirmed, and works for spoken languages as well."],
            []),
        Team(Dental, 2, "Quayside dental chair", "Community dental service", "Quayside",
            "70 % of adults on the learning disability register will have seen a dentist in the past two years, up from 43 %.",
            "The café next door lets people sit with Zoë before they are called. The chair goes up and down by itself, and that is the frightening part.",
            [("Fewer than half have seen a dentist in two years", "Adults with a learning disability living in Quayside", "")],
            ["Has a team helped frightened people get used to a clinic before anything is done to them?"],
            [], []),
        Team(Checks, 3, "Fourteen Plus", "GP learning disability health checks", "Northgate",
            "65 % of people aged 14 to 25 on our registers have had a health check in the past year.",
            "One of us is a nurse.\nYou can have a health check every year from when you are 14, but lots of people our age do not know.",
            [("Young people miss out on the yearly check", "People aged 14 to 25 on a learning disability register", "")],
            [],
            ["We will come and help plan a look-around day for any scary place, with no needles and no forms."],
            []),
        Team(Carers, 1, "Back in an Hour", "Support for carers", "Fenbridge", "", "",
            [("Carers go without their own health care", "Unpaid carers of a person who has dementia", "")], [], [], []),
        Team(Pressure, 3, "Cuffs after prayers", "Community blood-pressure checks", "Aldermere",
            "Check 1,500 adults at 14 places of worship by 31 December 2026.",
            "We set up two chairs by the shoe racks. Readings after the sermon ran higher, so now we wait for the tea.",
            [("High blood pressure goes unfound among regular worshippers", "Worshippers over 40", "")],
            ["Could someone lend us a few blood-pressure machines for a month?"],
            ["We'll go with you to meet a mosque, temple or church committee. We know what they ask about."],
            []),
        Team(Nameless, 0, "The Thursday crew", "District nursing", "", "", "", [], [], [], []),
        Team(New, 0, "Lamplighters", "", "", "", "", [], [], [], []),
    ];

    public static TeamProfile Get(int id) => Teams.Single(t => t.Id == id);

    /// <summary>The row ids of a team's lists: its id times 1,000, and 100 for inequities, 200 for asks, 300 for offers, 400 for learning.</summary>
    public static int Row(int team, int list, int index = 0) => team * 1000 + list + index;

    public static TeamProfile Team(
        int id, int stage, string name, string service, string locality, string aim, string summary,
        (string Title, string Population, string Evidence)[] inequities, string[] asks, string[] offers, (string Title, string Body)[] learning) => new(id, stage,
        [
            new(ProfileField.Name, id, name), new(ProfileField.Service, id, service), new(ProfileField.Locality, id, locality),
            new(ProfileField.Aim, id, aim), new(ProfileField.Summary, id, summary),
            .. inequities.SelectMany((x, i) => new ProfileText[]
            {
                new(ProfileField.InequityTitle, Row(id, 100, i), x.Title), new(ProfileField.Population, Row(id, 100, i), x.Population),
                new(ProfileField.Evidence, Row(id, 100, i), x.Evidence),
            }),
            .. asks.Select((x, i) => new ProfileText(ProfileField.Ask, Row(id, 200, i), x)),
            .. offers.Select((x, i) => new ProfileText(ProfileField.Offer, Row(id, 300, i), x)),
            .. learning.SelectMany((x, i) => new ProfileText[]
            {
                new(ProfileField.LearningTitle, Row(id, 400, i), x.Title), new(ProfileField.LearningBody, Row(id, 400, i), x.Body),
            }),
        ]);
}
