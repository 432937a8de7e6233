using Equity.Graph.Inequities;
using Equity.Graph.Learning;
using Equity.Graph.Rules;
using Equity.Graph.Support;
using Equity.Graph.Teams;

namespace Equity.Graph.Tests.Rules;

public class ContractNameTests
{
    [Fact]
    public void Every_enum_has_the_contracts_names()
    {
        Check<Stage>("FORMING UNDERSTANDING DESIGNING TESTING IMPLEMENTING SHARING");
        Check<Involvement>("NONE LITTLE_I BIG_I");
        Check<CoProductionRung>("COERCION EDUCATING INFORMING CONSULTATION ENGAGEMENT CO_DESIGN CO_PRODUCTION");
        Check<TeamRole>("SERVICE_USER CARER PEOPLE_PARTICIPATION_LEAD CLINICIAN QI_COACH IMPROVEMENT_ADVISOR SPONSOR INFORMATICS OTHER");
        Check<NameFor>("NOBODY TEAM COMMUNITY ANYONE");
        Check<InequityDimension>("ETHNICITY DEPRIVATION LANGUAGE AGE SEX DISABILITY LEARNING_DISABILITY SEXUAL_ORIENTATION GENDER_IDENTITY RELIGION GEOGRAPHY INCLUSION_HEALTH DIGITAL_EXCLUSION PREGNANCY_AND_MATERNITY CARING_RESPONSIBILITY");
        Check<InequityKind>("ACCESS EXPERIENCE OUTCOMES");
        Check<Core20Plus5>("CORE20 PLUS_GROUP ADULT_MATERNITY ADULT_SEVERE_MENTAL_ILLNESS ADULT_RESPIRATORY ADULT_EARLY_CANCER ADULT_HYPERTENSION CHILD_ASTHMA CHILD_DIABETES CHILD_EPILEPSY CHILD_ORAL_HEALTH CHILD_MENTAL_HEALTH");
        Check<InequityStatus>("IDENTIFIED BEING_TACKLED NARROWED CLOSED");
        Check<LearningKind>("WORKED DID_NOT_WORK SURPRISED_US ADVICE");
        Check<AskStatus>("OPEN ANSWERED CLOSED");
    }

    [Fact]
    public void Names_are_read_back_and_case_counts()
    {
        Assert.True(ContractName.TryParse<Core20Plus5>("CHILD_ASTHMA", out var asthma));
        Assert.Equal(Core20Plus5.ChildAsthma, asthma);
        Assert.False(ContractName.TryParse<Stage>("testing", out _));
        Assert.False(ContractName.TryParse<Stage>("3", out _));
    }

    private static void Check<T>(string contract) where T : struct, Enum => Assert.Equal(contract.Split(' '), ContractName.All<T>());
}
