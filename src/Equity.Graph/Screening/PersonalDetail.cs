namespace Equity.Graph.Screening;

/// <summary>What a text may hold that tells who or where a person is, and that is never stored in free text.</summary>
internal enum PersonalDetail
{
    /// <summary>An NHS number: ten digits of which the last one checks the others.</summary>
    NhsNumber,

    /// <summary>A Scottish CHI number: ten digits that begin with a date of birth, of which the last one checks the others.</summary>
    ChiNumber,

    /// <summary>An e-mail address, also one written as "name at place dot uk".</summary>
    EmailAddress,

    /// <summary>A telephone number; not a public helpline such as 111, 0800 or 0300.</summary>
    PhoneNumber,

    /// <summary>A full postcode; not a district such as LS9.</summary>
    Postcode,

    /// <summary>A house or flat with its street or building.</summary>
    Address,

    /// <summary>The day on which somebody was born; not a year alone.</summary>
    DateOfBirth,

    /// <summary>A National Insurance number.</summary>
    NationalInsuranceNumber,

    /// <summary>A number announced as that of a person's record: hospital number, MRN, patient ID, passport, an NHS number with a slip in it.</summary>
    RecordNumber,
}
