namespace Equity.Graph.Screening;

/// <summary>The words that addresses are made of, and those that only look so.</summary>
internal static class StreetWords
{
    /// <summary>Words that make a street of the name before them, with the slips people make in them.</summary>
    public static readonly WordSet Streets = new("""
        road rd street lane ln avenue ave av close drive crescent cres terrace terr gardens gdns grove mews court crt way walk place row square sq villas parade rise
        boulevard blvd st dr ct cl pl raod strret steet stret stree sreet aveune avenu avanue avneue cresent cresant crescant drve driv terace terrce gardns gardins clsoe
        wynd garth fold passage dell paddock paddocks chase brae approach quadrant vennel twitten mead meads parkway gdn cresc crecent wlk pde aven avn snicket ginnel gate ffordd heol stryd
        """);

    /// <summary>Words that name a building or a street, and much else.</summary>
    public static readonly WordSet Buildings = new("""
        park hill green view house hall mount buildings yard vale wharf quay cottages cottage heights lodge fields field bank common circus broadway tower towers point
        mansions estate apartments chambers manor mill works croft end side dene dale meadow meadows orchard crossway path embankment promenade esplanade
        lawn lawns maltings granary cloisters shambles forge barn barns farm stables brook head lands ground grounds hollow ridge copse spinney knoll nook glade glen grange reach strand oval circle corner cross spur link holt leys leas pasture pastures warren willows oaks elms beeches limes laurels cedars poplars firs orchards haven priory loan toll shaw croft trees plantation slade weir mall marina bridge hse pk grn vw bldgs beck edge bungalows top wood acre acres
        """);

    /// <summary>Those that a street written small may end with: the others are prose ("a 5 minute walk", "20 street homeless people").</summary>
    public static readonly WordSet Small = new("road rd street st lane ln avenue ave crescent cres terrace grove mews gardens drive drve raod cl aveune cresent strret steet close court heol stryd ffordd rue");

    /// <summary>Those that end a street written small only after "at" or the like.</summary>
    public static readonly WordSet SmallPlaces = new("""
        road rd street st lane ln avenue ave crescent cres terrace grove mews gardens drive drve raod cl aveune cresent strret steet
        close court row yard view hill place way rise walk square green park croft house parade villas tower fold wynd garth dell bank
        """);

    /// <summary>What a street may begin with elsewhere: "14 Heol y Bryn".</summary>
    public static readonly WordSet Beginnings = new("rue heol ffordd stryd lon lôn rhodfa maes llys clos cwrt rhes teras allt cae parc gerddi plas trem coedlan cilgant rhiw via calle");

    /// <summary>What makes the number after it no house's.</summary>
    public static readonly WordSet Labels = new("""
        phase wk photo mean median total dna cost model driver ward room rooms team teams group groups cycle stage table tables bus buses tram train route tier level band version week weeks day days month months quarter year years
        page figure fig chart graph slide session site sites step zone line platform junction pdsa round wave cohort block bay bed theatre clinic unit suite floor desk gate stop
        building area region district sector hub part section chapter appendix item option plan test trial arm core q the these those all our their other another exit
        over about nearly almost around some only than top last first next between across among every both rate score scores scored scoring rated age aged ages stand pod
        practice surgery school strand theme themes priority aim goal objective question answer lesson story task action rule point tip idea category class grade rank ranks lot
        """);

    /// <summary>What a count before a street's name counts, and what is named after a street.</summary>
    public static readonly WordSet Counted = new("""
        patients people residents pharmacies pharmacists practices surgeries clinics staff teams families users members shops banks stores children parents carers
        households homes visits visitors appointments referrals doctors nurses gps schools pupils volunteers workers cases events sessions parties closures users' hearings
        posts sites venues locations hubs outreach homeless sleepers medical surgery practice clinic crossings stalls traders businesses works games kids services colleagues respondents attendees
        bus buses tram route junction closure nurse volunteer carer patient doctor worker school nursery hospice library mosque church health centre center hospital pharmacy
        folk elders youth men women mothers forward shift team project scheme hub market farmers light sign café cafés cafe cafes festival gp access
        """);

    /// <summary>Courts of law.</summary>
    public static readonly WordSet Courts = new("crown county high magistrates supreme family appeal protection");

    /// <summary>Words that name no street: "a 10 minute walk", "3 busy roads".</summary>
    public static readonly WordSet NoNames = new("""
        patients people teams of and in at for with to by or per minute minutes min mins way hour hours hr hrs mile miles mph km day days week weeks wk wks
        month months year years yr yrs percent local busy main side rough new other more free large small big safe half another few am pm noon midnight
        from on your about after before around near along across down up is was are were came went who said walked returned then
        metre metres acre acres doors stops step steps point points bed bedded lane star storey story monday tuesday wednesday thursday friday saturday sunday
        """);

    /// <summary>Those of them that a street does begin with when written large: "12 New North Road".</summary>
    public static readonly WordSet LargeNames = new("new side local half large small big main star safe free rough point up down about");

