namespace Equity.Graph.Screening;

/// <summary>The words that announce the numbers of records.</summary>
internal static class RecordWords
{
    /// <summary>Whose or which record: needs "number", "ID" or the like, or at least six digits, after it.</summary>
    public static readonly WordSet Holders = new("""
        hospital hosp unit patient pt patients client service user record records case casenote casenotes note notes chart medical health district community rio emis systmone systemone
        tpp pas pims lorenzo cerner millennium epic paris carenotes mosaic nhs chi hcn passport driving driver prison prisoner person resident file referral clinic
        child mother maternity dental gp local identity insurance registration social care spell episode customer member payroll account bank
        staff visa smartcard dbs certificate gmc nmc hcpc nass asylum office permit residence badge pass pupil employee member membership tenancy tenant housing claim benefit wristband sticker lab specimen sample accession xray ray radiology
        su pat med liquidlogic nomis noms brp ubrn upn utr social services police custody probation admission attendance encounter ambulance ed identification card band inmate detainee caseload client's patient's participant student seeker ho unique hsc hscni
        las carefirst pcmis iaptus vision epr ehr uci arc eclipse synergy halo trak trakcare badgernet euroking meditech careflow evolve adastra cleric microtest meddbase frameworki
        """);

    /// <summary>The holders in which slips are read too.</summary>
    public static readonly string[] Slipped = ["hospital", "patient", "passport", "record", "medical", "systmone", "casenote", "referral"];
    public static readonly string[] NumberSlips = ["number", "reference", "identifier"];

    /// <summary>Those that a number may follow at once.</summary>
    public static readonly WordSet Systems = new("patient pt rio emis systmone systemone pas pims lorenzo cerner epic paris carenotes nhs chi passport casenote casenotes licence license client one mosaic liquidlogic wristband permit gmc nmc hcpc ubrn");
    public static readonly WordSet Stores = new("rio emis systmone pas nomis carenotes");
    public static readonly WordSet Short = new("record patient pt file hospital unit note one user resident");

    public static readonly WordSet Sure = new("""
        mrn mrns mnr mrm nomis noms brp upn utr pid patientid hospitalnumber hospitalno hospnumber hospno hospnum lpi crn urn mrn's
        patientno patientnumber patientnum ptno ptid clientid clientno rioid rionumber riono rionum emisid emisno emisnumber pasid pasno pasnumber hcn casenoteno casenotenumber recordno recordnumber unitno passportno
        systmoneid systmoneno
        """);

    public static readonly WordSet NumberWords = new("number num no nr id ids identifier ref reference numbers nos");
    public static readonly WordSet Plural = new("numbers nos");

    public static readonly WordSet Fillers = new("""
        is was were of for are as being given it the and his her their my a recorded listed should be reads say says with on in
        lady man gentleman woman patient client person stick who which it band label wristband sticker card expired british irish polish romanian old new wrong correct now still hers here at hospital front file system i think believe
        she he they we have has had put down one mr mrs ms miss dr that's it's be to recorded shown given noted listed please use check quote ask under look both typed mixed up ends local same knows by heart our carer carer's rep volunteer
        """);

    /// <summary>What a person's number is written on.</summary>
    public static readonly WordSet Carriers = new("wristband band bracelet tag sticker label card notes casenotes folder");

    /// <summary>What may be registered, and is no person.</summary>
    public static readonly WordSet Registered = new("audit qi project charity company vehicle car trial");

    /// <summary>What has an ID too, and is no person.</summary>
    public static readonly WordSet Meetings = new("zoom teams meeting webinar call link join passcode password login log app device project ticket order job risk item grant bid room kiosk tablet dashboard report");

    /// <summary>Of whom there are many: "staff numbers 448123" counts them.</summary>
    public static readonly WordSet Counted = new("staff member members customer employee pupil participant participants student prison prisoner unique");

    /// <summary>What may stand between a system's name and a number.</summary>
    public static readonly WordSet Links = new("is was as under says reads said");
    public static readonly WordSet Possessives = new("his her their my your whose see this that the in open opened");
    public static readonly WordSet Owners = new("his her their my your whose");
    public static readonly WordSet Trailers = new("is was are as the his her their my a its it's that's this");
}
