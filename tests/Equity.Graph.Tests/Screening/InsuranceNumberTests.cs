using Equity.Graph.Screening;

namespace Equity.Graph.Tests.Screening;

public class InsuranceNumberTests
{
    [Theory]
    [InlineData("NI «QQ 12 34 56 C»")]
    [InlineData("«QQ123456C»")]
    [InlineData("«qq123456c»")]
    [InlineData("«qq 12 34 56 c»")]
    [InlineData("«AB 123456 C»")]
    [InlineData("«AB12 3456C»")]
    [InlineData("«AB-12-34-56-C»")]
    [InlineData("«AB.12.34.56.C»")]
    [InlineData("«ＡＢ１２３４５６Ｃ»")]
    [InlineData("NINO«AB123456C»")]
    [InlineData("ni number «AB123456»")]
    [InlineData("«AB\u00A012\u00A034\u00A056\u00A0C»")]
    [InlineData("«AB 12 34\n56 C»")]
    [InlineData("National Insurance number: «JG103759A»")]
    [InlineData("no«AB123456C»")]
    [InlineData("«QQ–12–34–56–C»")]
    [InlineData("«QQ 123 456 C»")]
    public void A_number_is_found_however_it_is_written(string text) => Screened.Holds(PersonalDetail.NationalInsuranceNumber, text);

    [Theory]
    [InlineData("NI has 5 trusts")]
    [InlineData("in NI, 123456 people")]
    [InlineData("at 120000 a year")]
    [InlineData("BG123456C")]
    [InlineData("DA123456C")]
    [InlineData("AB123456E")]
    [InlineData("AB12345C")]
    [InlineData("NI 2024")]
    [InlineData("ref AB1234567C")]
    [InlineData("paid at 250000 a month")]
    public void Northern_Ireland_and_amounts_pass(string text) => Screened.IsClean(text);
}