    /// <summary>What ends in s after a street and is not counted.</summary>
    public static readonly WordSet Verbs = new("""
        needs has is was lets says wants does keeps asks gets comes opens stays looks hosts lives always sometimes upstairs downstairs perhaps across towards plus thus his hers this
        as us floods leaks smells shares unless gives makes takes goes seems knows likes yes sits stands tells does rings costs means belongs doesnt
        """);

    /// <summary>What names a home.</summary>
    public static readonly WordSet Homes = new("live lives lived living address addresses adress home house moved moving reside resides resident residing stay stays stayed staying flat lodges lodging rent rents renting tenant sleeps hostel bungalow");

    /// <summary>What leads to where somebody lives.</summary>
    public static readonly WordSet Residence = new("live lives lived living address adress home house hostel moved moving reside resides residing rents renting visit visited visiting stay stays stayed staying surfing lodging");

    /// <summary>After these and "at", a number and any name are an address.</summary>
    public static readonly WordSet Living = new("live lives lived living address adress reside resides residing lodges lodging");

    public static readonly WordSet PlaceOf = new("at of to from near outside number no opposite behind round in into for visit");
    public static readonly WordSet Places = new("at to from near outside opposite behind round into number no door visit on by past up");
    /// <summary>What is "of" a house: "on the doorstep of 9 …".</summary>
    public static readonly WordSet Owned = new("""
        grandmother grandfather grandma grandad mother father mum dad lady man woman gentleman couple family owner tenant tenants resident carer neighbour widow son daughter doorstep outside front
        back instead step steps corner garden kitchen lounge door lodger occupant
        """);

    public static readonly WordSet Joining = new("the of on le la de upon under and st y yr");

    /// <summary>Street words that may be glued to the name before them, or to the word after them, a capital between: "9 SnowdropClose", "9 Snowdrop Closewhen".</summary>
    private static readonly string[] Glued = ["road", "street", "lane", "avenue", "close", "crescent", "terrace", "gardens", "grove", "mews", "court", "drive"];

    private static readonly WordSet Tails = new("when where and but for who she he they is was has with at the thx thanks please pls we in on so");

    /// <summary>Adjectives and small words that make prose of a street written small.</summary>
    private static readonly WordSet Common = new("""
        high main busy back quiet long cross city side on the in by up down off along near across this that our my his her their no each every one same was is are we it than a an
        residential narrow steep green open closed single double dead dual own local nearest next first cul via bed lane
        """);

    /// <summary>What may follow a house's name in a sentence.</summary>
    public static readonly WordSet Following = new("over has is was who where with she he they and for since above next near opposite on before because but to in by which again all every");

    public static bool IsCommon(Reading text, int token) => text.IsWord(token, Common);

    public static bool IsGlued(Reading text, int token)
    {
        var word = text.Span(token);
        foreach (var street in Glued)
        {
            if (word.Length > street.Length + 2 && word.EndsWith(street, StringComparison.Ordinal) && text.IsUpper(text[token].End - street.Length) && text.IsLower(text[token].End - street.Length - 1))
                return true;
        }
        return false;
    }

    /// <summary>"Roadwhen".</summary>
    public static bool HasTail(Reading text, int token)
    {
        var word = text.Span(token);
        foreach (var street in Glued)
        {
            if (word.StartsWith(street, StringComparison.Ordinal) && text.IsCapital(token) && Tails.Contains(word[street.Length..]))
                return true;
        }
        return false;
    }

    /// <summary>Endings of streets of one word: "18 Broadgate".</summary>
    private static readonly string[] Endings =
    [
        "gate", "side", "field", "fields", "bank", "croft", "mead", "lands", "dale", "moor", "walk", "hill", "view", "hurst", "combe", "brook", "garth", "fold", "acre", "acres", "wood", "rise",
        "way", "cote", "leigh", "dene", "meadow", "beck", "stead",
    ];

    /// <summary>Towns and other words with such endings.</summary>
    private static readonly WordSet Towns = new("""
        sheffield huddersfield wakefield mansfield macclesfield chesterfield enfield lichfield petersfield moorfields harrogate ramsgate margate reigate merseyside tyneside teesside humberside wearside
        always anyway halfway midway subway railway pathway pathways gateway galway norway broadway stairway motorway runway takeaway airway hallway hemel hempstead
        countryside outside inside alongside bedside seaside fireside roadside poolside rochdale review overview interview preview childhood likewise
        databank foodbank piggybank delegate navigate investigate aggregate surrogate tailgate homestead instead farmstead otherwise exercise sunrise enterprise comprise surprise rise
        walk view fields field bank hill side gate way wood acres acre fold uphill downhill brentwood hollywood plywood bollywood driftwood
        """);

    /// <summary>Whether a word may be a street by its ending.</summary>
    public static bool EndsAsStreet(ReadOnlySpan<char> word)
    {
        if (word.Length < 6 || Towns.Contains(word))
            return false;
        foreach (var ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
