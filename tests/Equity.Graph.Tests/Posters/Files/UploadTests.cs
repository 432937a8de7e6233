using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Equity.Graph.Posters;
using Equity.Graph.Tests.Reliability;
using SkiaSharp;

namespace Equity.Graph.Tests.Posters.Files;

public class UploadTests(EquityHost host) : IClassFixture<EquityHost>
{
    [Theory]
    [InlineData(SKEncodedImageFormat.Png, "image/png")]
    [InlineData(SKEncodedImageFormat.Jpeg, "image/jpeg")]
    [InlineData(SKEncodedImageFormat.Webp, "image/webp")]
    public async Task A_picture_is_kept_as_it_looks_with_two_smaller_ones(SKEncodedImageFormat format, string mediaType)
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", $"Sends {format}"));
        var taken = await host.TakenAsync("amina", poster, Pictures.Of(format, 1200, 900));
        Assert.Equal((1200, 900, 2), (taken.At("imageWidth").GetInt32(), taken.At("imageHeight").GetInt32(), taken.At("version").GetInt32()));
        foreach (var (field, size, type) in new[] { ("imageUrl", new SKSizeI(1200, 900), mediaType), ("thumbnailUrl", new SKSizeI(320, 240), "image/webp"), ("largeThumbnailUrl", new SKSizeI(960, 720), "image/webp") })
        {
            using var response = await host.ClientFor("amina").GetAsync(taken.Text(field));
            Assert.Equal(type, response.Content.Headers.ContentType!.MediaType);
            using var picture = SKBitmap.Decode(await response.Content.ReadAsByteArrayAsync());
            Assert.Equal(size, picture.Info.Size);
            Assert.True(picture.GetPixel(size.Width / 4, size.Height / 2) is { Red: > 240, Blue: < 15 }, $"{field}: {picture.GetPixel(size.Width / 4, size.Height / 2)}");
            Assert.True(picture.GetPixel(3 * size.Width / 4, size.Height / 2) is { Red: < 15, Blue: > 240 });
        }
    }

    [Fact]
    public async Task Where_a_photograph_was_taken_is_gone_and_it_stands_upright()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Sends A Photograph"));
        var photograph = Pictures.Photograph();
        Assert.Contains(Pictures.Place, Encoding.Latin1.GetString(photograph), StringComparison.Ordinal);
        var taken = await host.TakenAsync("amina", poster, photograph);
        Assert.Equal((300, 400), (taken.At("imageWidth").GetInt32(), taken.At("imageHeight").GetInt32()));
        var kept = await host.ClientFor("amina").GetByteArrayAsync(taken.Text("imageUrl"));
        Assert.All((string[])[Pictures.Place, "Exif", "xmpmeta"], mark => Assert.DoesNotContain(mark, Encoding.Latin1.GetString(kept), StringComparison.Ordinal));
        using var picture = SKBitmap.Decode(kept);
        // The left of the sensor is the top of the scene.
        Assert.True(picture.GetPixel(150, 100) is { Red: > 240, Blue: < 15 });
        Assert.True(picture.GetPixel(150, 300) is { Red: < 15, Blue: > 240 });
        foreach (var blob in host.Blobs())
            Assert.DoesNotContain(Pictures.Place, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Path.Combine(host.Data, "blobs", blob[..2], blob))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png", "<html><script>alert(1)</script></html>")]
    [InlineData("image/jpeg", "GIF89a, which moves")]
    [InlineData("application/pdf", "MZ, which runs")]
    [InlineData("image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("image/png", "")]
    public async Task What_a_file_is_called_counts_for_nothing(string mediaType, string content)
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", $"Calls It {mediaType} {content.Length}"));
        Assert.Equal("image", (await host.RefusedAsync("amina", poster, Encoding.UTF8.GetBytes(content), 415, mediaType)).Text("field"));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public async Task Half_a_picture_is_refused(SKEncodedImageFormat format)
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", $"Half A {format}"));
        var before = host.Blobs();
        var whole = Pictures.Of(format);
        Assert.Equal("Cannot be read", (await host.RefusedAsync("amina", poster, whole[..(whole.Length / 2)], 422)).Text("title"));
        Assert.Equal("Cannot be read", (await host.RefusedAsync("amina", poster, whole[..20], 422)).Text("title"));
        Assert.Equal(before, host.Blobs());
    }

    [Theory]
    [InlineData(60_000, 60_000)]
    [InlineData(10_000, 10_000)]
    [InlineData(17_000, 10)]
    public async Task A_small_file_with_very_many_pixels_is_refused_before_they_are_read(int width, int height)
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", $"Bomb {width} {height}"));
        var before = GC.GetTotalAllocatedBytes();
        Assert.Contains($"{width} × {height}", (await host.RefusedAsync("amina", poster, Pictures.Claiming(width, height), 422)).Text("detail"), StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 50_000_000);
    }

    [Fact]
    public async Task What_moves_is_refused()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Moves"));
        Assert.Equal("Moves", (await host.RefusedAsync("amina", poster, Pictures.MovingWebP(), 422)).Text("title"));
        Assert.Equal("Moves", (await host.RefusedAsync("amina", poster, Pictures.MovingPng(), 422)).Text("title"));
    }

    [Fact]
    public async Task Too_many_bytes_are_refused_whether_they_are_announced_or_not()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Too Many Bytes"));
        await host.RefusedAsync("amina", poster, new byte[PosterRules.MaxBytes + 1], 413);
        using var chunked = new HttpRequestMessage(HttpMethod.Put, $"/posters/{poster.Id}/image") { Content = new StreamContent(new Unannounced(new byte[PosterRules.MaxBytes + 1])) };
        using var response = await host.ClientFor("amina").SendAsync(chunked);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_picture_larger_than_a_query_may_be_is_taken()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Large Picture"));
        var noise = new byte[1500 * 1000 * 4];
        new Random(1).NextBytes(noise);
        using var bitmap = new SKBitmap(new SKImageInfo(1500, 1000, SKColorType.Rgba8888, SKAlphaType.Opaque));
        noise.CopyTo(bitmap.GetPixelSpan());
        var png = bitmap.Encode(SKEncodedImageFormat.Png, 100).ToArray();
        Assert.InRange(png.Length, 2_000_000, PosterRules.MaxBytes);
        await host.TakenAsync("amina", poster, png);
    }

    [Fact]
    public async Task Only_members_send_files()
    {
        var team = await host.PublishAsync("amina", "Members Send");
        var (draft, shown) = (await host.DraftAsync("amina", team), await host.ShowAsync("amina", team, "Shown"));
        using var visitor = await host.PutAsync(EquityHost.Visitor, shown, Pictures.Png());
        Assert.Equal((HttpStatusCode.Unauthorized, "Bearer"), (visitor.StatusCode, visitor.Headers.WwwAuthenticate.ToString()));
        await host.RefusedAsync("grace", shown, Pictures.Png(), 403);
        await host.RefusedAsync("administrator", draft, Pictures.Png(), 403);
        await host.RefusedAsync("grace", draft, Pictures.Png(), 404);
        await host.RefusedAsync("amina", team, Pictures.Png(), 404);
        await host.RefusedAsync("amina", new Row("nonsense", "", 0), Pictures.Png(), 404);
        using var forged = new HttpRequestMessage(HttpMethod.Put, $"/posters/{shown.Id}/image") { Content = new ByteArrayContent(Pictures.Png()) };
        forged.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "forged");
        using var refused = await host.CreateClient().SendAsync(forged);
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_a_stale_one_is_refused()
    {
        var poster = await host.DraftAsync("amina", await host.PublishAsync("amina", "Sends Again"));
        var first = await host.TakenAsync("amina", poster, Pictures.Png());
        Assert.Equal(first.GetRawText(), (await host.TakenAsync("amina", poster, Pictures.Png())).GetRawText());
        var tag = $"\"{first.Text("imageUrl").Split('/')[^1]}\"";
        using var newer = await host.PutAsync("amina", poster, Pictures.Png(500), ifMatch: tag);
        Assert.Equal(HttpStatusCode.OK, newer.StatusCode);
        using var stale = await host.PutAsync("amina", poster, Pictures.Png(600), ifMatch: tag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);
    }

    [Fact]
    public async Task Many_who_send_the_same_file_at_once_share_it()
    {
        var team = await host.PublishAsync("amina", "Sends At Once");
        var before = host.Blobs();
        var posters = new List<Row>();
        for (var i = 0; i < 8; i++)
            posters.Add(await host.DraftAsync("amina", team, $"Poster {i}"));
        var file = Pictures.Png(777, 333);
        var taken = await Task.WhenAll(posters.Select(poster => host.TakenAsync("amina", poster, file)));
        Assert.Single(taken.Select(each => each.Text("imageUrl").Split('/')[^1]).Distinct());
        Assert.Equal(3, host.Blobs().Except(before).Count());
    }

    [Fact]
    public async Task A_server_that_is_killed_while_a_file_comes_in_has_nothing_of_it()
    {
        var data = Directory.CreateTempSubdirectory("equity-upload-").FullName;
        string poster;
        using (var server = (await ServerProcess.StartAsync(data)).As(data, "newcomer"))
        {
            var team = (await server.DataAsync("mutation { registerTeam(input: { name: \"T\", service: \"S\", myRole: OTHER }) { team { id } } }")).At("registerTeam", "team").Text("id");
            poster = (await server.DataAsync("mutation($team: ID!) { draftPoster(input: { team: $team, title: \"P\" }) { poster { id } } }", new { team })).At("draftPoster", "poster").Text("id");
            var slow = new Unannounced(Pictures.Png(), endless: true);
            using var stop = new CancellationTokenSource();
            var sending = server.SendAsync(new HttpRequestMessage(HttpMethod.Put, $"/posters/{poster}/image") { Content = new StreamContent(slow) }, stop.Token);
            await slow.Begun;
            await server.KillAsync();
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<Exception>(() => sending);
        }
        Assert.False(Directory.Exists(Path.Combine(data, "blobs")));
        using (var server = (await ServerProcess.StartAsync(data)).As(data, "newcomer"))
        {
            var image = (await server.DataAsync("query($poster: ID!) { node(id: $poster) { ... on Poster { imageUrl version } } }", new { poster })).At("node");
            Assert.Equal("""{"imageUrl":null,"version":1}""", image.GetRawText());
        }
        Directory.Delete(data, recursive: true);
    }

    /// <summary>A body whose length nobody knows beforehand; an endless one waits where it should end.</summary>
    private sealed class Unannounced(byte[] content, bool endless = false) : Stream
    {
        private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int place;

        /// <summary>Done when all but the end is sent.</summary>
        public Task Begun => begun.Task;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => place; set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var some = Math.Min(buffer.Length, content.Length - place);
            if (some == 0)
            {
                begun.TrySetResult();
                if (endless)
                    await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
            }
            content.AsMemory(place, some).CopyTo(buffer);
            place += some;
            return some;
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
