namespace Equity.Matching.Tests;

public class ContentHashTests
{
    [Fact]
    public void It_is_the_sha_256_of_the_text()
    {
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", ContentHash.Of("").ToString());
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.Of("abc").ToString());
    }

    [Fact]
    public void It_survives_storage_and_is_equal_by_value()
    {
        var hash = ContentHash.Of("café");
        Assert.Equal(hash, ContentHash.FromArray(hash.ToArray()));
        Assert.NotEqual(hash, ContentHash.Of("cafe"));
        Assert.Throws<ArgumentException>(() => ContentHash.FromArray(new byte[31]));
    }
}
