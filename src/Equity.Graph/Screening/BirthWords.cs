namespace Equity.Graph.Screening;

/// <summary>The words around dates of birth, and those that make a date something else.</summary>
internal static class BirthWords
{
    public static readonly WordSet Names = new("dob dobs dob's birthdate birthdates dateofbirth dobis geb geboren geburtsdatum bdate birthdt dofb");

    /// <summary>What may stand between "date of birth" and the date.</summary>
    public static readonly WordSet Fillers = new("""
        is are was were being as of for the a an his her their my your our its it to be and or dd mm yy yyyy ddmmyyyy ddmmyy i am
        recorded given listed confirmed stated noted entered shown shows reads says appears changed corrected updated wrong wrongly correct correctly
        patient patient's client client's child child's baby baby's user's mother mother's son son's daughter daughter's carer carer's mum mum's dad dad's
        believed thought probably approximately approx about around circa on in at system notes record records file form from referral letter rio emis systmone
        according per via taken copied read reading seems must could tells told states writes wrote written reckons claims thinks swears guess guessed estimated
        card says band wristband label sticker passport licence put typed it she they have has hold holds gave would should not three times twice once paper truth over phone telephone told both asked twice we instead rather than real i'm actually really unknown known so used default expired age sex gender address postcode name m f sex/age
        """);

    /// <summary>What may stand between a date and "date of birth".</summary>
    public static readonly WordSet AfterDate = new("is was being as for the his her their my a date of when day she he they i that");

    /// <summary>What may stand between "born" and the date in any case.</summary>
    public static readonly WordSet PlaceWords = new("in at on the of near a an hospital unit ward centre he she they i is was his her their");

    /// <summary>What ends what is said of a birth.</summary>
    public static readonly WordSet Breaks = new("""
        and but or who which whose that so then while where joined came moved started met began attended got had has have are were will would opened launched seen reviewed
        discharged referred admitted by ago later earlier we our us called asked told said gave took went arrived registered diagnosed died moves comes lived lives recorded added
        census visit visits audit review reviewed due report survey data figures study studies seen meet meets met run runs starts start attend attends gather gathers open opens close closes celebrate invite invited join joins ends cohort workshop training webinar talk launch deadline next drop
        """);

    public static readonly WordSet Prepositions = new("in at on of for from with to by within across inside about after before during");

    /// <summary>What "born" may not be followed by: a beginning of something else, or a range.</summary>
    public static readonly WordSet NoBirth = new("out from when after before between since until as during following through");

    /// <summary>What makes a date after "date of birth" the day of something else: "was added to the form on 3 May 2024".</summary>
    public static readonly WordSet Times = new("on in at from since by until");

    /// <summary>What is born, or has birthdays, and is no person.</summary>
    public static readonly WordSet Things = new("""
        idea ideas project projects programme programmes program team teams group groups service services clinic clinics network networks initiative initiatives
        café cafe cafés community partnership partnerships collaborative forum plan plans pilot pilots charity scheme trust hub movement concept app campaign
        poster website nhs it this that which work approach change club choir garden course board model tool leaflet film session sessions meeting event we our its us
        collaboration organisation organization practice hospital ward unit department league federation society council committee kitchen library centre center
        king king's queen queen's prophet prophet's jesus buddha
        shed checklist playlist newsletter register tracker folder calendar banner corner chatter centre bank bank's foodbank pantry van bench market
        """);

    public static readonly WordSet Persons = new("""
        he she they him her his their who i my me patient patients client user users person people woman man mother father baby babies child children son daughter boy girl
        twin twins carer member mum dad lady gentleman resident brother sister wife husband partner friend
        gran nan nana grandma grandpa grandmother grandfather grandson granddaughter cousin aunt uncle nephew niece neighbour volunteer mate widow widower refugee applicant claimant
        colleague chair nurse doctor tenant youngest oldest eldest one pensioner teenager toddler newborn mam parent chap bloke guy veteran lad lass bairn wean kid kids infant girls boys men women ladies somebody someone anyone who
        """);

    /// <summary>Endings of words for people: worker, tutor, artist, trainee.</summary>
    public static readonly string[] PersonEndings = ["er", "or", "ist", "ee", "man", "woman", "ian"];
    public static readonly WordSet Determiners = new("the a an our this that these those new");

    /// <summary>What a b is one of, and not short for born.</summary>
    public static readonly WordSet Lettered = new("hep hepatitis section option plan group ward room team vitamin vit part appendix type strep bay theatre stage phase step and or point class grade influenza flu");

    /// <summary>What may follow a name that stands after its date: "3/4/71 DOB on the form"; "DOB check" is something else.</summary>
    public static readonly WordSet AfterTrailing = new("on for and as of in but not no so she he they per we it is was the to i with from");

    /// <summary>What a birth may be before or after: "just before midnight".</summary>
    public static readonly WordSet Hours = new("midnight noon midday dawn sunrise breakfast lunch teatime");

    public static readonly WordSet Ordinals = new("first second third fourth fifth sixth seventh eighth ninth tenth twentieth st nd rd th very");

    /// <summary>Where those are born whom a census counts.</summary>
    public static readonly WordSet Abroad = new("abroad overseas outside elsewhere");

    /// <summary>Birthdays that only persons are known to have.</summary>
    public static readonly WordSet Ages = new("sixteen eighteen forty fifty sixty seventy eighty ninety");
    public static readonly WordSet Spans = new("days weeks months years hours minutes day week month year");
    public static readonly WordSet Turned = new("turned turns turning");
    public static readonly WordSet Turning = new("he she i who man woman lady gentleman patient mother father mum dad nan gran grandmother grandfather son daughter husband wife member");
    public static readonly WordSet Pronouns = new("he she they i");
    public static readonly WordSet Occasions = new("card cards party parties cake cakes event events celebration celebrations lunch tea invite invites invitation letter letters check checks meeting message messages review reviews bash week edition surprise trip walk appeal fund special");
}
